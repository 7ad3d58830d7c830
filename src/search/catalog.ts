/**
 * The catalog: an inverted index of every page, cut into files of which a query needs a few.
 *
 * Why not a library’s: of the golden list of 88 queries, 87 have the right page among the first three; MiniSearch with the
 * same synonyms 85, Pagefind alone 49, Pagefind with weighted metadata 75. Why cut: in one file the catalog of today is
 * 105 KB brotli and the search page with it 165 of the 120 KB that the design allows; of 10,000 entries 3.2 MB of 200 KB.
 *
 * Ranking is BM25F (Robertson, Zaragoza and Taylor, 2004): a word counts by the field it stands in, less the longer the
 * field is. The saturated weight is kept in five bits beside each page number, and in a sixth whether
 * the word stands in the title.
 */
import {
  cardsPerFile,
  formatVersion,
  packed,
  type Card,
  type FacetValue,
  type Manifest,
  type Posting,
} from './format.ts';
import { countsOf } from '../lib/counts.ts';
import { facetNames, type FacetName } from '../lib/facets.ts';
import type { FacetWords, SearchRecord, SearchSource } from './record.ts';
import { phraseGroups } from './phrases.ts';
import type { Synonyms } from './synonyms.ts';
import { formsOf, indexedWordsOf, isStopWord, prefixes, stemOf, wordsIn, type Word } from './words.ts';

export interface CatalogFile {
  name: string;
  /** JSON. */
  text: string;
}

const shardBytes = 10_000;

/** How much a field says, and how much less where it is long. */
const fields: Record<
  string,
  { weight: number; lengthMatters: number; text: (page: SearchRecord, words: FacetWords) => string }
> = {
  title: { weight: 6, lengthMatters: 0.4, text: ({ title }) => title },
  aka: { weight: 5, lengthMatters: 0, text: ({ aka }) => aka.join('; ') },
  names: {
    weight: 4,
    lengthMatters: 0.2,
    text: ({ names, facets }, words) => [...names, ...labelsOf(facets, words, ['state'])].join('; '),
  },
  summary: { weight: 2.5, lengthMatters: 0.5, text: ({ summary, finding = '' }) => `${finding} ${summary}` },
  labels: {
    weight: 1.5,
    lengthMatters: 0.2,
    text: ({ kicker, facets }, words) =>
      [kicker, ...labelsOf(facets, words, ['topic', 'tactic', 'setting', 'aim', 'design'])].join('; '),
  },
  headings: { weight: 1.5, lengthMatters: 0.5, text: ({ headings }) => headings.join('; ') },
  text: { weight: 1, lengthMatters: 0.75, text: ({ text }) => text },
};
const saturation = 1.2;

const labelsOf = (facets: SearchRecord['facets'], words: FacetWords, names: readonly FacetName[]): string[] =>
  names.flatMap((name) => (facets[name] ?? []).map((id) => words[name][id] ?? id));

/** Stems of the words of a field that count, in their order. */
type ReadField = readonly string[];

/** Ten thousand pages share a few thousand words: each is stemmed once. */
const stems = new Map<string, string>();
const stemOnce = (word: string): string => {
  const stem = stems.get(word) ?? stemOf(word);
  stems.set(word, stem);
  return stem;
};

/** Neighbors in a text that others write as one word. */
const joinsIn = (words: readonly Word[], joins: ReadonlySet<string>): string[] =>
  words.flatMap(({ parts }, at) => {
    const next = words[at + 1]?.parts;
    const joined = parts.length === 1 && next?.length === 1 ? `${parts[0] ?? ''}${next[0] ?? ''}` : '';
    return joins.has(joined) ? joined : [];
  });

const readField = (words: readonly string[]): ReadField => words.filter((word) => !isStopWord(word)).map(stemOnce);

/** Words of the site that are two of its words written as one, or a prefix and one. */
const joinsOf = (words: ReadonlySet<string>): Set<string> =>
  new Set(
    [...words].filter((word) => {
      if (word.length < 5 || /\d/.test(word) || isStopWord(word)) return false;
      for (let at = 1; at < word.length - 1; at += 1) {
        const [before, after] = [word.slice(0, at), word.slice(at)];
        if (prefixes.includes(before) && words.has(after)) return true;
        if (
          before.length > 2 &&
          after.length > 2 &&
          [before, after].every((part) => words.has(part) && !isStopWord(part))
        )
          return true;
      }
      return false;
    }),
  );

/**
 * Every page, field by field, and how often the site says each word. The texts are read twice, first for the words that
 * join others: to keep the words of 10,000 pages in between takes more memory.
 */
const readPages = (
  pages: readonly SearchRecord[],
  labels: FacetWords,
): { read: ReadField[][]; joins: Set<string>; said: Map<string, number> } => {
  const textsOf = (page: SearchRecord) =>
    Object.entries(fields).map(([name, { text }]) => ({ name, text: text(page, labels) }));
  const plain = new Set<string>();
  for (const page of pages)
    for (const { text } of textsOf(page)) for (const word of indexedWordsOf(text)) plain.add(word);
  const joins = joinsOf(plain);
  const said = new Map<string, number>();
  const say = (words: Iterable<string>, times: number) => {
    for (const word of new Set(words)) said.set(word, (said.get(word) ?? 0) + times);
  };
  const read = pages.map((page) => {
    const chosen = indexedWordsOf(labelsOf(page.facets, labels, facetNames).join('; '));
    const fieldsOfPage = textsOf(page).map(({ name, text }) => {
      const words = wordsIn(text);
      const forms = words.flatMap(formsOf);
      if (name === 'text') say(forms, 1);
      else chosen.push(...forms);
      return readField([...forms, ...joinsIn(words, joins)]);
    });
    // Twice, so that a word an editor chose for a title counts even where it stands only once.
    say(chosen, 2);
    return fieldsOfPage;
  });
  return { read, joins, said };
};

/** A posting in one figure: millions of objects take 100 MB more. */
const figureOf = ({ page, weight, isInTitle = false }: Posting): number => page * 64 + (isInTitle ? 32 : 0) + weight;
const postingOf = (figure: number): Posting => ({
  page: Math.floor(figure / 64),
  weight: figure % 32,
  isInTitle: figure % 64 >= 32,
});

/** Weight of every term in every page, 1 to 31, pages in order, as figures. */
const weigh = (pages: readonly (readonly ReadField[])[]): Map<string, number[]> => {
  const rules = Object.values(fields);
  const averages = rules.map((_, field) => {
    const lengths = pages.map((page) => page[field]?.length ?? 0).filter((length) => length > 0);
    return Math.max(1, lengths.reduce((total, length) => total + length, 0) / Math.max(1, lengths.length));
  });
  const title = Object.keys(fields).indexOf('title');
  const terms = new Map<string, number[]>();
  for (const [page, read] of pages.entries()) {
    const sum = new Map<string, number>();
    for (const [field, { weight, lengthMatters }] of rules.entries()) {
      const stems = read[field] ?? [];
      const discount = 1 - lengthMatters + (lengthMatters * stems.length) / (averages[field] ?? 1);
      for (const [stem, count] of countsOf(stems)) sum.set(stem, (sum.get(stem) ?? 0) + (weight * count) / discount);
    }
    const titled = new Set(read[title]);
    for (const [stem, frequency] of sum) {
      const figure = figureOf({
        page,
        weight: Math.max(1, Math.round((31 * frequency) / (saturation + frequency))),
        isInTitle: titled.has(stem),
      });
      const figures = terms.get(stem);
      if (figures) figures.push(figure);
      else terms.set(stem, [figure]);
    }
  }
  return terms;
};

const shardsOf = (
  terms: ReadonlyMap<string, readonly number[]>,
): { first: string; contents: Record<string, number[]> }[] => {
  const shards: { first: string; contents: Record<string, number[]>; bytes: number }[] = [];
  for (const term of [...terms.keys()].sort()) {
    const figures = packed((terms.get(term) ?? []).map(postingOf));
    const bytes = term.length + JSON.stringify(figures).length + 4;
    let shard = shards.at(-1);
    if (!shard || shard.bytes + bytes > shardBytes) shards.push((shard = { first: term, contents: {}, bytes: 0 }));
    shard.contents[term] = figures;
    shard.bytes += bytes;
  }
  return shards;
};

/** A page’s first topic says more about it than its fifth; so does its most frequent result. */
const weightAtPlace = (place: number): number => Math.max(8, 31 - 5 * place);
/** What a publication has from the studies it reports counts a third of what a project has itself. */
const ofStudies: readonly FacetName[] = ['tactic', 'setting', 'design', 'result'];
const orderMatters: readonly FacetName[] = ['topic', 'result', 'tactic', 'setting', 'aim'];

const facetTable = (
  pages: readonly SearchRecord[],
  name: FacetName,
  words: Readonly<Record<string, string>>,
): { values: FacetValue[]; postings: number[][] } => {
  const byId = new Map<string, Posting[]>();
  for (const [page, { facets, evidence }] of pages.entries()) {
    for (const [place, id] of (facets[name] ?? []).entries()) {
      const postings = byId.get(id) ?? [];
      byId.set(id, postings);
      const weight = orderMatters.includes(name) ? weightAtPlace(place) : 31;
      postings.push({ page, weight: ofStudies.includes(name) && !evidence ? Math.ceil(weight / 3) : weight });
    }
  }
  const { compare } = new Intl.Collator('en');
  const values = [...byId.keys()].map((id) => ({ id, label: words[id] ?? id }));
  const isYear = values.every(({ label }) => /^\d{4}/.test(label));
  values.sort((a, b) => (isYear ? compare(b.label, a.label) : compare(a.label, b.label)));
  return { values, postings: values.map(({ id }) => packed(byId.get(id) ?? [])) };
};

/** Words as people write them, for spelling: the site’s own words, frequent ones first. */
const vocabularyOf = (
  said: ReadonlyMap<string, number>,
  { same, facets }: Synonyms,
): { common: string; rare: string } => {
  const counts = new Map(said);
  // What people say for it may stand on no page: “carjacking”.
  for (const phrase of [...same.flat(), ...Object.values(facets).flatMap((values) => Object.values(values).flat())])
    for (const word of new Set(indexedWordsOf(phrase))) counts.set(word, (said.get(word) ?? 0) + 2);
  // Of the words of three letters the frequent ones: “lasvegas” and “losangeles” are split by them.
  const words = [...counts].filter(
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
  { records, words }: SearchSource,
  synonyms: Synonyms,
  versionOf: (text: string) => string,
): { manifest: Manifest; files: CatalogFile[] } => {
  const { compare } = new Intl.Collator('en');
  const pages = [...records].sort(
    (a, b) => compare(b.date, a.date) || compare(a.title, b.title) || compare(a.path, b.path),
  );
  const { read, joins, said } = readPages(pages, words);
  const terms = weigh(read);
  const shards = shardsOf(terms);
  const tables = facetNames.map((name) => ({ name, ...facetTable(pages, name, words[name]) }));
  const cards = pages.map(({ path, title, kicker, summary, finding, evidence }): Card => ({
    u: path,
    t: title,
    k: kicker,
    s: finding ?? summary,
    ...(evidence && { e: evidence }),
  }));
  const files: CatalogFile[] = [
    ...shards.map(({ contents }, index) => file(`terms-${index}`, contents)),
    ...tables.map(({ name, postings }) => file(`facet-${name}`, postings)),
    ...Array.from({ length: Math.ceil(cards.length / cardsPerFile) }, (_, index) =>
      file(`cards-${index}`, cards.slice(index * cardsPerFile, (index + 1) * cardsPerFile)),
    ),
    file(
      'titles',
      pages.map(({ path, title }) => [path, title]),
    ),
    file('vocabulary', vocabularyOf(said, synonyms)),
  ];
  const facets = Object.fromEntries(tables.map(({ name, values }) => [name, values])) as Manifest['facets'];
  const manifest: Omit<Manifest, 'version'> = {
    format: formatVersion,
    pages: pages.length,
    shards: shards.map(({ first }) => first),
    facets,
    phrases: phraseGroups(pages, facets, synonyms, (stem) => terms.has(stem)),
    joins: [...new Set([...joins].map(stemOf))].sort(),
    levels: pages.map(({ evidence }) => evidence?.level ?? 0).join(''),
  };
  // The manifest too: what it says of the files must fit them.
  const contents = [...files, file('manifest', manifest)].map(({ name, text }) => `${name}\n${text}\n`).join('');
  return { manifest: { version: versionOf(contents), ...manifest }, files };
};
