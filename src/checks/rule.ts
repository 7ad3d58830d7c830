import type { Fault, Finding } from './finding.ts';
import type { Entry } from './reading/entry.ts';
import type { Project } from './reading/project.ts';

/** Looks at the project, says what it finds. */
export type Find = (project: Project) => Iterable<Finding>;

/** One kind of fault. Named here, and once in the list of rules/all.ts. */
export interface Rule<Id extends string = string> {
  id: Id;
  severity: Fault['severity'];
  find: Find;
}

/** A rule that looks at the project as a whole. */
export const projectRule = <const Id extends string>(id: Id, severity: Fault['severity'], find: Find): Rule<Id> => ({
  id,
  severity,
  find,
});

/** A rule that looks at one entry after the other. */
export const entryRule = <const Id extends string>(
  id: Id,
  severity: Fault['severity'],
  find: (entry: Entry, project: Project) => Iterable<Finding>,
): Rule<Id> => projectRule(id, severity, (project) => project.entries.flatMap((entry) => [...find(entry, project)]));
