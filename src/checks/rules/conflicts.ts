/** Two versions of one place, left for somebody to choose from. */
import { at } from '../finding.ts';
import { entryRule } from '../rule.ts';

export const conflicts = entryRule('conflicts', 'error', function* (entry) {
  for (const offset of entry.conflicts)
    yield at(entry, offset, {
      found: 'two people changed this place, and both versions stand here',
      cure: 'keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
    });
});
