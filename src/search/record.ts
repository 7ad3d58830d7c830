/** What the search is told of a page: keys for the machine, words for the reader. The data layer makes it, the build indexes it. */
import type { FacetName } from '../lib/facets.ts';

/** Judgments with the strength of what they rest on: one vote a study, the project’s own apart from later ones. */
export interface Evidence {
  /** Id of the strongest own design. */
  design?: string | undefined;
  /** Its level on the Maryland Scientific Methods Scale, 0 to 5. */
  level: number;
  /** Ids of directions, a vote each. */
  own: readonly string[];
  later: readonly string[];
  /** Id of the reason why there is no result. */
  noResult?: string | undefined;
}

export interface SearchRecord {
  /** Address on this site: `/library/`. */
  path: string;
  /** Collection of the entry; “pages” for a page that no entry stands behind. */
  kind: string;
  /** Id within the collection; the path of a page without an entry. */
  id: string;
  title: string;
  summary: string;
  /** The result of a project in one sentence: shown in place of the summary. */
  finding?: string;
  /** Kind, date and place in words, as lists show them. */
  kicker: string;
  /** ISO 8601, as exact as it is known; empty where there is none. */
  date: string;
  /** People, agencies, places. */
  names: readonly string[];
  /** What else people type for it: synonyms, the problem as an officer says it, a person’s short name, a project’s city. */
  aka: readonly string[];
  headings: readonly string[];
  /** All else that stands on the page, as text or Markdown. */
  text: string;
  /** Ids, the most important first. */
  facets: Partial<Record<FacetName, readonly string[]>>;
  evidence?: Evidence | undefined;
}

/** The words for the ids of facets: by name, by id. */
export type FacetWords = Record<FacetName, Readonly<Record<string, string>>>;

/** All that the build hands to the search. */
export interface SearchSource {
  records: readonly SearchRecord[];
  words: FacetWords;
}
