/** By what lists and search results can be narrowed. */

/** By what results can be narrowed, in the order in which filters stand. */
export const facetNames = [
  'kind',
  'topic',
  'tactic',
  'setting',
  'aim',
  'result',
  'design',
  'state',
  'year',
  'cohort',
  'publication',
  'material',
] as const;
export type FacetName = (typeof facetNames)[number];

export const facetLabels: Record<FacetName, string> = {
  kind: 'Kind of page',
  topic: 'Topic',
  tactic: 'What was tried',
  setting: 'Where it was tried',
  aim: 'What it was meant to change',
  result: 'What was found',
  design: 'How it was studied',
  state: 'State',
  year: 'Year',
  cohort: 'Award year (cohort)',
  publication: 'Kind of publication',
  material: 'To see, hear or read',
};
