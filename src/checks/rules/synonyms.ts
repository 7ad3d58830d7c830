/** content/synonyms.yaml: what people type beside the “synonyms” of each topic. A fault in it would stop the build. */
import { readSynonyms } from '../../search/synonyms.ts';
import type { Find, Rule } from '../rule.ts';
import { publishedAddresses } from './redirects.ts';

const find: Find = (project) => {
  const { file, text } = project.synonyms;
  if (text.trim() === '') return [];
  return readSynonyms(text, {
    pages: [...publishedAddresses(project)],
    facets: { topic: project.idsOf.get('topics') ?? [] },
  }).faults.map(({ path: _, ...fault }) => ({ file, ...fault }));
};

export const synonyms = { id: 'synonyms', severity: 'error', find } as const satisfies Rule;
