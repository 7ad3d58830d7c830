import type { Finding } from './finding.ts';
import type { Entry } from './reading/entry.ts';
import type { Project } from './reading/project.ts';

/** Looks at the project, says what it finds. */
export type Find = (project: Project) => Iterable<Finding>;

/** Looks at one entry after the other. */
export const ofEntries =
  (find: (entry: Entry, project: Project) => Iterable<Finding>): Find =>
  (project) =>
    project.entries.flatMap((entry) => [...find(entry, project)]);

/** One kind of fault. Each stands in a file of its own, and once in the list of rules/all.ts. */
export interface Rule<Id extends string = string> {
  id: Id;
  /**
   * error: the page would be wrong, unsafe or missing, so nothing is published.
   * warning: the page is right; somebody should still look.
   */
  severity: 'error' | 'warning';
  find: Find;
}
