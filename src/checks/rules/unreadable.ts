/** A file that made the reading itself fail: told, and the others are read all the same. */
import { atFile } from '../finding.ts';
import { entryRule } from '../rule.ts';

export const unreadable = entryRule('unreadable', 'error', function* ({ file, failure }) {
  if (failure !== undefined)
    yield atFile(file, {
      found: `the file cannot be read (${failure})`,
      cure: 'undo the last change of the file; if that does not help, tell a maintainer, and name the file',
    });
});
