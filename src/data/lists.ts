/** Lists of entries, and their static paths. */
import { evidenceOn, type CollectionName } from '../kinds/index.ts';
import type { CslItem } from '../lib/citation/csl.ts';
import { newestFirst } from '../lib/newest-first.ts';
import { isCited, workOf } from './citations.ts';
import { published, summaries, type Entry, type EntrySummary } from './entries.ts';

/** Long lists are cut into pages so that each stays light on a weak line. */
const entriesPerPage = 60;

/** At least one page, even of an empty list: `[...page]` is undefined on the first, `page/2` on the second. */
export const pagePaths = <Item>(items: readonly Item[], perPage = entriesPerPage) => {
  const lastPage = Math.max(1, Math.ceil(items.length / perPage));
  return Array.from({ length: lastPage }, (_, index) => {
    const page = index + 1;
    const slice = { page, lastPage, total: items.length, items: items.slice(index * perPage, page * perPage) };
    return { params: { page: page === 1 ? undefined : `page/${page}` }, props: { slice } };
  });
};

/** Page 2 of a list and those that follow have titles of their own. */
export const pagedTitle = (title: string, { page }: { page: number }): string =>
  page === 1 ? title : `${title}, page ${page}`;

export const listPaths = async (...collections: CollectionName[]) =>
  pagePaths(newestFirst(await summaries(...collections)));

/** Everything that can be read. */
export const libraryEntries = async (): Promise<EntrySummary[]> =>
  newestFirst(await summaries(...evidenceOn('library')));

/** Every publication as a work to cite. */
export const libraryWorks = async (): Promise<CslItem[]> =>
  (await Promise.all(evidenceOn('library').map(published))).flat().filter(isCited).map(workOf);

/** Past assistance by kind, each kind newest first. */
export const pastAssistance = async (): Promise<EntrySummary[]> =>
  [...Map.groupBy(newestFirst(await summaries('assistance')), ({ sort }) => sort.id).values()].flat();

/** The types of assistance in the order of the program’s own table. */
export const typesInOrder = async (): Promise<Entry<'ta-types'>[]> =>
  (await published('ta-types')).toSorted((a, b) => a.data.order - b.data.order);
