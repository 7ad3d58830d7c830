import { groupBy, newestFirst } from '../lib/groups.ts';
import { published, summaries, type Entry, type EntrySummary } from './entries.ts';

/** Past assistance by kind, each kind newest first. */
export const pastAssistance = async (): Promise<EntrySummary[]> =>
  groupBy(newestFirst(await summaries('assistance')), ({ kicker }) => kicker[0]).flatMap(([, entries]) => entries);

/** The types of assistance in the order of the program’s own table. */
export const typesInOrder = async (): Promise<Entry<'ta-types'>[]> =>
  [...(await published('ta-types'))].sort((a, b) => a.data.order - b.data.order);
