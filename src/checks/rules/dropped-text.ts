/** In YAML, “ #” begins a comment: what follows is lost without a word. */
import { atField } from '../finding.ts';
import { scalarAt } from '../reading/positions.ts';
import { scalarsOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) => {
    const { frontmatter } = entry;
    if (!frontmatter || !/\s#/.test(entry.text.slice(frontmatter.start, frontmatter.end))) return [];
    return scalarsOf(frontmatter).flatMap(({ path, value }) => {
      const scalar = scalarAt(frontmatter, path);
      if (!scalar || scalar.quoted || typeof value !== 'string') return [];
      const line = /^[^\n]*/.exec(entry.text.slice(scalar.end))?.[0] ?? '';
      if (!/^[ \t]+#/.test(line)) return [];
      return atField(entry, path, {
        found: `everything after # is dropped: “${line.trim()}”`,
        cure: `put the whole text in straight quotes: "${value}${line.trimEnd()}"; a note to yourself goes on a line of its own`,
      });
    });
  });

export const droppedText = { id: 'dropped-text', severity: 'error', find } as const satisfies Rule;
