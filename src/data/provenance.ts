/** Where sources contradict each other, and what this site shows: drawn from the entries. */
import { contradictionsIn, type Contradiction } from '../lib/contradictions.ts';
import { citedCollections, citedEntries } from './citations.ts';
import { addressOf, kinds } from '../kinds/index.ts';
import { standingProfiles } from './strength.ts';

export const disputes = async () => {
  const entries = (await citedEntries()).filter(({ data }) => data.discrepancies.length > 0);
  return citedCollections
    .map((collection) => ({
      collection,
      label: kinds[collection].many,
      entries: entries
        .filter((entry) => entry.collection === collection)
        .map((entry) => ({
          title: entry.data.title,
          href: addressOf(entry),
          discrepancies: entry.data.discrepancies,
        })),
    }))
    .filter((group) => group.entries.length > 0);
};

/** Pairs of figures that the evidence itself shows to be apart, project by project. */
export const contradictions = async (): Promise<(Contradiction & { title: string; href: string })[]> =>
  (await standingProfiles()).flatMap((entry) =>
    contradictionsIn(entry.data).map((pair) => ({ ...pair, title: entry.data.title, href: addressOf(entry) })),
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
