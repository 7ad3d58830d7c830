/** Where sources contradict each other, and what this site shows: drawn from the entries. */
import { contradictionsIn, type Contradiction } from '../lib/contradictions.ts';
import { kinds } from '../kinds/index.ts';
import { citedEntries } from './citations.ts';
import { linkTo, type EntryLink } from './entries.ts';
import { standingProfiles } from './strength.ts';

/** By collection, in the order of the collections. */
export const disputes = async () => {
  const disputed = (await citedEntries()).filter(({ data }) => data.discrepancies.length > 0);
  return [...Map.groupBy(disputed, ({ collection }) => collection)].map(([collection, entries]) => ({
    collection,
    label: kinds[collection].many,
    entries: entries.map((entry) => ({ ...linkTo(entry), discrepancies: entry.data.discrepancies })),
  }));
};

/** Pairs of figures that the evidence itself shows to be apart, project by project. */
export const contradictions = async (): Promise<(Contradiction & EntryLink)[]> =>
  (await standingProfiles()).flatMap((entry) =>
    contradictionsIn(entry.data).map((pair) => ({ ...pair, ...linkTo(entry) })),
  );

export const checkingCounts = async () => {
  const entries = await citedEntries();
  const sources = entries.flatMap(({ data }) => data.sources);
  const days = entries.map(({ data }) => data.reviewed).sort();
  return {
    entries: entries.length,
    /** Sources named, counted once an entry. */
    sources: sources.length,
    /** Sources of which only someone else's copy was found: named, not linked. */
    unlinked: sources.filter(({ url }) => !url).length,
    /** The oldest and the newest day on which an entry was checked. */
    oldest: days[0],
    newest: days.at(-1),
  };
};
