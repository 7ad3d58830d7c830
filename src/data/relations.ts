/** Links are written once, on the side that knows, and shown on both: this turns them round. */
import { newestFirst } from '../lib/newest-first.ts';
import { memo } from './memo.ts';
import { type Entry, published, summaryOf } from './entries.ts';
import { isReference, type Reference, keyOf } from '../lib/entry-reference.ts';
import { collectionNames, type CollectionName, kinds } from '../kinds/index.ts';

/** Topics have pages of their own; the rest are shown beside an entry. */
const shown: readonly CollectionName[] = collectionNames.filter((name) => name !== 'topics' && name !== 'pages');

const referencesIn = (value: unknown): Reference[] => {
  if (isReference(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(referencesIn);
  return [];
};

const graphOf = memo(async () => {
  const entries = new Map<string, Entry>();
  for (const collection of shown) for (const entry of await published(collection)) entries.set(keyOf(entry), entry);
  const neighbors = new Map<string, Set<string>>();
  const join = (a: string, b: string) => (neighbors.get(a) ?? neighbors.set(a, new Set()).get(a))?.add(b);
  for (const [from, entry] of entries) {
    for (const to of referencesIn(entry.data).map(keyOf)) {
      if (!entries.has(to)) continue; // a topic, or a draft that is not shown
      join(from, to);
      join(to, from);
    }
  }
  return { entries, neighbors };
});

/** What an entry names and what names it, by collection. */
export const relatedTo = async (entry: Reference) => {
  const { entries, neighbors } = await graphOf();
  const near = [...(neighbors.get(keyOf(entry)) ?? [])].flatMap((key) => entries.get(key) ?? []);
  const inOrder = near.map(summaryOf).sort((a, b) => shown.indexOf(a.collection) - shown.indexOf(b.collection));
  return [...Map.groupBy(inOrder, ({ collection }) => collection)].map(([collection, group]) => ({
    label: kinds[collection].many,
    entries: newestFirst(group),
  }));
};

export type RelatedGroup = Awaited<ReturnType<typeof relatedTo>>[number];
