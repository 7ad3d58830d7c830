/** Everything that can be read. */
import type { CslItem } from '../lib/citation/csl.ts';
import { newestFirst } from '../lib/newest-first.ts';
import { workOf } from './citations.ts';
import { published, summaries, type EntrySummary } from './entries.ts';

export const libraryEntries = async (): Promise<EntrySummary[]> =>
  newestFirst(await summaries('research-spotlights', 'resources'));

/** Every publication as a work to cite. */
export const libraryWorks = async (): Promise<CslItem[]> => [
  ...(await published('research-spotlights')).map(workOf),
  ...(await published('resources')).map(workOf),
];
