/** The fields of an entry against its schema: missing, unknown, of the wrong kind, a wrong date. */
import { explain } from '../explain/explain.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) => project.entries.flatMap((entry) => explain(entry, project));

export const schema = { id: 'schema', severity: 'error', find } as const satisfies Rule;
