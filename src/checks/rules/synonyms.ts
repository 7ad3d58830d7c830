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
  if (text === '') return [];
  const whole =
    (/[\0\ufffd]/.test(text) && { found: 'letters that cannot be read', cure: 'save the file as UTF-8' }) ||
    (!/^(?!\s*#).*\S/m.test(text) && {
      found: 'nothing but notes: the search would know no other words for anything',
      cure: 'undo the change of this file',
    });
  if (whole) return [{ file, line: 1, column: 1, ...whole }];
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
