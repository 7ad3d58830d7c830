/** The fields of an entry against its schema: missing, unknown, of the wrong kind, a wrong date. */
import { explain } from '../explain/explain.ts';
import { foldersFor } from './wrong-folder.ts';
import { projectRule } from '../rule.ts';

export const schema = projectRule('schema', 'error', (project) =>
  // A page in the wrong folder is told as such.
  project.entries.flatMap((entry) => (foldersFor(entry).length > 0 ? [] : explain(entry, project))),
);
