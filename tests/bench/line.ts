/** Serves a built site as its host would, compressed, over a line as slow as told, and keeps count of what went over it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
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

/** Bytes go out in slices of this size, so that parallel answers share the line. */
const slice = 8 * 1024;

export const openLine = async ({
  folder,
  extra = new Map(),
  latency = 0,
  bytesPerSecond = Infinity,
}: LineOptions): Promise<Line> => {
  const sent: Line['sent'] = [];
  /** When the line is free again, in milliseconds of performance.now(). */
  let free = 0;
  const carry = async (bytes: number): Promise<void> => {
    if (bytesPerSecond === Infinity) return;
    for (let left = bytes; left > 0; left -= slice) {
      free = Math.max(free, performance.now()) + (Math.min(left, slice) / bytesPerSecond) * 1000;
      await wait(Math.max(0, free - performance.now()));
    }
  };

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, normalize(path), path.endsWith('/') ? 'index.html' : '');
    const added = extra.get(path);
    const isThere = added !== undefined || (existsSync(file) && statSync(file).isFile());
    const extension = path.endsWith('/') ? '.html' : extname(path);
    const answer = async () => {
      await wait(latency);
      if (!isThere) return response.writeHead(404).end();
      const contents = added ?? readFileSync(file);
      const bytes = !compressed.has(extension) ? contents.length : added ? brotliSize(added) : brotliSizeOfFile(file);
      await carry(bytes);
      sent.push({ path, bytes });
      // Sent as it is: only the count and the time are those of the compressed file.
      return response
        .writeHead(200, {
          'content-type': types[extension] ?? 'application/octet-stream',
          'cache-control': 'max-age=3600',
        })
        .end(contents);
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
