/** The only door to the content: published entries, as short views that lists and links can show. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { addressOf } from '../lib/addresses.ts';
import { dateInWords, spanInWords } from '../lib/dates.ts';
import { laterVotes, ownVotes, type Vote } from '../lib/evidence.ts';
import {
  assistanceKindLabels,
  collectionLabels,
  expertKindLabels,
  meetingKindLabels,
  resourceKindLabels,
} from '../lib/labels.ts';
import type { CollectionName } from '../kinds/fields.ts';

export type Entry<C extends CollectionName = CollectionName> = CollectionEntry<C>;

/** What a list shows of an entry. */
export interface EntrySummary {
  collection: CollectionName;
  id: string;
  href: string;
  title: string;
  summary: string;
  /** Kind, date and place, in words, shown above the title. */
  kicker: string[];
  /** ISO 8601, as exact as it is known; for sorting. */
  date: string | undefined;
  topics: string[];
  /** Of a program profile: one vote a study of its own, strongest design first. */
  votes: Vote[];
  /** Of a program profile: the votes of later evidence, oldest first; never summed with its own. */
  laterVotes: Vote[];
}

/** Drafts are shown while writing (`npm run dev`, with a banner) and nowhere else. */
const isShown = (entry: Entry): boolean =>
  import.meta.env.DEV || !('status' in entry.data) || entry.data.status === 'published';

/** Made once a build for each collection, since every page asks; anew each time while writing. */
const perCollection = (make: (collection: CollectionName) => Promise<Entry[]>) => {
  const made = new Map<CollectionName, Promise<Entry[]>>();
  return async <C extends CollectionName>(collection: C): Promise<Entry<C>[]> => {
    const entries = (import.meta.env.DEV ? undefined : made.get(collection)) ?? make(collection);
    made.set(collection, entries);
    return (await entries) as Entry<C>[];
  };
};

/** Every published entry of a collection, by id. */
export const published = perCollection(async (collection) => {
  const entries: Entry[] = await getCollection(collection);
  return entries.filter(isShown).sort((a, b) => a.id.localeCompare(b.id));
});

const places = new WeakMap<readonly Entry[], Map<string, number>>();

/** Where an entry stands in a list, -1 where it does not. Every page asks of the same few lists, so places are noted once. */
export const placeIn = (entries: readonly Entry[], id: string): number => {
  const noted = places.get(entries) ?? new Map(entries.map((entry, place) => [entry.id, place]));
  places.set(entries, noted);
  return noted.get(id) ?? -1;
};

/** The published entries of a collection that are named, in the order of the names. */
export const publishedNamed = async <C extends CollectionName>(
  collection: C,
  ids: readonly string[],
): Promise<Entry<C>[]> => {
  const entries = await published(collection);
  return ids.flatMap((id) => entries[placeIn(entries, id)] ?? []);
};

const kickerOf = (entry: Entry): string[] => {
  const kind = collectionLabels[entry.collection].one;
  switch (entry.collection) {
    case 'program-profiles':
      return [kind, entry.data.cohort ? `${entry.data.cohort} cohort` : 'Award year not known', entry.data.place];
    case 'research-spotlights':
      return [kind, ...(entry.data.year ? [String(entry.data.year)] : [])];
    case 'resources':
      return [resourceKindLabels[entry.data.kind].one, ...(entry.data.year ? [String(entry.data.year)] : [])];
    case 'webinars':
    case 'podcasts':
      return [kind, ...(entry.data.date ? [dateInWords(entry.data.date)] : [])];
    case 'meetings':
      return [meetingKindLabels[entry.data.kind], spanInWords(entry.data.startDate, entry.data.endDate)];
    case 'assistance':
      return [assistanceKindLabels[entry.data.kind], ...(entry.data.date ? [dateInWords(entry.data.date)] : [])];
    case 'experts':
      return [expertKindLabels[entry.data.kind], ...(entry.data.affiliation ? [entry.data.affiliation] : [])];
    default:
      return [kind];
  }
};

const dateOf = (entry: Entry): string | undefined => {
  switch (entry.collection) {
    case 'program-profiles':
      return entry.data.cohort?.toString();
    case 'research-spotlights':
    case 'resources':
      return entry.data.year?.toString();
    case 'webinars':
    case 'podcasts':
    case 'assistance':
      return entry.data.date;
    case 'meetings':
      return entry.data.startDate;
    default:
      return undefined;
  }
};

/** The published entries of a collection that have a date, oldest first. */
export const oldestFirst = perCollection(async (collection) =>
  (await published(collection))
    .flatMap((entry) => {
      const date = dateOf(entry);
      return date ? { entry, date } : [];
    })
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ entry }) => entry),
);

const summarize = (entry: Entry): EntrySummary => ({
  collection: entry.collection,
  id: entry.id,
  href: addressOf(entry),
  title: entry.data.title,
  summary: entry.data.summary,
  kicker: kickerOf(entry),
  date: dateOf(entry),
  topics: 'topics' in entry.data ? entry.data.topics.map((topic) => topic.id) : [],
  votes: entry.collection === 'program-profiles' ? ownVotes(entry.data) : [],
  laterVotes: entry.collection === 'program-profiles' ? laterVotes(entry.data) : [],
});

/** Made once for each entry, since many pages and files ask. */
export const perEntry = <E extends Entry, Made>(make: (entry: E) => Made): ((entry: E) => Made) => {
  const known = new WeakMap<E, Made>();
  return (entry) => {
    const made = known.get(entry) ?? make(entry);
    known.set(entry, made);
    return made;
  };
};

export const summaryOf = perEntry(summarize);

/** Summaries of every published entry of the named collections. */
export const summaries = async (...collections: CollectionName[]): Promise<EntrySummary[]> =>
  (await Promise.all(collections.map(async (collection) => (await published(collection)).map(summaryOf)))).flat();
