/**
 * The site as Netlify would serve it, on this machine: pages, redirects, headers and the blob store by Netlify's own
 * packages, and the functions as they are deployed, without an account or a network.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NetlifyDev } from '@netlify/dev';
import { outboxFolder } from './environment.ts';
import { localFunctions } from './functions.ts';
import { settled } from './settled.ts';

export interface LocalSite {
  /** Origin, without a slash at the end: `http://localhost:8888`. */
  address: string;
  stop: () => Promise<void>;
}

interface LocalOptions {
  /** Port to listen on; 0 takes a free one. */
  port?: number;
  /** Folder that holds netlify.toml and the built site. */
  projectRoot?: string;
}

const maximumBody = 6 * 1024 * 1024;

/** Reads a request's body, bounded as Netlify bounds it (6 MB). Undefined where it is larger. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maximumBody) chunks.push(chunk);
  }
  return length > maximumBody ? undefined : Buffer.concat(chunks);
};

const toRequest = (incoming: IncomingMessage, body: Buffer, address: string): Request => {
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2)
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '');
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  return new Request(new URL(incoming.url ?? '/', address), {
    method,
    headers,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
};

const send = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Starts the site. Rejects where the port is taken. */
export const startLocalSite = async ({
  port = 0,
  projectRoot = fileURLToPath(new URL('../..', import.meta.url)),
}: LocalOptions = {}): Promise<LocalSite> => {
  process.env['TA_OUTBOX'] = outboxFolder();
  const netlify = new NetlifyDev({
    projectRoot,
    skipGitignore: true,
    aiGateway: { enabled: false },
    database: { enabled: false },
    edgeFunctions: { enabled: false },
    functions: { enabled: false },
    geolocation: { enabled: false },
    images: { enabled: false },
  });
  await netlify.start();
  const callFunction = localFunctions(join(projectRoot, 'netlify/generated'));
  let address = '';

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await readBody(incoming);
    if (!body) {
      outgoing.writeHead(413, { 'content-type': 'text/plain; charset=utf-8' }).end('The request is larger than 6 MB.');
      return;
    }
    const ask = async (): Promise<Response> => {
      const request = toRequest(incoming, body, address);
      const response = (await callFunction(request)) ?? (await netlify.handle(request));
      if (response) return response;
      const notFound = await netlify.handle(new Request(new URL('/404.html', address)));
      return new Response(notFound?.body ?? 'Not found', { status: 404, headers: notFound?.headers ?? {} });
    };
    const isRead = incoming.method === 'GET' || incoming.method === 'HEAD';
    const response = isRead ? await settled(join(projectRoot, 'dist'), ask) : await ask();
    return send(response, outgoing);
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      outgoing.end('The local server failed; the terminal says why.');
    });
  });
  address = `http://localhost:${await listen(server, port)}`;
  return {
    address,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await netlify.stop();
    },
  };
};
