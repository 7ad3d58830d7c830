/** Static paths of a paged list: `[...page]` is undefined on the first page, `page/2` on the second. */
import { newestFirst } from '../lib/newest-first.ts';
import { listPages } from '../lib/list-pages.ts';
import { summaries, type EntrySummary } from './entries.ts';
import type { CollectionName } from '../kinds/index.ts';

export const listPaths = async (...collections: CollectionName[]) =>
  pathsOfList(newestFirst(await summaries(...collections)));

export const pathsOfList = (entries: readonly EntrySummary[]) => pagePaths(listPages(entries));

export const pagePaths = <Slice extends { page: number }>(slices: readonly Slice[]) =>
  slices.map((slice) => ({
    params: { page: slice.page === 1 ? undefined : `page/${slice.page}` },
    props: { slice },
  }));
