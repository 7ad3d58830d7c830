/** Signs that Markdown takes for its own where a reader should see them. */
import { at, type Finding, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import type { Find, Rule } from '../rule.ts';

/** A year or another high number at the beginning of a line is no number of an item. */
const highest = 50;

const lineAt = (text: string, offset: number): string => /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

const faultsOf = ({ text, body }: Entry): { offset: number; words: Words }[] => {
  if (!body) return [];
  const found: { offset: number; words: Words }[] = [];
  const escape = (offset: number): { start: number; end: number; text: string } => ({
    start: offset,
    end: offset,
    text: '\\',
  });
  for (const { offset, end, text: struck } of body.strikes) {
    if (text.startsWith('~~', offset)) continue;
    const isSign = /\d/.test(`${text[offset - 1]}${text[offset + 1]}${text[end - 2]}${text[end]}`);
    found.push({
      offset,
      words: {
        found: `two signs ~, between which the words are struck out: ~${short(struck)}~`,
        cure: 'write \\~ for the sign itself (better: “about”, or “to” between two years); to strike words out, write ~~ on both sides',
        edits: isSign ? [escape(offset), escape(end - 1)] : undefined,
      },
    });
  }
  for (const { offset, end, text: words } of body.emphases)
    if (text[offset] === '*' && /\d/.test(`${text[offset - 1]}${text[end]}`))
      found.push({
        offset,
        words: {
          found: `two signs * beside a figure, between which the words are in italics: *${short(words)}*`,
          cure: 'write \\* for the sign itself (better: “times”)',
          edits: [escape(offset), escape(end - 1)],
        },
      });
  for (const { offset, text: quoted } of body.blockquotes) {
    const line = lineAt(text, offset);
    if (!/^>\s?=?\s?[$€£]?\d/.test(line)) continue;
    found.push({
      offset,
      words: {
        found: `a line that begins with >, which makes it a quotation and takes the sign away: ${short(line)}`,
        cure: `write “more than ${short(quoted.trim().split('\n')[0] ?? '')}”, or \\> for the sign itself`,
      },
    });
  }
  for (const list of body.lists) {
    const [first] = list.items;
    if (!first) continue;
    const line = lineAt(text, first.offset);
    const marker = /^[-+*]/.exec(line)?.[0];
    const number = /^(\d+)([.)])/.exec(line);
    if (number && (list.start ?? 1) > (list.items.length === 1 ? 1 : highest))
      found.push({
        offset: first.offset,
        words: {
          found: `“${number[0]}” at the beginning of a line, which makes it item ${number[1]} of a list: ${short(line)}`,
          cure: `write ${number[1]}\\${number[2]} for a sentence that ends so, or begin the line with another word; a list begins with 1.`,
          edits: Number(number[1]) > highest ? [escape(first.offset + (number[1]?.length ?? 0))] : undefined,
        },
      });
    if (
      marker &&
      list.items.length === 1 &&
      /^[-+*]\s+[$€£]?\d/.test(line) &&
      (marker === '+' || /^[-*]\s+[\d.,]+\s?(?:%|percent\b|points?\b|degrees\b)/.test(line))
    )
      found.push({
        offset: first.offset,
        words: {
          found: `a line that begins with “${marker}”, which makes it an item of a list and takes the sign away: ${short(line)}`,
          cure: `write “${marker === '+' ? 'plus' : 'minus'}” or “${marker === '+' ? 'more' : 'fewer'}” in words, or \\${marker} for the sign itself`,
        },
      });
    for (const { offset, text: words, isTask } of list.items)
      if (isTask) {
        const box = /^(?:[-+*]|\d+[.)])\s+(\[[ xX]\]\s+)/.exec(lineAt(text, offset));
        const start = offset + (box?.[0].length ?? 0) - (box?.[1]?.length ?? 0);
        found.push({
          offset,
          words: {
            found: `a box to tick, which does nothing on a page: ${short(lineAt(text, offset))}`,
            cure: `write - ${short(words.trim())}`,
            edits: box?.[1]?.startsWith('[ ]') ? [{ start, end: start + (box[1]?.length ?? 0), text: '' }] : undefined,
          },
        });
      }
  }
  return found;
};

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => faultsOf(entry).map(({ offset, words }) => at(entry, offset, words)));

export const eatenSigns = { id: 'eaten-signs', severity: 'error', find } as const satisfies Rule;
