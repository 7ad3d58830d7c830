/** Between straight quotes a backslash and the letter after it are read as one sign: “C:\new” has a line end in it. */
import { atField } from '../finding.ts';
import { scalarAt } from '../reading/positions.ts';
import { scalarsOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

const becomes: Record<string, string> = {
  n: 'a line end',
  r: 'a line end',
  f: 'a form feed',
  v: 'a tab',
  t: 'a tab',
  b: 'a control character',
  a: 'a control character',
  e: 'a control character',
  '0': 'a control character',
  N: 'a line end',
  L: 'a line end',
  P: 'a line end',
};

/** The whole value, so that who copies it loses nothing: a quotation mark within is written twice. */
const inSingleQuotes = (typed: string): string =>
  `'${typed.slice(1, -1).replaceAll("'", "''").replaceAll('\\"', '"').replaceAll('\\\\', '\\')}'`;

const find: Find = (project) =>
  project.entries.flatMap((entry) => {
    const { frontmatter } = entry;
    if (!frontmatter || !/\\[a-zA-Z0]/.test(entry.text.slice(frontmatter.start, frontmatter.end))) return [];
    return scalarsOf(frontmatter).flatMap(({ path, value }) => {
      if (typeof value !== 'string') return [];
      const scalar = scalarAt(frontmatter, path);
      const typed = scalar ? entry.text.slice(scalar.start, scalar.end) : '';
      const sign = typed.startsWith('"') ? /(?<!\\)(?:\\\\)*\\([nrfvtbae0NLP])/.exec(typed)?.[1] : undefined;
      if (sign === undefined) return [];
      return atField(entry, path, {
        found: `\\${sign} between straight quotes, which is read as ${becomes[sign]}: ${typed.slice(0, 60)}`,
        cure: `if a backslash is meant, put the text in single quotes, ${inSingleQuotes(typed)}; otherwise type a space in place of \\${sign}`,
      });
    });
  });

export const escapes = { id: 'escapes', severity: 'error', find } as const satisfies Rule;
