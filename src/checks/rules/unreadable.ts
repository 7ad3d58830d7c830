/** A file that made the reading itself fail: told, and the others are read all the same. */
import type { Rule } from '../project.ts';

export const rule: Rule = (project) =>
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
