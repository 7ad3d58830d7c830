/** content/synonyms.yaml: what people type beside the “synonyms” of each topic. A fault in it would stop the build. */
import {
  aimLabels,
  designLabels,
  directionLabels,
  noResultLabels,
  resourceKindLabels,
  settingLabels,
  tacticLabels,
} from '../../lib/labels.ts';
import { stateNames } from '../../lib/states.ts';
import { readSynonyms } from '../../search/synonyms.ts';
import type { Find, Rule } from '../rule.ts';
import { publishedAddresses } from './redirects.ts';
import { collectionNames } from '../../kinds/index.ts';

const find: Find = (project) => {
  const { file, text } = project.synonyms;
  if (text.trim() === '') return [];
  return readSynonyms(text, {
    pages: [...publishedAddresses(project)],
    facets: {
      kind: collectionNames,
      topic: project.idsOf.get('topics') ?? [],
      tactic: Object.keys(tacticLabels),
      setting: Object.keys(settingLabels),
      aim: Object.keys(aimLabels),
      result: Object.keys({ ...directionLabels, ...noResultLabels }),
      design: Object.keys(designLabels),
      state: Object.keys(stateNames),
      publication: [...Object.keys(resourceKindLabels), 'research-spotlights'],
    },
  }).faults.map(({ path: _, ...fault }) => ({ file, ...fault }));
};

export const synonyms = { id: 'synonyms', severity: 'error', find } as const satisfies Rule;
