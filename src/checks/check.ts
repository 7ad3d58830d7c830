/** `npm run check`: reads every entry without a build and reports all faults; exit code 1 where one is an error. */
import { appendFileSync, existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { findFaults } from './find.ts';
import { projectRoot, readOptions } from '../options.ts';
import { countsReport } from './reporters/counts.ts';
import { annotations, summary } from './reporters/github.ts';
import { jsonReport } from './reporters/json.ts';
import { terminalReport } from './reporters/terminal.ts';
import { readProject } from './reading/project.ts';

const help = `npm run check reads every page in content/ and says what is wrong, with the line and what to do. It changes nothing.

  npm run check
  npm run check -- content/webinars                      one folder
  npm run check -- content/webinars/spi-101-april-2014.mdx   one page

  --counts   adds how many pages are published and drafts, with the reason of each draft
  --json     the same for programs
  --github   marks the lines of a pull request; on by itself in GitHub Actions
  --root     another copy of the project
  --help     this text

It ends with 1 where something must be mended before the page can be shown. “npm run fix” mends what cannot be mistaken.`;

const { values, positionals } = readOptions(help, {
  root: { type: 'string', default: projectRoot },
  json: { type: 'boolean', default: false },
  github: { type: 'boolean', default: process.env['GITHUB_ACTIONS'] === 'true' },
  counts: { type: 'boolean', default: false },
});

// Windows parts folders with \\, findings with /.
const paths = positionals.map((path) => relative(values.root, resolve(values.root, path)).replaceAll(sep, '/'));
const missing = positionals.filter((path) => !existsSync(resolve(values.root, path)));
if (missing.length > 0) {
  console.error(
    `There is no ${missing.map((path) => `“${path}”`).join(' and no ')} in ${values.root}. Give a file or folder as it stands in the project, such as content/webinars.`,
  );
  process.exit(1);
}

const isAskedFor = ({ file }: { file: string }): boolean =>
  paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));

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
