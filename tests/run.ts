/**
 * `npm test`: builds the site, makes sure of a browser, runs every tests/**\/*.test.ts and closes with
 * the ten slowest tests and one plain line, “N passed, N failed”. Words on the command line choose files by name: `npm test -- map`.
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

let passed = 0;
let failed = 0;
/** Seconds of each test. */
const times: { seconds: number; name: string; file: string }[] = [];
// One more than there are processors: a test of pages waits for its browser two fifths of its time.
const stream = run({ files, cwd: root, concurrency: availableParallelism() + 1, timeout: 1_200_000 });
// Suites report as tests too; only what holds no other test is counted.
stream.on('test:pass', ({ details, skip }) => {
  if (details.type !== 'suite' && !skip) passed += 1;
});
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') failed += 1;
});
stream.on('test:complete', ({ name, file = '', details }) => {
  const test = { seconds: details.duration_ms / 1000, name, file: relative(root, file) };
  // A file reports as a test of its own name.
  if (details.type !== 'suite' && name !== test.file) times.push(test);
});
stream.on('end', () => {
  setImmediate(() => {
    const slowest = times.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
    console.log(`\nThe slowest of ${times.length} tests:`);
    for (const { seconds, name, file } of slowest) console.log(`${seconds.toFixed(1).padStart(6)} s  ${file}: ${name}`);
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  });
});
stream.compose(spec).pipe(process.stdout);
