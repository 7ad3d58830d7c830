/** Two versions of one place, left for somebody to choose from. */
import { at } from '../finding.ts';
import { ofEntries, type Rule } from '../rule.ts';

const find = ofEntries(function* (entry) {
  for (const offset of entry.conflicts)
    yield at(entry, offset, {
      found: 'two people changed this place, and both versions stand here',
      cure: 'keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
    });
});

export const conflicts = { id: 'conflicts', severity: 'error', find } as const satisfies Rule;
