/** The form as Netlify would serve it, on this machine; `npm run editor` runs it until Ctrl-C. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { readOptions } from '../src/options.ts';
import { staticSite } from '../netlify/local/static.ts';
import { site } from '../src/site.ts';
import { buildEditor } from './build.ts';
import { repositoryIn } from './config.ts';

/** Builds and serves it on the loopback alone. Rejects where the port is taken. */
export const serveEditor = async (port = 0) => {
  await buildEditor(repositoryIn(site.repository) ?? 'owner/name');
  const server = createAdaptorServer({ fetch: staticSite(fileURLToPath(new URL('.', import.meta.url))) });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
};

const help = `npm run editor builds the form for editors, serves it on this machine and says its address. Stop with Ctrl-C.
Nothing is sent elsewhere; what you save is written into the folder that you choose in the form.

  PORT=8898 npm run editor   another port than 8899
  --help                     this text`;

if (import.meta.main) {
  readOptions(help, {});
  try {
    const { address } = await serveEditor(Number(process.env['PORT'] ?? 8899));
    console.log(`
  The form is at ${address}/form.html (in Chrome or Edge; what it can and cannot do: ${address}/).
  Choose “Work with Local Repository”, and then this folder: ${fileURLToPath(new URL('..', import.meta.url))}
  What you save is written there and nowhere else. “npm run check” says whether it is right. Stop with Ctrl-C.
`);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(isTaken ? 'The port is in use. Choose another: PORT=8898 npm run editor' : error);
    process.exitCode = 1;
  }
}
