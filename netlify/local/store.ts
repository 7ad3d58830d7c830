/** The blob store of this machine, in the folder that Netlify's own tools name so. */
import { join } from 'node:path';
import { setEnvironmentContext } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';

/** Starts it; whoever opens a store in this process finds it from now on. */
export const startBlobs = async (projectRoot: string): Promise<BlobsServer> => {
  const token = crypto.randomUUID();
  const server = new BlobsServer({ directory: join(projectRoot, '.netlify/blobs-serve'), token });
  const edgeURL = `http://localhost:${(await server.start()).port}`;
  setEnvironmentContext({ edgeURL, uncachedEdgeURL: edgeURL, siteID: '0', token });
  return server;
};
