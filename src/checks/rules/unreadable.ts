/** A file that made the reading itself fail: told, and the others are read all the same. */
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.entries.flatMap(({ file, failure }) =>
    failure === undefined
      ? []
      : {
          file,
          line: 1,
          column: 1,
          found: `the file cannot be read (${failure})`,
          cure: 'undo the last change of the file; if that does not help, tell a maintainer, and name the file',
        },
  );

export const unreadable = { id: 'unreadable', severity: 'error', find } as const satisfies Rule;
