/** The fields of an entry against its schema: missing, unknown, of the wrong kind, a wrong date. */
import { explain } from '../explain/explain.ts';
import { foldersFor } from './wrong-folder.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  // A page in the wrong folder is told as such.
  project.entries.flatMap((entry) => (foldersFor(entry).length > 0 ? [] : explain(entry, project)));

export const schema = { id: 'schema', severity: 'error', find } as const satisfies Rule;
