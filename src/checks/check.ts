/**
 * `npm run check`: reads every entry and reports all faults of all files; exit code 1 where one is an error.
 * `npm run check -- content/webinars/spi-101.mdx` reports on the files named (or the folders) alone.
 * --json     for programs
 * --github   annotations and the job’s summary; on by itself in GitHub Actions
 * --counts   adds how many entries are published and drafts, with the reason of each draft
 */
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findFaults } from './find.ts';
import { readProject } from './project.ts';
import { countsReport } from './reporters/counts.ts';
import { annotations, summary } from './reporters/github.ts';
import { jsonReport } from './reporters/json.ts';
import { terminalReport } from './reporters/terminal.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Top of the repository to check. */
    root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
    json: { type: 'boolean', default: false },
    github: { type: 'boolean', default: process.env['GITHUB_ACTIONS'] === 'true' },
    counts: { type: 'boolean', default: false },
  },
});

const isAskedFor = ({ file }: { file: string }): boolean =>
  positionals.length === 0 ||
  positionals.some((path) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));

const begin = performance.now();
const project = readProject(values.root);
const faults = findFaults(project).filter(isAskedFor);
const seconds = (performance.now() - begin) / 1000;
const entries = project.entries.length;
const isRefused = faults.some(({ severity }) => severity === 'error');

if (values.json) console.log(jsonReport(faults, entries));
else console.log(terminalReport(faults, { color: process.stdout.isTTY && !process.env['NO_COLOR'], entries, seconds }));
if (values.github && !values.json) {
  if (faults.length > 0) console.log(annotations(faults));
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file) appendFileSync(file, summary(faults, entries));
}
if (values.counts && !isRefused) console.log(`\n${countsReport(project)}\n`);
process.exitCode = isRefused ? 1 : 0;
