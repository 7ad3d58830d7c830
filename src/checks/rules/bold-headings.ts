/** A line in bold that does a heading’s work: people who jump by headings miss it. */
import { at, type Rule } from '../project.ts';

export const rule: Rule = (project) =>
  project.entries.flatMap((entry) =>
    (entry.body?.boldLines ?? []).flatMap(({ text, offset }) =>
      text.length > 80 || /[.:!?]$/.test(text.trim())
        ? []
        : at(entry, offset, { found: `a line in bold that looks like a heading: ${text}`, cure: `write ## ${text}` }),
    ),
  );
