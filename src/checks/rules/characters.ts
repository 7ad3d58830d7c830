/** Signs that came in by copying: unseen ones, letters garbled by a wrong encoding, look-alikes of letters. */
import { unseenIn } from '../../lib/unseen.ts';
import { atField, atText, said, type Said, type Finding, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import { scalarAt } from '../reading/positions.ts';
import { textsOf } from '../reading/project.ts';
import { projectRule } from '../rule.ts';
import { isNoText } from './file-contents.ts';

const fixed = 'or let “npm run fix” do it';

/** What Windows-1252 has where Unicode has control characters: quotes and dashes that were read as Latin-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Also as programs of the Mac read it. */
const garbled =
  /â\u0080[\u0080-\u00bf]|‚Ä[\u0080-\u2248]|√[±©°≥≠∂∫¶ºß≤]|â€[\u0080-\u2122™œ¦“”˜]?|Ã[\u0080-\u00bf©¨±³¼¶]|Â[ \u00a0§©®°±·½]/g;

/** Letters that look like Latin ones inside a Latin word. */
const mixed =
  /(?<=\p{Script=Latin})[\p{Script=Cyrillic}\u0391-\u03a9\u03bf]|[\p{Script=Cyrillic}\u0391-\u03a9\u03bf](?=\p{Script=Latin})/gu;

const rest: readonly {
  pattern: RegExp;
  found: Said<string>;
  allowed?: string;
  cure: Said<string>;
  /** What “npm run fix” puts in its place. */
  to?: (sign: string) => string;
}[] = [
  {
    // Line breaks of other programs part two words.
    pattern: / ?[\u000b\u000c\u0085\u2028\u2029] ?/g,
    found: 'a line break of another program, which came in by copying',
    cure: 'put a space in its place',
    to: () => ' ',
  },
  {
    pattern: garbled,
    found: (sign) => `garbled letters “${sign}”, which were a quote, a dash or an accented letter`,
    cure: 'type the sign again, and save the file as UTF-8',
  },
  {
    pattern: /\ufffd/g,
    found: 'a sign � where a letter was lost',
    cure: 'type the letter again, and save the file as UTF-8',
  },
  {
    pattern: /(?<!â\u0080?)[\u0080-\u0084\u0086-\u009f]/g,
    found: (sign) => `a control character where “${windows.charAt(sign.charCodeAt(0) - 0x80)}” was meant`,
    cure: 'type the sign again',
    to: (sign) => windows.charAt(sign.charCodeAt(0) - 0x80),
  },
  {
    // Unicode keeps the last ones free for programs; feeds that hold them cannot be read.
    pattern: /[\u0000-\u0008\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g,
    found: 'a control character, which came in by copying',
    cure: 'delete it',
    to: () => '',
  },
  {
    // Ligatures of a PDF, letters in bold, signs of full width (the colon is told where it parts a field): search does not take them for letters.
    pattern: /[\ufb00-\ufb06\u{1d400}-\u{1d7ff}\uff01-\uff19\uff1b-\uff5e]+/gu,
    found: (sign) => `“${sign}”, drawn as signs of their own`,
    allowed: 'search and screen readers do not take them for letters',
    cure: (sign) => `write ${sign.normalize('NFKC')}`,
    to: (sign) => sign.normalize('NFKC'),
  },
  {
    pattern: /\p{Script=Latin}\p{M}+/gu,
    found: (sign) => `“${sign}” as a letter and its accent apart, as some programs copy it`,
    cure: 'type the letter again',
    to: (sign) => sign.normalize('NFC'),
  },
  {
    pattern: mixed,
    found: (sign) => `“${sign}”, a letter of another alphabet inside a word`,
    cure: 'type the word again',
  },
  {
    // Typed for want of the right key; a second ` would make code of all between.
    pattern: /(?<=\p{L})[´`](?=(?:s|t|d|m|re|ve|ll)\b)/gu,
    found: (sign) => `“${sign}” where an apostrophe belongs`,
    cure: "type ' in its place",
    to: () => '’',
  },
  {
    pattern: /``(?! )[^`'\n]{1,200}''/g,
    found: (sign) => `quotation marks as LaTeX writes them: ${sign.slice(0, 40)}`,
    cure: (sign) => `write “${sign.slice(2, -2).slice(0, 40)}”`,
    to: (sign) => `“${sign.slice(2, -2)}”`,
  },
  {
    // A bullet of Word at the beginning of a line is told as one, and so are the marks of a chat program.
    pattern: /(?<!^[ \t]*)\uf0b7|[\ue000-\ue1ff\ue210-\uf0b6\uf0b8-\uf8ff\u{f0000}-\u{10fffd}]/gmu,
    found: 'a sign of a font of its own, which readers see as an empty box',
    cure: 'type what it stands for: a bullet is a hyphen and a space, an arrow is “to”',
  },
];

const hitsIn = (text: string): { index: number; words: Words }[] => [
  // A mark at the very beginning is told as one of the file.
  ...unseenIn(text)
    .filter(({ index, length }) => !(index === 0 && text.slice(0, length) === '\ufeff'))
    .map(({ index, length, name }) => ({
      index,
      words: {
        found: `${name}, which nobody sees and which came in by copying`,
        cure: `delete the word it stands in and type it again, ${fixed}`,
        edits: [{ start: index, end: index + length, text: '' }],
      },
    })),
  ...rest.flatMap(({ pattern, found, allowed, cure, to }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: sign, index }) => {
      const better = to?.(sign);
      if (better === sign) return [];
      const edits = better === undefined ? [] : [{ start: index, end: index + sign.length, text: better }];
      const words = { found: said(found, sign), allowed, cure: `${said(cure, sign)}${to ? `, ${fixed}` : ''}`, edits };
      return { index, words };
    }),
  ),
];

/** One finding a line and kind, with the edits of all that stand there. */
const findingsIn = (file: string, text: string): Finding[] => {
  // Almost every text is done with after one question.
  if (
    /^[\t\n\r\u0020-\u005f\u0061-\u007e\u00a0-\u00ac\u00ae-\u00b3\u00b5-\u00c1\u00c4-\u00e1\u00e3-\u017f‘’“”–—…•™✓→]*$/.test(
      text,
    )
  )
    return [];
  const found = hitsIn(text).map(({ index, words }) => atText(file, text, index, words));
  return [...Map.groupBy(found, ({ line, found: what }) => `${line}:${what}`).values()].flatMap((alike) =>
    alike.slice(0, 1).map((first) => ({ ...first, edits: alike.flatMap(({ edits = [] }) => edits) })),
  );
};

/** Written as an escape between straight quotes, such a sign is seen in the file and not on the page. */
const escapedIn = (entry: Entry): Finding[] => {
  if (!/\\[uxUN_L]/.test(entry.frontmatter.yaml)) return [];
  return entry.scalars.flatMap(({ path, value }) => {
    const [first] = typeof value === 'string' ? unseenIn(value) : [];
    const scalar = first ? scalarAt(entry, path) : undefined;
    return first && scalar && unseenIn(scalar.typed).length === 0
      ? atField(entry, path, {
          found: `${first.name}, written as a code behind a backslash`,
          cure: 'take the backslash and the code behind it out',
        })
      : [];
  });
};

export const characters = projectRule('characters', 'error', (project) => [
  ...textsOf(project).flatMap(({ file, text }) => (isNoText(text) ? [] : findingsIn(file, text))),
  ...project.entries.flatMap(escapedIn),
]);
