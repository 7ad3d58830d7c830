/** By what results can be narrowed. */
export const facetNames = ['kind', 'topic', 'state', 'year', 'cohort', 'publication', 'result', 'design'] as const;
export type FacetName = (typeof facetNames)[number];

export const facetLabels: Record<FacetName, string> = {
  kind: 'Kind of page',
  topic: 'Topic',
  state: 'State',
  year: 'Year',
  cohort: 'Award year (cohort)',
  publication: 'Kind of publication',
  result: 'What was found',
  design: 'How it was studied',
};

/** What the search knows of a page beside its text; stands in the page’s head. */
export interface SearchHead {
  facets: Partial<Record<FacetName, readonly string[]>>;
  /** Kind, date and place in words, as lists show them. */
  kicker: string;
  /** ISO 8601, as exact as it is known. */
  date?: string | undefined;
  /** People, agencies and places. */
  names?: readonly string[];
  /** What else people type. */
  aka?: readonly string[];
}
