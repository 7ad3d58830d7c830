/** Serves a built site as its host would, compressed, over a line as slow as told, and keeps count of what went over it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliSize, brotliSizeOfFile } from '../support/weight.ts';

export interface LineOptions {
  folder: string;
  /** Files that the folder lacks, by address. */
  extra?: ReadonlyMap<string, Uint8Array>;
  /** One way and back, in milliseconds. */
  latency?: number;
  bytesPerSecond?: number;
}

export interface Line {
  address: string;
  /** What was sent since the last `reset`: bodies in bytes, as the host sends them. */
  sent: { path: string; bytes: number }[];
  reset: () => void;
  stop: () => Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** A host compresses these; the rest is compressed already. */
const compressed = new Set(['.html', '.css', '.js', '.json', '.svg']);

/** Bytes go out in packets of this size, so that parallel answers share the line and a page is read while it arrives. */
const packet = 1460;

export const openLine = async ({
  folder,
  extra = new Map(),
  latency = 0,
  bytesPerSecond = Infinity,
}: LineOptions): Promise<Line> => {
  const sent: Line['sent'] = [];
  /** When the line is free again, in milliseconds of performance.now(). */
  let free = 0;
  /** Sends `contents` as it is, in as much time as its `bytes` take compressed. */
  const carry = async (response: ServerResponse, contents: Uint8Array, bytes: number): Promise<void> => {
    const share = bytesPerSecond === Infinity ? 1 : packet / bytes;
    for (let sent = 0; sent < 1; sent += share) {
      free = Math.max(free, performance.now()) + (Math.min(share, 1 - sent) * bytes * 1000) / bytesPerSecond;
      await wait(Math.max(0, free - performance.now()));
      response.write(
        contents.subarray(Math.floor(sent * contents.length), Math.floor((sent + share) * contents.length)),
      );
    }
    response.end();
  };

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, normalize(path), path.endsWith('/') ? 'index.html' : '');
    const added = extra.get(path);
    const isThere = added !== undefined || (existsSync(file) && statSync(file).isFile());
    const extension = path.endsWith('/') ? '.html' : extname(path);
    const answer = async () => {
      await wait(latency);
      if (!isThere) {
        response.writeHead(404).end();
        return;
      }
      const contents = added ?? readFileSync(file);
      const bytes = !compressed.has(extension) ? contents.length : added ? brotliSize(added) : brotliSizeOfFile(file);
      response.writeHead(200, {
        'content-type': types[extension] ?? 'application/octet-stream',
        'cache-control': 'max-age=3600',
      });
      await carry(response, contents, bytes);
      sent.push({ path, bytes });
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent,
    reset: () => sent.splice(0),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
