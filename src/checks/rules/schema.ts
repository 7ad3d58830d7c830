/** The fields of an entry against its schema: missing, unknown, of the wrong kind, a wrong date. */
import { explain } from '../explain/explain.ts';
import type { Rule } from '../project.ts';

export const rule: Rule = (project) => project.entries.flatMap((entry) => explain(entry, project));
