/** Signs that Markdown takes for its own where a reader should see them. */
import { at, type Edit, type Finding } from '../finding.ts';
import { textOf, type BodyNode } from '../reading/body.ts';
import type { Entry } from '../reading/entry.ts';
import { entryRule } from '../rule.ts';

/** A year or another high number at the beginning of a line is no number of an item. */
const highest = 50;

const lineAt = (text: string, offset: number): string => /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

const escape = (offset: number): Edit => ({ start: offset, end: offset, text: '\\' });

/** What Markdown makes of a list that was none, and of a box to tick. */
function* inList(entry: Entry, { ordered, start, children: items }: BodyNode): Iterable<Finding> {
  const { text } = entry;
  const [first] = items;
  if (!first) return;
  const line = lineAt(text, first.offset);
  const marker = /^[-+*]/.exec(line)?.[0];
  const [all, number = '', sign] = /^(\d+)([.)])/.exec(line) ?? [];
  if (all && ordered && (start ?? 1) > (items.length === 1 ? 1 : highest))
    yield at(entry, first.offset, {
      found: `“${all}” at the beginning of a line, which makes it item ${number} of a list: ${short(line)}`,
      cure: `write ${number}\\${sign} for a sentence that ends so, or begin the line with another word; a list begins with 1.`,
      edits: Number(number) > highest ? [escape(first.offset + number.length)] : undefined,
    });
  if (
    marker &&
    items.length === 1 &&
    /^[-+*]\s+[$€£]?\d/.test(line) &&
    (marker === '+' || /^[-*]\s+[\d.,]+\s?(?:%|percent\b|points?\b|degrees\b)/.test(line))
  )
    yield at(entry, first.offset, {
      found: `a line that begins with “${marker}”, which makes it an item of a list and takes the sign away: ${short(line)}`,
      cure: `write “${marker === '+' ? 'plus' : 'minus'}” or “${marker === '+' ? 'more' : 'fewer'}” in words, or \\${marker} for the sign itself`,
    });
  for (const item of items.filter(({ checked }) => typeof checked === 'boolean')) {
    const typed = lineAt(text, item.offset);
    const [before = '', box = ''] = /^(?:[-+*]|\d+[.)])\s+(\[[ xX]\]\s+)/.exec(typed) ?? [];
    const end = item.offset + before.length;
    yield at(entry, item.offset, {
      found: `a box to tick, which does nothing on a page: ${short(typed)}`,
      cure: `write - ${short(textOf(item).trim())}`,
      edits: box.startsWith('[ ]') ? [{ start: end - box.length, end, text: '' }] : undefined,
    });
  }
}

export const eatenSigns = entryRule('eaten-signs', 'error', function* (entry) {
  const { text, body } = entry;
  for (const node of body.nodes('delete')) {
    const { offset, end } = node;
    if (text.startsWith('~~', offset)) continue;
    const isSign = /\d/.test(`${text[offset - 1]}${text[offset + 1]}${text[end - 2]}${text[end]}`);
    yield at(entry, offset, {
      found: `two signs ~, between which the words are struck out: ~${short(textOf(node))}~`,
      cure: 'write \\~ for the sign itself (better: “about”, or “to” between two years); to strike words out, write ~~ on both sides',
      edits: isSign ? [escape(offset), escape(end - 1)] : undefined,
    });
  }
  for (const node of body.nodes('emphasis')) {
    const { offset, end } = node;
    if (text[offset] === '*' && /\d/.test(`${text[offset - 1]}${text[end]}`))
      yield at(entry, offset, {
        found: `two signs * beside a figure, between which the words are in italics: *${short(textOf(node))}*`,
        cure: 'write \\* for the sign itself (better: “times”)',
        edits: [escape(offset), escape(end - 1)],
      });
  }
  for (const node of body.nodes('blockquote')) {
    const { offset } = node;
    const line = lineAt(text, offset);
    if (/^>\s?=?\s?[$€£]?\d/.test(line))
      yield at(entry, offset, {
        found: `a line that begins with >, which makes it a quotation and takes the sign away: ${short(line)}`,
        cure: `write “more than ${short(textOf(node).trim().split('\n')[0] ?? '')}”, or \\> for the sign itself`,
      });
  }
  for (const list of body.nodes('list')) yield* inList(entry, list);
});
