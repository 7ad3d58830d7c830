/** The kept requests, reached from a terminal: those of this machine, or with a token those of the live site. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BlobsServer } from '@netlify/blobs/server';
import { netlifyStore, type BlobStore } from '../store/blobs.ts';

interface OpenStore {
  store: BlobStore;
  close: () => Promise<void>;
}

/** The folder in which `npm start` keeps blobs, as Netlify's own tools name it. */
export const blobsFolder = (projectRoot: string): string => join(projectRoot, '.netlify/blobs-serve');

const root = fileURLToPath(new URL('../..', import.meta.url));

export const openLocalStore = async (name: string, directory = blobsFolder(root)): Promise<OpenStore> => {
  const token = crypto.randomUUID();
  const server = new BlobsServer({ directory, token });
  const { port } = await server.start();
  const edgeURL = `http://localhost:${port}`;
  return {
    store: netlifyStore({ name, siteID: '0', token, edgeURL, uncachedEdgeURL: edgeURL }),
    close: () => server.stop(),
  };
};

export const openLiveStore = (name: string, siteID: string, token: string): OpenStore => ({
  // A terminal can wait longer than a person in front of a form.
  store: netlifyStore({ name, siteID, token }, 30_000),
  close: () => Promise.resolve(),
});
