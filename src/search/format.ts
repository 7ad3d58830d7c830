/** The catalog’s files: written by the build, read by the browser. */
import type { FacetName } from '../lib/facets.ts';
import type { Evidence } from './record.ts';

/** Of the files’ form: a page that was opened before a change of it asks to be loaded again. */
export const formatVersion = 4;

/** What a result shows. Short names: there are many. */
export interface Card {
  /** Address. */
  u: string;
  /** Title. */
  t: string;
  /** Kind, date and place in words. */
  k: string;
  /** One sentence. */
  s: string;
  /** Of a project: what its studies found. */
  e?: Evidence;
}

/** Words that stand for something: a facet’s value, pages, or each other. */
export interface PhraseGroup {
  /** Stems of each phrase, stop words left out. */
  stems: string[];
  /** Phrases that would be a single common word without their stop words: compared word by word. */
  exact: string[];
  facet?: [FacetName, number];
  pages?: number[];
  /** The pages are of the house, such as a list: meant less where more is asked for. */
  isHouse?: true;
}

export interface FacetValue {
  id: string;
  label: string;
}

export interface Manifest {
  format: number;
  /** Names the folder of the other files. */
  version: string;
  pages: number;
  /** First term of each file of terms. */
  shards: string[];
  facets: Record<FacetName, FacetValue[]>;
  phrases: PhraseGroup[];
  /** Words that some write as one and others as two: “decisionmaking”, “nonprofit”. Stems. */
  joins: string[];
  /** A figure for each page: the level of its strongest study, 0 where it has none. */
  levels: string;
}

export const cardsPerFile = 8;

/** How much a page has of a term. */
export interface Posting {
  page: number;
  /** 1 to 31. */
  weight: number;
  /** The term stands in the page’s title. */
  isInTitle?: boolean;
}

/**
 * Postings in figures: first the step of each from the page before, then of each the weight, 32 more where the term is in
 * the title. Apart, like stands beside like: of 10,000 entries a fifth less goes over the wire than in one figure each.
 */
export const packed = (postings: readonly Posting[]): number[] => [
  ...postings.map(({ page }, place) => page - (postings[place - 1]?.page ?? -1)),
  ...postings.map(({ weight, isInTitle = false }) => (isInTitle ? 32 : 0) + weight),
];

export const unpacked = (figures: readonly number[]): Required<Posting>[] => {
  const count = figures.length / 2;
  let page = -1;
  return figures.slice(0, count).map((step, place) => {
    const weight = figures[count + place] ?? 0;
    page += step;
    return { page, weight: weight % 32, isInTitle: weight >= 32 };
  });
};
