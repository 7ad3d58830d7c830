/**
 * `npm run addresses`: adds every address that is published now to the list of those that ever were. Nothing is
 * taken out: an address in the list that no longer answers needs a line in public/_redirects, and
 * “npm run check” says so. A workflow runs this after each change of the main branch.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../lib/text.ts';
import { projectRoot } from '../options.ts';
import { publishedAddresses } from './rules/redirects.ts';
import { publishedFile, readProject } from './reading/project.ts';

const project = readProject(projectRoot);
const rows = project.published.text.split(/\r?\n/);
const known = new Set(rows.map((row) => row.trim()).filter((row) => row.startsWith('/')));
// Pages only: files for programs (feeds, the site map) may come from elsewhere than src/pages.
const now = [...publishedAddresses(project)].filter((address) => address.endsWith('/'));
const added = now.filter((address) => !known.has(address));

writeFileSync(
  join(projectRoot, publishedFile),
  [
    '# Every address that was ever published, written by “npm run addresses”. One that no longer answers needs a redirect in public/_redirects.',
    ...[...known, ...added].sort(),
    '',
  ].join('\n'),
);
console.log(
  `${counted(added.length, 'address', 'addresses')} added; ${counted(known.size + added.length, 'address', 'addresses')} in the list.`,
);
