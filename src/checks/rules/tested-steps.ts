/** A step that is marked as tested rests on a project that compared: otherwise a site did it, and nothing more is known. */
import { atField } from '../finding.ts';
import { ofEntries, type Rule } from '../rule.ts';

const comparing = new Set(['randomized-trial', 'matched-comparison', 'comparison-group']);

const find = ofEntries(function* (entry, project) {
  for (const field of ['tonight', 'thisWeek']) {
    const steps = entry.frontmatter?.values[field];
    for (const [index, step] of (Array.isArray(steps) ? steps : []).entries()) {
      const { from, tested } = (step ?? {}) as Record<string, unknown>;
      if (tested !== true || typeof from !== 'string' || !from.startsWith('program-profiles/')) continue;
      const values = project.byKey.get(from)?.frontmatter?.values;
      const studies: unknown = values?.['studies'] ?? [];
      if (!values || !Array.isArray(studies)) continue;
      if (
        !studies.some((study: unknown) => comparing.has(String((study as Record<string, unknown> | null)?.['design'])))
      )
        yield atField(entry, [field, index, 'tested'], {
          found: `the step is marked as tested, and ${from} has no study that compared`,
          allowed: 'true stands only where a study with a comparison tested the step',
          cure: 'write tested: false, or name the entry whose study tested it',
        });
    }
  }
});

export const testedSteps = { id: 'tested-steps', severity: 'error', find } as const satisfies Rule;
