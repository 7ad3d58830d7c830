/** The good entries among as few real ones as they need: each of many hundred checks is quick, and says the same. */
import { fileURLToPath } from 'node:url';
import { goodEntries } from './good-entries.ts';
import { readProject, type Project } from '../../src/checks/reading/project.ts';
import { withChanges } from '../support/with-changes.ts';
import { addressOf } from '../../src/kinds/index.ts';

/** The whole content of the site. */
export const content = readProject(fileURLToPath(new URL('../..', import.meta.url)));

const needed =
  /\/(?:place-based-policing|evaluation-and-measurement|gun-violence|body-worn-cameras)\.mdx|hildy-saizow|boston-massachusetts-2009|october-2014-major-cities-chiefs|spi-101-april-2014/;

const rest = new Map(
  content.files.filter(({ path }) => !needed.test(path)).map(({ path }) => [path, undefined] as const),
);

/** Topics without their briefings, which point at entries that are left out. */
const topics = content.entries
  .filter(({ collection, file }) => collection === 'topics' && needed.test(file))
  .map(({ file, text }) => [file, text.replace(/^(?:known|beyond|tonight):\n[^]*?(?=^reviewed:)/m, '')] as const);

const among = withChanges(
  withChanges(
    content,
    new Map([
      ...rest,
      ...topics,
      ['src/checks/published-addresses.txt', ''],
      ['public/_redirects', ''],
      ['content/synonyms.yaml', 'same:\n  - [police, cops]\n'],
    ]),
  ),
  goodEntries,
);

/** The addresses of those left out answer all the same. */
export const good: Project = {
  ...among,
  // Nothing was ever taken away here; git is not asked.
  past: () => undefined,
  routes: new Set([...among.routes, ...content.entries.filter(({ file }) => rest.has(file)).map(addressOf)]),
};
