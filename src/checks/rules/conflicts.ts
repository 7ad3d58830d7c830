/** Two versions of one place, left for somebody to choose from. */
import { at, type Rule } from '../project.ts';

export const rule: Rule = (project) =>
  project.entries.flatMap((entry) =>
    entry.conflicts.map((offset) =>
      at(entry, offset, {
        found: 'two people changed this place, and both versions stand here',
        cure: 'keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
      }),
    ),
  );
