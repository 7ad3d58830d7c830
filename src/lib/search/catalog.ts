/**
 * The catalog: a small inverted index of every page, cut into files of which a query needs a few.
 * It answers first; Pagefind then shows the passages inside the pages.
 *
 * Ranking is BM25F (Robertson, Zaragoza and Taylor, 2004): a word counts by the field it stands in, less the
 * longer the field is. The saturated weight is kept in five bits beside each page number.
 */
import { stateNames } from '../states.ts';
import { slugOf } from '../text.ts';
import { wordOf, type CountedPage, type FieldName } from './counted-page.ts';
import { facetNames, type FacetName } from './facets.ts';
import { contentStems, isStopWord, stemOf, wordsOf } from './words.ts';

/** What a result shows. Short names: there are many. */
export interface Card {
  /** Address. */
  u: string;
  /** Title. */
  t: string;
  /** Kicker. */
  k: string;
  /** Summary. */
  s: string;
  /** Pagefind’s name of the page. */
  p: string;
}

/** Words that stand for something: a facet’s value, pages, or each other. */
export interface PhraseGroup {
  /** Stems of each phrase, stop words left out. */
  stems: string[];
  /** Phrases that would be a single common word without their stop words: compared word by word. */
  exact: string[];
  facet?: [FacetName, number];
  pages?: number[];
}

export interface Manifest {
  /** Names the folder of the other files. */
  version: string;
  pages: number;
  /** First term of each file of terms. */
  shards: string[];
  facets: Record<FacetName, { label: string; slug: string; count: number }[]>;
  phrases: PhraseGroup[];
}

/** Words that mean the same, or lead somewhere. */
export interface Synonyms {
  same: string[][];
  facets: Partial<Record<FacetName, Record<string, string[]>>>;
  pages: Record<string, string[]>;
}

export interface CatalogFile {
  name: string;
  /** JSON. */
  text: string;
}

export const cardsPerFile = 8;
const shardBytes = 20_000;

/** Page number and weight in one figure: the step from the page before, times 32, plus 1 to 31. */
export const packed = (postings: readonly (readonly [page: number, weight: number])[]): number[] => {
  let last = -1;
  return postings.map(([page, weight]) => {
    const step = page - last;
    last = page;
    return step * 32 + weight;
  });
};

export const unpacked = (figures: readonly number[]): [page: number, weight: number][] => {
  let page = -1;
  return figures.map((figure) => {
    page += Math.floor(figure / 32);
    return [page, figure % 32];
  });
};

/** How much a field says, and how much less where it is long. */
const fieldWeights: Record<FieldName, { weight: number; lengthMatters: number }> = {
  title: { weight: 6, lengthMatters: 0.4 },
  aka: { weight: 5, lengthMatters: 0 },
  names: { weight: 4, lengthMatters: 0.2 },
  summary: { weight: 2.5, lengthMatters: 0.5 },
  labels: { weight: 1.5, lengthMatters: 0.2 },
  headings: { weight: 1.5, lengthMatters: 0.5 },
  body: { weight: 1, lengthMatters: 0.75 },
};
const fieldNames = Object.keys(fieldWeights) as FieldName[];
const saturation = 1.2;

/** Mean length of a field over the pages that have it, 1 at least. */
const averageLength = (pages: readonly CountedPage[], name: FieldName): number => {
  const lengths = pages.map(({ fields }) => fields[name].length).filter((length) => length > 0);
  return Math.max(1, lengths.reduce((total, length) => total + length, 0) / Math.max(1, lengths.length));
};

/** Weight of every term in every page, 1 to 31, pages in order. */
const weigh = (pages: readonly CountedPage[]): Map<string, [number, number][]> => {
  const averages = fieldNames.map((name) => averageLength(pages, name));
  const terms = new Map<number, [number, number][]>();
  for (const [page, { fields }] of pages.entries()) {
    const sum = new Map<number, number>();
    for (const [index, name] of fieldNames.entries()) {
      const { weight, lengthMatters } = fieldWeights[name];
      const { stems, counts, length } = fields[name];
      const discount = 1 - lengthMatters + (lengthMatters * length) / (averages[index] ?? 1);
      for (const [place, stem] of stems.entries())
        sum.set(stem, (sum.get(stem) ?? 0) + (weight * (counts[place] ?? 0)) / discount);
    }
    for (const [stem, frequency] of sum) {
      const weight = Math.max(1, Math.round((31 * frequency) / (saturation + frequency)));
      const postings = terms.get(stem);
      if (postings) postings.push([page, weight]);
      else terms.set(stem, [[page, weight]]);
    }
  }
  return new Map([...terms].map(([stem, postings]) => [wordOf(stem), postings]));
};

const shardsOf = (terms: Map<string, [number, number][]>): { first: string; contents: Record<string, number[]> }[] => {
  const shards: { first: string; contents: Record<string, number[]>; bytes: number }[] = [];
  for (const term of [...terms.keys()].sort()) {
    const figures = packed(terms.get(term) ?? []);
    const bytes = term.length + figures.length * 4 + 6;
    let shard = shards.at(-1);
    if (!shard || shard.bytes + bytes > shardBytes) shards.push((shard = { first: term, contents: {}, bytes: 0 }));
    shard.contents[term] = figures;
    shard.bytes += bytes;
  }
  return shards;
};

/** A page’s first topic says more about it than its fifth; so does its most frequent result. */
const weightAtPlace = (place: number): number => Math.max(8, 31 - 5 * place);

interface FacetTable {
  values: { label: string; slug: string; count: number }[];
  postings: number[][];
}

const facetTable = (pages: readonly CountedPage[], name: FacetName): FacetTable => {
  const byLabel = new Map<string, [number, number][]>();
  for (const [page, { facets }] of pages.entries()) {
    for (const [place, label] of (facets[name] ?? []).entries()) {
      const postings = byLabel.get(label) ?? [];
      byLabel.set(label, postings);
      postings.push([page, name === 'topic' || name === 'result' ? weightAtPlace(place) : 31]);
    }
  }
  const years = name === 'year' || name === 'cohort';
  const { compare } = new Intl.Collator('en');
  const labels = [...byLabel.keys()].sort((a, b) => (years ? compare(b, a) : compare(a, b)));
  return {
    values: labels.map((label) => ({ label, slug: slugOf(label), count: byLabel.get(label)?.length ?? 0 })),
    postings: labels.map((label) => packed(byLabel.get(label) ?? [])),
  };
};

/** Phrases under their stems, and those that only count word by word. */
const phraseKeys = (phrases: readonly string[]): Pick<PhraseGroup, 'stems' | 'exact'> => {
  const stems = new Set<string>();
  const exact = new Set<string>();
  for (const phrase of phrases) {
    const all = wordsOf(phrase);
    // “IN” and “OR” are words of no weight, and states.
    const key = all.length === 1 ? all.map(stemOf) : contentStems(phrase);
    if (key.length > 1 || (key.length === 1 && all.length === 1)) stems.add(key.join(' '));
    else if (all.length > 1) exact.add(all.map(stemOf).join(' '));
  }
  return { stems: [...stems], exact: [...exact] };
};

const postalCodes = new Map<string, string>(Object.entries(stateNames).map(([code, name]) => [name, code]));

/** What a facet’s value is called: its label, its topic’s synonyms, its postal code, and what the list of synonyms adds. */
const phrasesFor = (name: FacetName, label: string, pages: readonly CountedPage[], synonyms: Synonyms): string[] => {
  const more = synonyms.facets[name]?.[label] ?? [];
  if (name === 'topic')
    return [label, ...(pages.find((page) => page.title === label && page.aka)?.aka.split('; ') ?? []), ...more];
  if (name === 'state') return [label, ...(postalCodes.has(label) ? [postalCodes.get(label) ?? ''] : []), ...more];
  return more;
};

const ownNameKinds = ['Page', 'Technical assistance'];

const phraseGroups = (
  pages: readonly CountedPage[],
  facets: Record<FacetName, FacetTable>,
  synonyms: Synonyms,
): PhraseGroup[] => {
  const groups: PhraseGroup[] = [];
  for (const name of facetNames) {
    for (const [index, { label }] of facets[name].values.entries()) {
      const phrases = phrasesFor(name, label, pages, synonyms);
      const own = name === 'topic' ? pages.findIndex((page) => page.title === label && page.aka) : -1;
      if (phrases.length > 0)
        groups.push({ ...phraseKeys(phrases), facet: [name, index], ...(own >= 0 ? { pages: [own] } : {}) });
    }
  }
  // A page of the house answers to its own name: “webinars” is the list of them before it is any one of them.
  for (const [page, { href, title, facets: ofPage }] of pages.entries()) {
    const own = ownNameKinds.includes(ofPage.kind?.[0] ?? '') ? [title] : [];
    const phrases = [...own, ...(synonyms.pages[href] ?? [])];
    if (phrases.length > 0) groups.push({ ...phraseKeys(phrases), pages: [page] });
  }
  for (const phrases of synonyms.same) groups.push(phraseKeys(phrases));
  return groups;
};

/** Words as people write them, for spelling: the site’s own words, frequent ones first. */
const vocabularyOf = (pages: readonly CountedPage[]): { common: string; rare: string } => {
  const counts = new Map<number, number>();
  for (const { chosenWords, bodyWords } of pages) {
    // Twice, so that a word an editor chose for a title counts even where it stands only once.
    for (const word of chosenWords) counts.set(word, (counts.get(word) ?? 0) + 2);
    for (const word of bodyWords) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  // Of the words of three letters the frequent ones: “lasvegas” and “losangeles” are split by them.
  const words = [...counts]
    .map(([number, count]) => [wordOf(number), count] as const)
    .filter(
      ([word, count]) => count > (word.length > 3 ? 1 : 6) && word.length > 2 && !/\d/.test(word) && !isStopWord(word),
    );
  const list = (test: (count: number) => boolean) =>
    words
      .flatMap(([word, count]) => (test(count) ? word : []))
      .sort()
      .join(' ');
  return { common: list((count) => count > 6), rare: list((count) => count <= 6) };
};

const file = (name: string, contents: unknown): CatalogFile => ({ name, text: JSON.stringify(contents) });

/** Every file of the catalog. Pages are numbered newest first, so that “by date” costs nothing. */
export const buildCatalog = (
  counted: readonly CountedPage[],
  synonyms: Synonyms,
  versionOf: (text: string) => string,
): { manifest: Manifest; files: CatalogFile[] } => {
  const { compare } = new Intl.Collator('en');
  const pages = [...counted].sort(
    (a, b) => compare(b.date, a.date) || compare(a.title, b.title) || compare(a.href, b.href),
  );
  const shards = shardsOf(weigh(pages));
  const tables = Object.fromEntries(facetNames.map((name) => [name, facetTable(pages, name)])) as Record<
    FacetName,
    FacetTable
  >;
  const cards = pages.map(({ href, title, kicker, summary, passages }): Card => ({
    u: href,
    t: title,
    k: kicker,
    s: summary,
    p: passages,
  }));
  const files: CatalogFile[] = [
    ...shards.map(({ contents }, index) => file(`terms-${index}`, contents)),
    ...facetNames.map((name) => file(`facet-${name}`, tables[name].postings)),
    ...Array.from({ length: Math.ceil(cards.length / cardsPerFile) }, (_, index) =>
      file(`cards-${index}`, cards.slice(index * cardsPerFile, (index + 1) * cardsPerFile)),
    ),
    file('vocabulary', vocabularyOf(pages)),
  ];
  return {
    manifest: {
      version: versionOf(files.map(({ name, text }) => `${name}\n${text}\n`).join('')),
      pages: pages.length,
      shards: shards.map(({ first }) => first),
      facets: Object.fromEntries(facetNames.map((name) => [name, tables[name].values])) as Manifest['facets'],
      phrases: phraseGroups(pages, tables, synonyms),
    },
    files,
  };
};
