/** The catalog’s files: written by the build, read by the browser. */
import type { FacetName } from '../lib/facets.ts';
import type { Evidence } from './record.ts';

/** Of the files’ form: a page that was opened before a change of it asks to be loaded again. */
export const formatVersion = 3;

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
  /** The page is a person’s own. */
  isPerson?: true;
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

/** A posting in one figure: the step from the page before, times 64, plus 32 where it is in the title, plus the weight. */
export const packed = (postings: readonly Posting[]): number[] => {
  let last = -1;
  return postings.map(({ page, weight, isInTitle = false }) => {
    const step = page - last;
    last = page;
    return step * 64 + (isInTitle ? 32 : 0) + weight;
  });
};

export const unpacked = (figures: readonly number[]): Required<Posting>[] => {
  let page = -1;
  return figures.map((figure) => {
    page += Math.floor(figure / 64);
    return { page, weight: figure % 32, isInTitle: figure % 64 >= 32 };
  });
};
