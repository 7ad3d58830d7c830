/** What points at a draft is not shown: readers do not see drafts. */
import { atField } from '../finding.ts';
import { markedValuesOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) =>
    entry.isDraft
      ? []
      : markedValuesOf(entry).flatMap(({ shape: { references }, value, path }) => {
          if (!references || typeof value !== 'string') return [];
          const target = project.byKey.get(references === 'any' ? value : `${references}/${value}`);
          if (!target?.isDraft) return [];
          return atField(entry, path, {
            found: `“${value}” is a draft, so the page does not show it`,
            cure: `publish ${target.file}, or take it out here until then`,
          });
        }),
  );

export const draftReferences = { id: 'draft-references', severity: 'warning', find } as const satisfies Rule;
