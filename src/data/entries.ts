/** The only door to the content: published entries, as short views that lists and links can show. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { addressOf, kinds, type CollectionName, type DataOf } from '../kinds/index.ts';
import type { Sort } from '../kinds/kind.ts';
import type { EvidenceOf } from '../lib/evidence.ts';
import type { Fact, Section } from '../lib/facts.ts';
import { withdrawnLabel } from '../lib/labels.ts';
import type { Reference } from '../lib/entry-reference.ts';
import { memo } from './memo.ts';

/** An entry that was read, its data those of its kind. */
export type Entry<C extends CollectionName = CollectionName> = {
  [K in C]: Pick<CollectionEntry<K>, 'id' | 'filePath' | 'digest' | 'rendered'> & { collection: K; data: DataOf[K] };
}[C];

/** Drafts are shown while writing (`npm run dev`, with a banner) and nowhere else. */
const isShown = ({ data }: Entry): boolean => import.meta.env.DEV || data.status === 'published';

const read = memo(async (collection: CollectionName): Promise<readonly Entry[]> => {
  const entries: Entry[] = await getCollection(collection);
  return entries.filter(isShown).sort((a, b) => a.id.localeCompare(b.id, 'en'));
});

/** Every published entry of a collection, by id. */
export const published = <C extends CollectionName>(collection: C): Promise<readonly Entry<C>[]> =>
  read(collection) as Promise<readonly Entry<C>[]>;

/** Places in a list by id: every page asks of the same few lists. */
const placesOf = memo((entries: readonly { id: string }[]) => new Map(entries.map(({ id }, place) => [id, place])));

/** Where an entry stands in a list, -1 where it does not. */
export const placeIn = (entries: readonly { id: string }[], id: string): number => placesOf(entries).get(id) ?? -1;

/** The published entries of a collection that are named, in the order of the names. */
export const publishedNamed = async <C extends CollectionName>(
  collection: C,
  ids: readonly string[],
): Promise<Entry<C>[]> => {
  const entries = await published(collection);
  return ids.flatMap((id) => entries[placeIn(entries, id)] ?? []);
};

/** The published entry that a link leads to; undefined where it is a draft. */
export const publishedAt = async <C extends CollectionName>({
  collection,
  id,
}: Reference<C>): Promise<Entry<C> | undefined> => (await publishedNamed(collection, [id]))[0];

/** The published projects that an entry names, in its own order. */
export const projectsNamed = async ({ data }: Entry): Promise<Entry<'program-profiles'>[]> => {
  const named = 'profiles' in data ? data.profiles : [];
  return publishedNamed(
    'program-profiles',
    named.map(({ id }) => id),
  );
};

/** A link in the words of its entry. */
export interface EntryLink {
  href: string;
  label: string;
}

export const linkTo = (entry: Entry): EntryLink => ({ href: addressOf(entry), label: entry.data.title });

/** What is said of an entry in short, on its page and in its Markdown. */
export const factsOf = <C extends CollectionName>({ collection, data }: Entry<C>): readonly Fact[] =>
  kinds[collection].facts(data);

export const sectionsOf = <C extends CollectionName>({ collection, data }: Entry<C>): readonly Section[] =>
  kinds[collection].sections(data);

const dateOf = <C extends CollectionName>({ collection, data }: Entry<C>): string | undefined =>
  kinds[collection].date(data);

/** The published entries of a collection that have a date, oldest first. */
export const oldestFirst = memo(async (collection: CollectionName): Promise<readonly Entry[]> =>
  (await published(collection)).filter(dateOf).sort((a, b) => (dateOf(a) ?? '').localeCompare(dateOf(b) ?? '', 'en')),
);

/** The studies of a project; undefined of any other entry. */
export const evidenceOf = <C extends CollectionName>({ collection, data }: Entry<C>): EvidenceOf | undefined =>
  kinds[collection].evidence?.(data);

export type Withdrawal = NonNullable<DataOf['pages']['withdrawn']>;

/** When and why an entry was taken back; undefined where it stands. */
export const withdrawalOf = ({ data }: { data: Entry['data'] }): Withdrawal | undefined =>
  'withdrawn' in data ? data.withdrawn : undefined;

/** Whether an entry was not taken back: only such is counted, compared and offered. */
export const stands = (entry: { data: Entry['data'] }): boolean => withdrawalOf(entry) === undefined;

/** The studies of a project that count; none where it was taken back. */
export const countedEvidence = <C extends CollectionName>(entry: Entry<C>): EvidenceOf | undefined =>
  stands(entry) ? evidenceOf(entry) : undefined;

const sortOf = <C extends CollectionName>({ collection, data }: Entry<C>): Sort =>
  kinds[collection].sort?.(data) ?? { id: collection, label: kinds[collection].one };

/** Its sort, date and place, in words. */
export const folioOf = <C extends CollectionName>(entry: Entry<C>): string[] => [
  sortOf(entry).label,
  ...kinds[entry.collection].line(entry.data),
];

/** What a list shows of an entry. */
const summarize = <C extends CollectionName>(entry: Entry<C>) => {
  const { collection, id, data } = entry;
  const isWithdrawn = !stands(entry);
  return {
    collection,
    id,
    href: addressOf(entry),
    title: data.title,
    summary: data.summary,
    /** What sort of its kind it is: a guide among the publications. */
    sort: sortOf(entry),
    isWithdrawn,
    /** Sort, date and place, in words, shown above the title; before them that the entry was taken back. */
    kicker: [...(isWithdrawn ? [withdrawnLabel] : []), ...folioOf(entry)],
    /** ISO 8601, as exact as it is known; for sorting. */
    date: dateOf(entry),
    topics: 'topics' in data ? data.topics.map((topic) => topic.id) : [],
  };
};
export type EntrySummary = ReturnType<typeof summarize>;

export const summaryOf = memo((entry: Entry) => summarize(entry));

/** Summaries of every published entry of the named collections. */
export const summaries = async (...collections: CollectionName[]): Promise<EntrySummary[]> =>
  (await Promise.all(collections.map(async (collection) => (await published(collection)).map(summaryOf)))).flat();
