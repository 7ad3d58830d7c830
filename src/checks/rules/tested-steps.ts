/** A step that is marked as tested rests on a project that compared: otherwise a site did it, and nothing more is known. */
import { atField } from '../finding.ts';
import { groupsIn } from '../reading/values.ts';
import { entryRule } from '../rule.ts';

const comparing = new Set(['randomized-trial', 'matched-comparison', 'comparison-group']);

export const testedSteps = entryRule('tested-steps', 'error', function* (entry, project) {
  for (const field of ['tonight', 'thisWeek'])
    for (const [index, { from, tested }] of groupsIn(entry.frontmatter.values[field])) {
      if (tested !== true || typeof from !== 'string' || !from.startsWith('program-profiles/')) continue;
      const values = project.byKey.get(from)?.frontmatter.values;
      const studies: unknown = values?.['studies'] ?? [];
      if (!Array.isArray(studies) || !values) continue;
      if (!groupsIn(studies).some(([, { design }]) => comparing.has(String(design))))
        yield atField(entry, [field, index, 'tested'], {
          found: `the step is marked as tested, and ${from} has no study that compared`,
          allowed: 'true stands only where a study with a comparison tested the step',
          cure: 'write tested: false, or name the entry whose study tested it',
        });
    }
});
