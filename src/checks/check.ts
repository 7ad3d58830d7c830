/**
 * `npm run check`: reads every entry and reports all faults of all files; exit code 1 where one is an error.
 * --counts adds how many entries are published and drafts, with the reason of each draft.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findFaults } from './find.ts';
import { readProject } from './project.ts';
import { countsReport } from './reporters/counts.ts';
import { terminalReport } from './reporters/terminal.ts';

const { values } = parseArgs({
  options: {
    /** Top of the repository to check. */
    root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
    counts: { type: 'boolean', default: false },
  },
});

const begin = performance.now();
const project = readProject(values.root);
const faults = findFaults(project);
const seconds = (performance.now() - begin) / 1000;
console.log(terminalReport(faults, { color: process.stdout.isTTY && !process.env['NO_COLOR'], entries: project.entries.length, seconds }));
const isRefused = faults.some(({ severity }) => severity === 'error');
if (values.counts && !isRefused) console.log(`\n${countsReport(project)}\n`);
process.exitCode = isRefused ? 1 : 0;
