/** Everything that can be read. */
import { newestFirst } from '../lib/groups.ts';
import { summaries, type EntrySummary } from './entries.ts';

export const libraryEntries = async (): Promise<EntrySummary[]> => newestFirst(await summaries('research-spotlights', 'resources'));
