/** How well pages have single words: the lowest step of the search, straight from the catalog’s files. */
import { unpacked, type Card, type Manifest } from './format.ts';
import type { FacetName } from '../lib/facets.ts';

/** The catalog’s files, read once each. */
export interface CatalogReader {
  manifest: Manifest;
  terms: (shard: number) => Promise<Record<string, number[]>>;
  facet: (name: FacetName) => Promise<number[][]>;
  cards: (file: number) => Promise<Card[]>;
  /** Of every page, for sets of many: their cards would be a file an entry. */
  titles: () => Promise<[path: string, title: string][]>;
  vocabulary: () => Promise<{ common: string; rare: string }>;
}

/** By number of the page. */
export type Scores = Map<number, number>;

const prefixWorth = 0.7;
const mostEndings = 12;

export const rarity = (pages: number, having: number): number => Math.log(1 + (pages - having + 0.5) / (having + 0.5));

const shardOf = (term: string, { shards }: Manifest): number =>
  Math.max(
    0,
    shards.findLastIndex((first) => first <= term),
  );

const postingsOf = async (reader: CatalogReader, term: string): Promise<number[] | undefined> => {
  if (reader.manifest.shards.length === 0) return undefined;
  const shard = await reader.terms(shardOf(term, reader.manifest));
  return Object.hasOwn(shard, term) ? shard[term] : undefined;
};

/** Scores of one term: rarity times weight. */
export const termScores = (figures: readonly number[], pages: number, worth = 1): Scores => {
  const postings = unpacked(figures);
  const rare = rarity(pages, postings.length) * worth;
  return new Map(postings.map(({ page, weight }) => [page, (rare * weight) / 31]));
};

/** Terms that begin with what was typed so far. */
const endingsOf = async (reader: CatalogReader, beginning: string): Promise<Scores> => {
  const { manifest } = reader;
  if (manifest.shards.length === 0) return new Map();
  const shards = [...new Set([shardOf(beginning, manifest), shardOf(`${beginning}\uFFFF`, manifest)])];
  const terms = (await Promise.all(shards.map((shard) => reader.terms(shard)))).flatMap((contents) =>
    Object.entries(contents).filter(([term]) => term.startsWith(beginning)),
  );
  const scores: Scores = new Map();
  for (const [, figures] of terms.sort(([, a], [, b]) => b.length - a.length).slice(0, mostEndings))
    for (const [page, score] of termScores(figures, manifest.pages, prefixWorth))
      scores.set(page, Math.max(score, scores.get(page) ?? 0));
  return scores;
};

/** Pages in whose title all the words stand. */
export const titlesWith = async (reader: CatalogReader, stems: readonly string[]): Promise<Set<number>> => {
  const titles = await Promise.all(
    stems.map(async (stem) => {
      const postings = unpacked((await postingsOf(reader, stem)) ?? []);
      return new Set(postings.flatMap(({ page, isInTitle }) => (isInTitle ? page : [])));
    }),
  );
  return titles.length === 0 ? new Set() : titles.reduce((all, more) => all.intersection(more));
};

/** A phrase in its words: all of them for the full score, some for less. */
export const wordsScores = async (
  reader: CatalogReader,
  stems: readonly string[],
  isTyping: boolean,
): Promise<Scores> => {
  const parts = await Promise.all(
    stems.map(async (stem, index) => {
      const figures = await postingsOf(reader, stem);
      if (figures) return termScores(figures, reader.manifest.pages);
      const isLast = index === stems.length - 1;
      return isTyping && isLast && stem.length > 2 ? endingsOf(reader, stem) : (new Map() as Scores);
    }),
  );
  if (parts.length === 1) return parts[0] ?? new Map();
  const sums = new Map<number, { sum: number; words: number }>();
  for (const part of parts)
    for (const [page, score] of part) {
      const before = sums.get(page) ?? { sum: 0, words: 0 };
      sums.set(page, { sum: before.sum + score, words: before.words + 1 });
    }
  return new Map(
    [...sums].flatMap(([page, { sum, words }]) =>
      words === parts.length ? [[page, sum / Math.sqrt(parts.length)] as const] : [],
    ),
  );
};
