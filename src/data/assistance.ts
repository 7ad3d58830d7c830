import { newestFirst } from '../lib/newest-first.ts';
import { published, summaries, type Entry, type EntrySummary } from './entries.ts';

/** Past assistance by kind, each kind newest first. */
export const pastAssistance = async (): Promise<EntrySummary[]> =>
  [...Map.groupBy(newestFirst(await summaries('assistance')), ({ sort }) => sort.id).values()].flat();

/** The types of assistance in the order of the program’s own table. */
export const typesInOrder = async (): Promise<Entry<'ta-types'>[]> =>
  [...(await published('ta-types'))].sort((a, b) => a.data.order - b.data.order);
