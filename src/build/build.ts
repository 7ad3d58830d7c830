/**
 * `npm run build`: checks the content and builds the pages, both at once; then Pagefind’s index and the catalog of the
 * search, and beside them the weights of the pages, the functions and the files that go beside pages; then the workers for
 * offline reading; then puts the pages in place of the last build by one rename. Where anything is wrong, the last build stays
 * as it was and the exit code is 1.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
/** `npm run preview` shows the pages even where the content has faults, so that an editor sees both. */
const isPreview = process.argv.includes('--preview');
const place = join(root, 'dist');
const scratch = join(root, '.local');
const fresh = join(scratch, 'next');
const last = join(scratch, 'last');

const ended = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });

/** The check on GitHub annotates in a job of its own: here its words in the log are enough. */
const { GITHUB_ACTIONS: _, ...environment } = process.env;

const run = (...script: string[]): ChildProcess =>
  spawn(process.execPath, script, { cwd: root, env: environment, stdio: 'inherit' });

/** Each takes the folder of the new pages, and waits for the one before; none follows one that failed. */
const inTurn = async (...scripts: string[]): Promise<boolean> => {
  for (const script of scripts) if (!(await ended(run(script, fresh)))) return false;
  return true;
};

/**
 * Room for what is short-lived, in MB: V8 begins with far less, and collecting garbage again and again takes a
 * fifth of the time of a build of 10,000 entries.
 */
const memory = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

/** Readers of dist/ see the old site or the new one: nothing is emptied and filled under their eyes. */
const swap = (): void => {
  rmSync(last, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, last);
  renameSync(fresh, place);
  rmSync(last, { recursive: true, force: true });
};

const build = async (): Promise<boolean> => {
  mkdirSync(scratch, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const check = run('src/checks/check.ts', '--counts');
  // It ends long before the pages: it takes the processor’s time that they leave over.
  if (check.pid) setPriority(check.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const astro = spawn(
    process.execPath,
    [...memory, join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--outDir', fresh],
    {
      cwd: root,
      env: {
        BUILD_LOG_LEVEL: 'warn',
        // A build tells nobody of itself.
        ASTRO_TELEMETRY_DISABLED: '1',
        ...process.env,
        ...color,
        ...(isPreview && { LENIENT_CONTENT: '1' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  // What the checks say comes first: it names file and line, where Astro’s own complaint of the same fault does not.
  const held: [NodeJS.WriteStream, Buffer][] = [];
  let write = (stream: NodeJS.WriteStream, chunk: Buffer): unknown => held.push([stream, chunk]);
  astro.stdout.on('data', (chunk: Buffer) => write(process.stdout, chunk));
  astro.stderr.on('data', (chunk: Buffer) => write(process.stderr, chunk));
  const built = ended(astro);
  if (!(await ended(check)) && !isPreview) {
    astro.kill();
    await built;
    return false;
  }
  for (const [stream, chunk] of held) stream.write(chunk);
  write = (stream, chunk) => stream.write(chunk);
  if (!(await built)) return false;
  const finished = await Promise.all([
    // One after the other: what the catalog holds is not needed on top of Pagefind’s most (1.9 GB at 10,000 entries).
    inTurn('src/search/passages.ts', 'src/search/write.ts'),
    // The functions carry the form of this very build.
    inTurn('src/build/weights.ts', 'netlify/build/compile.ts', 'src/build/unpack.ts'),
  ]);
  if (finished.includes(false)) return false;
  // It walks through every file, so nothing else may be written or removed meanwhile.
  if (!(await inTurn('src/offline/write.ts'))) return false;
  swap();
  return true;
};

const succeeded = await build();
rmSync(fresh, { recursive: true, force: true });
if (succeeded) console.log(`Built in ${(performance.now() / 1000).toFixed(1)} s`);
process.exitCode = succeeded ? 0 : 1;
