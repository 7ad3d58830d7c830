/**
 * The functions of the last build, called in this process. Netlify's own emulation makes each of them anew for every
 * request (0.4 s), in a folder that it deletes with the answer: also under another request of the same moment, which
 * then gets an error.
 */
import { globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionContext } from '../live.ts';

type Run = (request: Request, context: FunctionContext) => Response | Promise<Response>;

interface FunctionModule {
  default: Run;
  config?: { path?: string | string[] };
}

interface Functions {
  /** By address, without a slash at the end. */
  byPath: ReadonlyMap<string, Run>;
  /** Those without an address, which a schedule calls. */
  scheduled: ReadonlyMap<string, Run>;
}

interface LocalFunctions {
  /** Undefined where the request is not for any of them. */
  answer: (request: Request) => Promise<Response | undefined>;
  /** Runs a scheduled one by its name. From outside nobody can: not even a page that is open on this machine. */
  run: (name: string) => Promise<Response | undefined>;
}

/** No address of the visitor: the limit for each of them is the live site's. */
const context: FunctionContext = {
  ip: '',
  deploy: { context: 'dev' },
  waitUntil: (work) => {
    work.catch(console.error);
  },
};

const load = async (folder: string, version: number): Promise<Functions> => {
  const byPath = new Map<string, Run>();
  const scheduled = new Map<string, Run>();
  for (const file of globSync('*.mjs', { cwd: folder })) {
    // A module is read once for each address it is imported by: another version needs another.
    const { default: run, config } = (await import(
      `${pathToFileURL(join(folder, file)).href}?version=${version}`
    )) as FunctionModule;
    if (config?.path) for (const path of [config.path].flat()) byPath.set(path.replace(/\/$/, ''), run);
    else scheduled.set(basename(file, '.mjs'), run);
  }
  return { byPath, scheduled };
};

/**
 * What answers for the functions in the generated folder. A rebuild is noticed by the file that it writes last; until
 * then, and where what it wrote cannot be loaded, the functions before it answer.
 */
export const localFunctions = (generated: string): LocalFunctions => {
  let version: number | undefined;
  let functions: Promise<Functions> = Promise.resolve({ byPath: new Map(), scheduled: new Map() });
  const latest = (): Promise<Functions> => {
    const newest = statSync(join(generated, 'bundles.json'), { throwIfNoEntry: false })?.mtimeMs;
    if (newest !== undefined && newest !== version) {
      version = newest;
      const before = functions;
      functions = load(join(generated, 'functions'), newest).catch((error: unknown) => {
        console.error(error);
        return before;
      });
    }
    return functions;
  };
  return {
    answer: async (request) =>
      (await latest()).byPath.get(new URL(request.url).pathname.replace(/\/$/, ''))?.(request, context),
    run: async (name) => (await latest()).scheduled.get(name)?.(new Request('http://localhost/'), context),
  };
};
