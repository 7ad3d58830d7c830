/** What points at a draft is not shown: readers do not see drafts. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';

export const draftReferences = entryRule('draft-references', 'warning', function* (entry, project) {
  if (entry.isDraft) return;
  for (const { shape, value, path } of entry.marked) {
    const { references } = shape;
    if (!references || typeof value !== 'string') continue;
    const target = project.byKey.get(references === 'any' ? value : `${references}/${value}`);
    if (target?.isDraft)
      yield atField(entry, path, {
        found: `“${value}” is a draft, so the page does not show it`,
        cure: `publish ${target.file}, or take it out here until then`,
      });
  }
});
