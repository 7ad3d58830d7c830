/**
 * The functions of the last build, called in this process. Netlify's own emulation makes each of them anew for every
 * request (0.4 s), in a folder that it deletes with the answer: also under another request of the same moment, which
 * then gets an error.
 */
import { globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionContext } from '../lib/live.ts';

interface FunctionModule {
  default: (request: Request, context: FunctionContext) => Response | Promise<Response>;
  config?: { path?: string | string[] };
}

/** By address, without a slash at the end. */
type Functions = ReadonlyMap<string, FunctionModule['default']>;

/** No address of the visitor: the limit for each of them is the live site's. */
const context: FunctionContext = {
  ip: '',
  deploy: { context: 'dev' },
  waitUntil: (work) => {
    work.catch(console.error);
  },
};

const load = async (folder: string, edition: number): Promise<Functions> => {
  const functions = new Map<string, FunctionModule['default']>();
  for (const file of globSync('*.mjs', { cwd: folder })) {
    // A module is read once for each address it is imported by: another edition needs another.
    const { default: run, config } = (await import(
      `${pathToFileURL(join(folder, file)).href}?edition=${edition}`
    )) as FunctionModule;
    const scheduled = `/.netlify/functions/${basename(file, '.mjs')}`;
    for (const path of [config?.path ?? scheduled].flat()) functions.set(path.replace(/\/$/, ''), run);
  }
  return functions;
};

/**
 * What answers for the functions in the generated folder, given a request: undefined where it is not for any of them.
 * A rebuild is noticed by the file that it writes last; until then, and where what it wrote cannot be loaded, the
 * functions before it answer.
 */
export const localFunctions = (generated: string): ((request: Request) => Promise<Response | undefined>) => {
  let edition: number | undefined;
  let functions: Promise<Functions> = Promise.resolve(new Map());
  return async (request) => {
    const newest = statSync(join(generated, 'bundles.json'), { throwIfNoEntry: false })?.mtimeMs;
    if (newest !== undefined && newest !== edition) {
      edition = newest;
      const before = functions;
      functions = load(join(generated, 'functions'), newest).catch((error: unknown) => {
        console.error(error);
        return before;
      });
    }
    const { pathname } = new URL(request.url);
    return (await functions).get(pathname.replace(/\/$/, ''))?.(request, context);
  };
};
