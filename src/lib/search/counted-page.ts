/**
 * A page with its words counted. A page is counted as soon as it is read, while the next is still written; its text is
 * then let go, and what must know every page (src/lib/search/catalog.ts) is quick.
 */
import type { FacetName } from './facets.ts';
import { indexedWordsOf, isStopWord, stemOf } from './words.ts';

/** A page as the indexer found it. */
export interface SearchRecord {
  href: string;
  title: string;
  summary: string;
  kicker: string;
  date: string;
  names: string;
  aka: string;
  headings: string[];
  body: string;
  facets: Partial<Record<FacetName, string[]>>;
  /** Pagefind’s name of the page. */
  passages: string;
}

const texts = {
  title: (page: SearchRecord) => page.title,
  aka: (page: SearchRecord) => page.aka,
  names: (page: SearchRecord) => `${page.names} ${(page.facets.state ?? []).join(' ')}`,
  summary: (page: SearchRecord) => page.summary,
  labels: (page: SearchRecord) => [page.kicker, ...(page.facets.topic ?? []), ...(page.facets.design ?? [])].join(' '),
  headings: (page: SearchRecord) => page.headings.join(' '),
  body: (page: SearchRecord) => page.body,
};
export type FieldName = keyof typeof texts;

interface FieldCount {
  /** Numbers of the stems, each once, in the order of the text. */
  stems: Uint32Array;
  /** How often each stands in the field. */
  counts: Uint32Array;
  /** How many words that are no stop words. */
  length: number;
}

export interface CountedPage extends Omit<SearchRecord, 'body' | 'headings'> {
  fields: Record<FieldName, FieldCount>;
  /** Numbers of the words that an editor chose for title, summary and labels, each once. */
  chosenWords: Uint32Array;
  /** Numbers of the words of the text, each once. */
  bodyWords: Uint32Array;
}

/** Ten thousand pages share a few thousand words: each is kept once and named by a number. */
const words: string[] = [];
const numbers = new Map<string, number>();
/** By the number of a word, the number of its stem; -1 for a stop word. */
const stems: number[] = [];

const numberOf = (word: string): number => {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, words.length);
  return words.push(word) - 1;
};

/** The word or stem of a number that stands in a counted page. */
export const wordOf = (number: number): string => words[number] ?? '';

const stemOfNumber = (number: number): number =>
  (stems[number] ??= isStopWord(wordOf(number)) ? -1 : numberOf(stemOf(wordOf(number))));

const countStems = (found: readonly number[]): FieldCount => {
  const counts = new Map<number, number>();
  let length = 0;
  for (const word of found) {
    const stem = stemOfNumber(word);
    if (stem < 0) continue;
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
    length += 1;
  }
  return { stems: Uint32Array.from(counts.keys()), counts: Uint32Array.from(counts.values()), length };
};

const numbersIn = (text: string): number[] => indexedWordsOf(text).map(numberOf);

const eachOnce = (found: readonly number[]): Uint32Array => Uint32Array.from(new Set(found));

export const countPage = (record: SearchRecord): CountedPage => {
  const { body: _, headings: __, ...page } = record;
  const found = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, numbersIn(text(record))]),
  ) as Record<FieldName, number[]>;
  const { body: bodyWords, ...chosen } = found;
  const labels = Object.values(page.facets).flat().join(' ');
  return {
    ...page,
    fields: Object.fromEntries(
      Object.entries(found).map(([name, list]) => [name, countStems(list)]),
    ) as CountedPage['fields'],
    chosenWords: eachOnce([...Object.values(chosen).flat(), ...numbersIn(labels)]),
    bodyWords: eachOnce(bodyWords),
  };
};
