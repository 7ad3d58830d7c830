import { groupBy, newestFirst } from '../lib/groups.ts';
import { summaries, type EntrySummary } from './entries.ts';

/** Past assistance by kind, each kind newest first. */
export const pastAssistance = async (): Promise<EntrySummary[]> =>
  groupBy(newestFirst(await summaries('assistance')), ({ kicker }) => kicker[0]).flatMap(([, entries]) => entries);
