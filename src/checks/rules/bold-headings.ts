/** A line in bold that does a heading’s work: people who jump by headings miss it. */
import { at } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) =>
    (entry.body?.boldLines ?? []).flatMap(({ text, offset }) =>
      text.length > 80 || /[.:!?]$/.test(text.trim())
        ? []
        : at(entry, offset, { found: `a line in bold that looks like a heading: ${text}`, cure: `write ## ${text}` }),
    ),
  );

export const boldHeadings = { id: 'bold-headings', severity: 'warning', find } as const satisfies Rule;
