/** Signs that came in by copying: invisible ones, and letters garbled by a wrong encoding. */
import { isNoText } from './file-encoding.ts';
import { at, type Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const invisible: Record<string, string> = {
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width mark',
  '\u200d': 'a zero-width mark',
  '\u2060': 'a zero-width mark',
  '\u00ad': 'a soft hyphen',
  '\u200e': 'a mark of writing direction',
  '\u200f': 'a mark of writing direction',
  '\u202a': 'a mark of writing direction',
  '\u202c': 'a mark of writing direction',
};

const garbled = /â€[\u0080-\u2122™œ¦“”˜]?|Ã[\u0080-\u00bf©¨±³¼¶]|Â[ \u00a0§©®°±·½]/g;

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    const found: Finding[] = [];
    const lines = new Set<string>();
    const once = (offset: number, words: Pick<Finding, 'found' | 'allowed' | 'cure' | 'edits'>) => {
      const finding = at(entry, offset, words);
      const key = `${finding.line}:${words.found}`;
      if (!lines.has(key)) found.push(finding);
      lines.add(key);
    };
    if (isNoText(entry.text)) return [];
    for (const { 0: sign, index } of entry.text.matchAll(/[\u200b-\u200f\u2060\u00ad\u202a-\u202e]/g))
      once(index, {
        found: `${invisible[sign] ?? 'an invisible mark'}, which came in by copying`,
        cure: 'delete the word it stands in and type it again, or let “npm run fix” take it out',
        edits: [{ start: index, end: index + 1, text: '' }],
      });
    // Line breaks of other programs part two words.
    for (const { 0: sign, index } of entry.text.matchAll(/ ?[\u000b\u000c\u0085\u2028\u2029] ?/g))
      once(index, {
        found: 'a line break of another program, which came in by copying',
        cure: 'put a space in its place, or let “npm run fix” do it',
        edits: [{ start: index, end: index + sign.length, text: ' ' }],
      });
    for (const { 0: words, index } of entry.text.matchAll(garbled))
      once(index, {
        found: `garbled letters “${words}”, which were a quote, a dash or an accented letter`,
        cure: 'type the sign again, and save the file as UTF-8',
      });
    const lost = entry.text.indexOf('\ufffd');
    if (lost >= 0)
      once(lost, {
        found: 'a sign � where a letter was lost',
        cure: 'type the letter again, and save the file as UTF-8',
      });
    for (const { index } of entry.text.matchAll(/[\u0000-\u0008\u000e-\u001f\u007f]/g))
      once(index, {
        found: 'a control character, which came in by copying',
        cure: 'delete it, or let “npm run fix” take it out',
        edits: [{ start: index, end: index + 1, text: '' }],
      });
    return found;
  });

export const characters = { id: 'characters', severity: 'error', find } as const satisfies Rule;
