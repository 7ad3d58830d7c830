/** Headings of the body: they begin at the second level, since the title is the first, and skip none; bold type is none. */
import { at } from '../finding.ts';
import { textOf } from '../reading/body.ts';
import { entryRule } from '../rule.ts';

export const headings = entryRule('headings', 'error', function* (entry) {
  const seen = new Set<string>();
  let before = 1;
  for (const [index, { depth, text, slug, offset }] of entry.body.headings.entries()) {
    const next = entry.body.headings[index + 1];
    const marks = '#'.repeat(depth);
    const isAtx = entry.text.startsWith(marks, offset);
    // Fields of a page that was pasted into the text are told as such.
    if (!isAtx && /^---[ \t]*\r?\n$/m.test(entry.text.slice(entry.text.lastIndexOf('\n', offset - 2) + 1, offset)))
      continue;
    if (!isAtx && /^[^\n]*\n[ \t]*(?:-+|=+)[ \t]*$/m.test(entry.text.slice(offset, offset + 600))) {
      yield at(entry, offset, {
        found: `a line of --- or === right under a text, which makes it a heading: ${text.slice(0, 60)}`,
        cure: 'take that line out, or put an empty line above it',
      });
      continue;
    }
    if (!/[\p{L}\p{N}]/u.test(text) || slug === '')
      yield at(entry, offset, {
        found: `a heading with no words: ${`${marks} ${text}`.trim()}`,
        cure: 'write the heading, or take the line out',
      });
    else if (depth === 1)
      yield at(entry, offset, {
        found: `a heading of the first level: # ${text}`,
        allowed: 'the title of the page is that heading',
        cure: `write ## ${text}`,
        edits: isAtx ? [{ start: offset, end: offset + 1, text: '##' }] : undefined,
      });
    else if (depth > before + 1)
      yield at(entry, offset, {
        found: `a heading of level ${depth} after one of level ${before === 1 ? '1 (the title)' : before}: ${marks} ${text}`,
        allowed: 'levels are not skipped',
        cure: `write ${'#'.repeat(before + 1)} ${text}`,
        edits: isAtx ? [{ start: offset, end: offset + depth, text: '#'.repeat(before + 1) }] : undefined,
      });
    else if (depth > 3)
      yield at(entry, offset, {
        found: `a heading of level ${depth}: ${marks} ${text}`,
        allowed: 'two levels, ## and ###',
        cure: 'use ### or make it a sentence',
      });
    else if (isAtx && !(next && (next.depth > depth || entry.text[next.offset] !== '#'))) {
      const [line = ''] = /^[^\n]*/.exec(entry.text.slice(offset)) ?? [];
      if (entry.text.slice(offset + line.length, next?.offset).trim() === '')
        yield at(entry, offset, {
          found: `a heading with nothing under it: ${marks} ${text}`,
          cure: 'write what belongs there, or take the heading out',
        });
    }
    const words = text.trim().toLowerCase();
    if (words !== '' && seen.has(words))
      yield at(entry, offset, {
        found: `the heading “${text}” stands twice on this page`,
        cure: 'let each say what stands under it: people jump by headings',
      });
    seen.add(words);
    // A wrong level is told once; what follows is measured from the level meant.
    before = Math.max(2, Math.min(depth, before + 1));
  }
});

/** A line in bold that does a heading’s work: people who jump by headings miss it. */
export const boldHeadings = entryRule('bold-headings', 'warning', function* (entry) {
  for (const { children, offset } of entry.body.nodes('paragraph')) {
    const [only, ...more] = children;
    const text = only?.type === 'strong' && more.length === 0 ? textOf(only) : '';
    if (text !== '' && text.length <= 80 && !/[.:!?]$/.test(text.trim()))
      yield at(entry, offset, { found: `a line in bold that looks like a heading: ${text}`, cure: `write ## ${text}` });
  }
});
