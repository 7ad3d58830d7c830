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
import { atFile } from '../finding.ts';
import { withoutConflicts } from '../reading/conflicts.ts';
import { projectRule } from '../rule.ts';
import { publishedAddresses } from './redirects.ts';
import { collectionNames } from '../../kinds/index.ts';

export const synonyms = projectRule('synonyms', 'error', (project) => {
  const { file } = project.synonyms;
  const { text } = withoutConflicts(project.synonyms.text);
  if (/[\0\ufffd]/.test(text))
    return [atFile(file, { found: 'letters that cannot be read', cure: 'save the file as UTF-8' })];
  const { synonyms: read, faults } = readSynonyms(text, {
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
  });
  const lists = [read.pages, ...Object.values(read.facets)].flatMap((named) => Object.keys(named));
  if (faults.length + read.same.length + lists.length === 0)
    return [
      atFile(file, {
        found: `${text.trim() ? 'nothing but notes and empty sections' : 'an empty file'}: the search would know no other words for anything`,
        allowed: 'lists of words under “same”, “facets” and “pages”',
        cure: 'undo the change of this file',
      }),
    ];
  return faults.map((fault) => ({ file, ...fault }));
});
