/** A file that made the reading itself fail: told, and the others are read all the same. */
import { atFile } from '../finding.ts';
import { ofEntries, type Rule } from '../rule.ts';

const find = ofEntries(function* ({ file, failure }) {
  if (failure !== undefined)
    yield atFile(file, {
      found: `the file cannot be read (${failure})`,
      cure: 'undo the last change of the file; if that does not help, tell a maintainer, and name the file',
    });
});

export const unreadable = { id: 'unreadable', severity: 'error', find } as const satisfies Rule;
