/**
 * `npm run fix`: makes the changes that cannot be wrong (line ends, quotes, dates of one meaning, file names),
 * says what it did, and leaves the rest to a person.
 */
import { existsSync, readFileSync, renameSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { counted } from '../lib/text.ts';
import { applyEdits } from './edits.ts';
import { findFaults } from './find.ts';
import { projectRoot, readOptions } from '../options.ts';
import { saidOf, placeOf } from './finding.ts';
import { readProject } from './reading/project.ts';

const help = `npm run fix mends in content/ what cannot be mistaken, such as line ends, missing quotes, dates of one meaning and file names,
says what it did, and leaves the rest to you: “npm run check” names it.

  --dry-run  only says what it would do
  --root     another copy of the project
  --help     this text`;

const { values } = readOptions(help, {
  root: { type: 'string', default: projectRoot },
  'dry-run': { type: 'boolean', default: false },
});

/** A mended line may show the next fault; more rounds than this mean that two rules disagree. */
const rounds = values['dry-run'] ? 1 : 5;
let mended = 0;

for (let round = 0; round < rounds; round += 1) {
  const faults = findFaults(readProject(values.root)).filter(({ edits, rename }) => edits?.length || rename);
  if (faults.length === 0) break;
  for (const fault of faults) console.log(`${placeOf(fault)} ${saidOf(fault)}`);
  mended += faults.length;
  if (values['dry-run']) break;
  for (const file of new Set(faults.map((fault) => fault.file))) {
    const path = join(values.root, file);
    const edits = faults.filter((fault) => fault.file === file).flatMap((fault) => fault.edits ?? []);
    if (edits.length > 0) writeFileSync(path, applyEdits(readFileSync(path, 'utf8'), edits));
    const to = faults.find((fault) => fault.file === file && fault.rename)?.rename;
    if (to && !existsSync(join(values.root, to))) {
      mkdirSync(dirname(join(values.root, to)), { recursive: true });
      renameSync(path, join(values.root, to));
    }
  }
}

const left = findFaults(readProject(values.root)).length;
console.log(
  `${values['dry-run'] ? 'Would mend' : 'Mended'} ${counted(mended, 'fault')}. ${left === 0 ? 'No faults are left.' : `${counted(left, 'fault')} left for you: “npm run check” says which.`}`,
);
