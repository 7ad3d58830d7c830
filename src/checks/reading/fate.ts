/** What became of a page that is not there any more: renamed, where git and a title say so, or taken away. */
import { plainWords } from '../../lib/text.ts';
import { readEntry, type Entry } from './entry.ts';
import type { Project } from './project.ts';
import { addressOf, collectionNames, kinds } from '../../kinds/index.ts';

interface Fate {
  /** The entry that has its title now; undefined where none has, or more than one. */
  now: Entry | undefined;
}

/** `/webinars/spi-101/` is `content/webinars/spi-101.mdx`. */
const fileOf = (address: string): string | undefined => {
  const [collection] = collectionNames
    .filter((name) => address.startsWith(kinds[name].href))
    .sort((a, b) => kinds[b].href.length - kinds[a].href.length);
  const id = collection ? address.slice(kinds[collection].href.length).replace(/\/$/, '') : '';
  return id && !id.includes('/') ? `content/${collection}/${id}.mdx` : undefined;
};

/** Undefined for an address that never was one: then it was mistyped. */
export const fateOf = (project: Project, address: string): Fate | undefined => {
  const file = fileOf(address);
  if (!file) return undefined;
  const wasPublished = project.published.text.split(/\r?\n/).includes(address);
  const past = project.past(file);
  if (!wasPublished && past === undefined) return undefined;
  const title = past === undefined ? '' : (readEntry(file, past)?.title ?? '');
  const same =
    plainWords(title) === '' ? [] : project.entries.filter((entry) => plainWords(entry.title) === plainWords(title));
  return { now: same.length === 1 && same[0] && addressOf(same[0]) !== address ? same[0] : undefined };
};
