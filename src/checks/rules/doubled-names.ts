/** “title: "title: How three agencies…"”: the name of a field typed or pasted once more, which readers would see. */
import { atField } from '../finding.ts';
import { scalarAt } from '../reading/positions.ts';
import { scalarsOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) => {
    const { frontmatter } = entry;
    if (!frontmatter) return [];
    return scalarsOf(frontmatter).flatMap(({ path, value }) => {
      const name = String(path.findLast((step) => typeof step === 'string'));
      const [all, sign, rest = ''] =
        typeof value === 'string'
          ? (new RegExp(`^\\s*${name}(\\s*[:：=](?!\\s*\\*)\\s*|\\s*$)(.*)`, 'is').exec(value) ?? [])
          : [];
      if (all === undefined || sign === undefined) return [];
      const scalar = scalarAt(frontmatter, path);
      const start = scalar && rest ? entry.text.slice(scalar.start, scalar.end).indexOf(rest) : -1;
      const typed = all.slice(0, all.length - rest.length);
      const from = scalar && start >= typed.length ? scalar.start + start : undefined;
      return atField(entry, path, {
        found: `the name of the field ${rest ? 'stands in its value too' : 'in place of a value'}: ${all}`,
        cure: rest ? `take “${typed.trim()}” out` : 'write the value, or take the line out',
        edits: from === undefined ? undefined : [{ start: from - typed.length, end: from, text: '' }],
      });
    });
  });

export const doubledNames = { id: 'doubled-names', severity: 'error', find } as const satisfies Rule;
