/**
 * `npm test`: builds the site, makes sure of a browser, runs every tests/**\/*.test.ts and closes with
 * the ten slowest tests, what was flaky, and one plain line, “N passed, N failed”. Words on the command line choose files by name: `npm test -- map`.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { ensureChromium } from './support/chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const files = globSync(['tests/**/*.test.ts', 'src/**/*.test.ts', 'netlify/**/*.test.ts'], { cwd: root })
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No test file has ${words.join(' or ')} in its name.`);
  process.exit(1);
}

process.env['CHROMIUM'] = ensureChromium();
if (!process.env['SKIP_BUILD']) {
  const build = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(1);
}

interface Result {
  passed: number;
  failed: number;
  /** Seconds of each test. */
  times: { seconds: number; name: string }[];
}

/** Runs files, tells of each test as it ends, and resolves to what became of each file. */
const runFiles = (some: readonly string[], concurrency: number): Promise<Map<string, Result>> =>
  new Promise((resolve, reject) => {
    const results = new Map<string, Result>(some.map((file) => [file, { passed: 0, failed: 0, times: [] }]));
    const resultOf = (file = ''): Result => {
      const result = results.get(relative(root, file));
      if (!result) throw new Error(`A test of ${file}, which was not to be run.`);
      return result;
    };
    // A test that fails may leave a server behind, which would keep its process for ever.
    const stream = run({ files: [...some], cwd: root, concurrency, timeout: 900_000, forceExit: true });
    // Suites report as tests too; only what holds no other test is counted.
    stream.on('test:pass', ({ details, skip, file }) => {
      if (details.type !== 'suite' && !skip) resultOf(file).passed += 1;
    });
    stream.on('test:fail', ({ details, file }) => {
      if (details.type !== 'suite') resultOf(file).failed += 1;
    });
    stream.on('test:complete', ({ name, file, details }) => {
      // A file reports as a test of its own name.
      if (details.type !== 'suite' && name !== relative(root, file ?? ''))
        resultOf(file).times.push({ seconds: details.duration_ms / 1000, name });
    });
    stream.on('error', reject);
    stream.on('end', () => setImmediate(resolve, results));
    stream.compose(spec).pipe(process.stdout, { end: false });
  });

// One more than there are processors: a test of pages waits for its browser two fifths of its time.
const results = await runFiles(files, availableParallelism() + 1);
// A file that fails beside others is run once more, alone. Where that goes well it is told as flaky: a race to be looked
// for, in the test or in the site. More than two such files are no accident of timing.
const red = [...results].filter(([, { failed }]) => failed > 0).map(([file]) => file);
const flaky: string[] = [];
if (red.length > 0 && red.length <= 2)
  for (const [file, result] of await runFiles(red, 1)) {
    results.set(file, result);
    if (result.failed === 0) flaky.push(file);
  }

const times = [...results].flatMap(([file, result]) => result.times.map((time) => ({ file, ...time })));
const slowest = times.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
console.log(`\nThe slowest of ${times.length} tests:`);
for (const { seconds, name, file } of slowest) console.log(`${seconds.toFixed(1).padStart(6)} s  ${file}: ${name}`);
for (const file of flaky) console.log(`\nFlaky, failed once and passed alone: ${file}`);
const sum = (what: 'passed' | 'failed'): number => [...results.values()].reduce((all, result) => all + result[what], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
