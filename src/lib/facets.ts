/** By what lists and search results can be narrowed. */
import { keysOf } from './labels.ts';

/** In the order in which filters stand. */
export const facetLabels = {
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
} as const satisfies Record<string, string>;
export type FacetName = keyof typeof facetLabels;
export const facetNames = keysOf(facetLabels);
