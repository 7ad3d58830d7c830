/**
 * `npm run bench`: runs every measure of this folder, prints each figure beside its budget and the last committed
 * one, and writes tests/bench/results.json. Words choose measures: `npm run bench -- build`.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Measure, Row } from './measure.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const resultsFile = fileURLToPath(new URL('results.json', import.meta.url));

interface Results {
  /** What the figures were taken on: they say little without it. */
  machine: string;
  rows: Record<string, Row[]>;
}

const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const last: Results = existsSync(resultsFile)
  ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Results)
  : { machine: '', rows: {} };
const words = process.argv.slice(2);

const isMeasure = (module: object): module is Measure => 'name' in module && 'run' in module;

const measures: Measure[] = [];
for (const file of globSync('*.ts', { cwd: here }).sort()) {
  if (file === 'run.ts') continue;
  const module = (await import(pathToFileURL(here + file).href)) as object;
  if (isMeasure(module) && (words.length === 0 || words.includes(module.name))) measures.push(module);
}
if (measures.length === 0) throw new Error(`No measure is called ${words.join(' or ')}.`);

console.log(`${machine}\n`);
const [load = 0] = loadavg();
if (load > availableParallelism() / 2)
  console.log(`Something else keeps this machine busy (load ${load.toFixed(1)}): times will be long.\n`);

const rows: Results['rows'] = { ...last.rows };
let isOver = false;
for (const { name, run } of measures) {
  const measured = await run();
  rows[name] = measured;
  // After each, so that one that fails does not take the others with it.
  writeFileSync(resultsFile, `${JSON.stringify({ machine, rows } satisfies Results, undefined, 2)}\n`);
  for (const { measure, value, unit, budget } of measured) {
    const before = last.rows[name]?.find((row) => row.measure === measure)?.value;
    const isTooMuch = budget !== undefined && value > budget;
    isOver ||= isTooMuch;
    const parts = [
      `${measure}:`.padEnd(74),
      `${value} ${unit}`.padStart(12),
      (budget === undefined ? '' : `of ${budget}`).padStart(10),
      before === undefined ? '' : `  last ${before}`,
      isTooMuch ? '  OVER' : '',
    ];
    console.log(parts.join(''));
  }
}
console.log(isOver ? '\nSomething is over its budget.' : '\nAll within budget.');
process.exitCode = isOver ? 1 : 0;
