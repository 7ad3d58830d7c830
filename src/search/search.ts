/** From words to pages in order. Knows no DOM and no network: whoever calls hands it a reader of the catalog’s files. */
import { facetNames, type FacetName } from '../lib/facets.ts';
import { correct, type Correction } from './correct.ts';
import { unpacked, type Manifest } from './format.ts';
import type { Query, Token } from './query.ts';
import { isKnownConcept, leastCoverage, merge, rank, type Ranked } from './rank.ts';
import type { CatalogReader } from './scores.ts';
import { isStopWord, stemOf } from './words.ts';

/** Chosen values by their place in the manifest. Within a facet any of them, across facets all. */
export type Filters = Partial<Record<FacetName, readonly number[]>>;

export interface Found {
  /** Page numbers in order. */
  pages: number[];
  /** How many of them answer every word. */
  complete: number;
  query: Query;
  corrections: Correction[];
  unknown: string[];
  /** Topics that the words lead to, by their place in the manifest. */
  topics: number[];
  /** Values of filters by which the page was found though it may not have the words: “Where it was tried: Corridors”. */
  because: (page: number) => [FacetName, number][];
  /** For each facet, how many results each of its values would leave. */
  counts: () => Promise<Record<FacetName, number[]>>;
}

/** Enough whole answers not to show half ones. */
const enough = 4;

const allowedBy = async (reader: CatalogReader, filters: Filters): Promise<Map<FacetName, Set<number>>> => {
  const allowed = new Map<FacetName, Set<number>>();
  await Promise.all(
    facetNames.map(async (name) => {
      const values = filters[name] ?? [];
      if (values.length === 0) return;
      const postings = await reader.facet(name);
      allowed.set(name, new Set(values.flatMap((value) => unpacked(postings[value] ?? []).map(({ page }) => page))));
    }),
  );
  return allowed;
};

const passes = (page: number, allowed: Map<FacetName, Set<number>>, except?: FacetName): boolean =>
  [...allowed].every(([name, pages]) => name === except || pages.has(page));

interface SearchOptions {
  filters?: Filters;
  /** Always applied and not counted as a choice: the library searches only what can be read. */
  within?: Filters;
  sort?: 'relevance' | 'date';
}

/** Parts of a question that no page has. */
const unknownIn = ({ query, scores }: Ranked): Token[] =>
  query.concepts.flatMap(({ tokens }, index) => (isKnownConcept(scores[index]) ? [] : tokens));

/**
 * Words of the lists that stand on no page: of a place, and of what is all that was asked (“xylazine”), it is said what
 * they lead to. Abbreviations are no such words.
 */
const standingIn = ({ query, scores }: Ranked, { facets }: Manifest): Correction[] =>
  query.concepts.flatMap(({ tokens: [only, ...more], groups }, place) => {
    const [name, value] = groups.find(({ facet }) => facet)?.facet ?? [];
    const to = name && value !== undefined ? facets[name][value]?.label : undefined;
    const isMeant = query.concepts.length === 1 || name === 'state';
    const isWord = only && more.length === 0 && only.word.length > 2;
    return isMeant && isWord && to && !scores[place]?.isWritten ? { from: only.word, to } : [];
  });

/** Rejects where a file cannot be read: what could not be looked up was not “not found”. */
export const search = async (
  reader: CatalogReader,
  text: string,
  { filters = {}, within = {}, sort = 'relevance' }: SearchOptions = {},
): Promise<Found> => {
  const { manifest } = reader;
  let ranked = await rank(reader, text);
  const missing = unknownIn(ranked);
  const corrected = missing.length > 0 ? await correct(reader, text, missing) : undefined;
  const again = corrected && { ...corrected, ranked: await rank(reader, corrected.text) };
  // A word of the lists may stand on no page either: then nothing is won.
  const better = again && unknownIn(again.ranked).length < missing.length ? again : undefined;
  if (better) ranked = better.ranked;

  const allowed = await allowedBy(reader, filters);
  const inside = await allowedBy(reader, within);
  // Signs alone find nothing: browsing is for who typed nothing.
  const isBrowsing = text.trim() === '';
  const all = isBrowsing
    ? Array.from({ length: manifest.pages }, (_, page) => ({ page, score: 0, coverage: 1 }))
    : merge(ranked, manifest);
  const candidates = all.filter(({ page }) => passes(page, inside));
  const complete = candidates.filter(({ coverage }) => coverage === 1);
  const best = Math.max(0, ...candidates.slice(0, 50).map(({ coverage }) => coverage));
  const near = candidates.filter(({ coverage }) => coverage >= Math.min(leastCoverage, best * 0.75));
  // By date, a half answer could come first: then only whole ones, where there are some.
  const kept = sort === 'date' && complete.length >= enough ? complete : near;
  const filtered = kept.filter(({ page }) => passes(page, allowed));
  const pages = filtered.map(({ page }) => page);
  if (sort === 'date') pages.sort((a, b) => a - b);

  return {
    pages,
    complete: filtered.filter(({ coverage }) => coverage === 1).length,
    query: ranked.query,
    corrections: [...(better?.corrections ?? []), ...standingIn(ranked, manifest)],
    unknown: unknownIn(ranked).map(({ word }) => word),
    topics: [
      ...new Set(
        ranked.query.concepts.flatMap(({ groups }) =>
          groups.flatMap(({ facet }) => (facet?.[0] === 'topic' ? facet[1] : [])),
        ),
      ),
    ],
    because: (page) =>
      ranked.scores.flatMap(({ ways }) =>
        ways.flatMap(({ facet, scores }) => (facet && scores.has(page) ? [facet] : [])),
      ),
    counts: async () => {
      const entries = await Promise.all(
        facetNames.map(async (name) => {
          const others = new Set(kept.flatMap(({ page }) => (passes(page, allowed, name) ? page : [])));
          const postings = await reader.facet(name);
          return [
            name,
            postings.map((figures) =>
              unpacked(figures).reduce((count, { page }) => count + (others.has(page) ? 1 : 0), 0),
            ),
          ] as const;
        }),
      );
      return Object.fromEntries(entries) as Record<FacetName, number[]>;
    },
  };
};

/** Stems whose words are marked in what is shown. */
export const stemsToMark = ({ query }: Found): Set<string> =>
  new Set(
    query.concepts.flatMap(({ tokens }) =>
      tokens.flatMap(({ word, isStop }) => (isStop || isStopWord(word) ? [] : stemOf(word))),
    ),
  );
