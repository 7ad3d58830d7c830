/** A line in bold that does a heading’s work: people who jump by headings miss it. */
import { at } from '../finding.ts';
import { textOf } from '../reading/body.ts';
import { entryRule } from '../rule.ts';

export const boldHeadings = entryRule('bold-headings', 'warning', function* (entry) {
  for (const { children, offset } of entry.body.nodes('paragraph')) {
    const [only, ...more] = children;
    const text = only?.type === 'strong' && more.length === 0 ? textOf(only) : '';
    if (text !== '' && text.length <= 80 && !/[.:!?]$/.test(text.trim()))
      yield at(entry, offset, { found: `a line in bold that looks like a heading: ${text}`, cure: `write ## ${text}` });
  }
});
