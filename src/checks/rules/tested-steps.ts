/** A step that is marked as tested rests on a project that compared: otherwise a site did it, and nothing more is known. */
import { atField, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const comparing = new Set(['randomized-trial', 'matched-comparison', 'comparison-group']);

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] =>
    ['tonight', 'thisWeek'].flatMap((field) => {
      const steps = entry.frontmatter?.values[field];
      return (Array.isArray(steps) ? steps : []).flatMap((step: unknown, index): Finding[] => {
        const { from, tested } = (step ?? {}) as Record<string, unknown>;
        if (tested !== true || typeof from !== 'string' || !from.startsWith('program-profiles/')) return [];
        const values = project.byKey.get(from)?.frontmatter?.values;
        const studies = values?.['studies'] ?? [];
        if (!values || !Array.isArray(studies)) return [];
        if (studies.some((study: unknown) => comparing.has(String((study as Record<string, unknown>)?.['design']))))
          return [];
        return [
          atField(entry, [field, index, 'tested'], {
            found: `the step is marked as tested, and ${from} has no study that compared`,
            allowed: 'true stands only where a study with a comparison tested the step',
            cure: 'write tested: false, or name the entry whose study tested it',
          }),
        ];
      });
    }),
  );

export const testedSteps = { id: 'tested-steps', severity: 'error', find } as const satisfies Rule;
