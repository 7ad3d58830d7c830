/** Two versions of one place, left for somebody to choose from. */
import { at } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) =>
    entry.conflicts.map((offset) =>
      at(entry, offset, {
        found: 'two people changed this place, and both versions stand here',
        cure: 'keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
      }),
    ),
  );

export const conflicts = { id: 'conflicts', severity: 'error', find } as const satisfies Rule;
