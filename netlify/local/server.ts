/**
 * The site as Netlify would serve it, on this machine: pages, redirects, headers and the blob store by Netlify's own
 * packages, and the functions as they are deployed, without an account or a network.
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { localFunctions } from './functions.ts';
import { settled } from './settled.ts';
import { staticSite } from './static.ts';
import { startBlobs } from './store.ts';

export interface LocalSite {
  /** Origin, without a slash at the end: `http://localhost:8888`. */
  address: string;
  /** Runs a scheduled function by its name. */
  run: (name: string) => Promise<Response | undefined>;
  stop: () => Promise<void>;
}

interface LocalOptions {
  /** Port to listen on; 0 takes a free one. */
  port?: number;
  /** Folder that holds netlify.toml and the built site. */
  projectRoot?: string;
}

/** Bytes: Netlify takes no more. */
const maximumBody = 6 * 1024 * 1024;
const plain = { 'content-type': 'text/plain; charset=utf-8' };

/** Starts the site. Rejects where the port is taken. */
export const startLocalSite = async ({
  port = 0,
  projectRoot = fileURLToPath(new URL('../..', import.meta.url)),
}: LocalOptions = {}): Promise<LocalSite> => {
  const blobs = await startBlobs(projectRoot);
  const functions = localFunctions(join(projectRoot, 'netlify/generated'));
  const pages = staticSite(projectRoot);
  const ask = async (request: Request): Promise<Response> => (await functions.answer(request)) ?? pages(request);

  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request) => {
      if (Number(request.headers.get('content-length')) > maximumBody)
        return new Response('The request is larger than 6 MB.', { status: 413, headers: plain });
      try {
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        return await (isRead ? settled(join(projectRoot, 'dist'), () => ask(request)) : ask(request));
      } catch (error) {
        console.error(error);
        return new Response('The local server failed; the terminal says why.', { status: 500, headers: plain });
      }
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  // Netlify says the address of the site to its functions; mails name it.
  process.env['URL'] ??= address;
  return {
    address,
    run: functions.run,
    stop: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await blobs.stop();
    },
  };
};
