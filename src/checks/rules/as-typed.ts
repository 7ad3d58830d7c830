/** What was typed into a field and what is read of it are two things: a name doubled, a mark, a text cut off, a sign changed. */
import { inQuotes } from '../edits.ts';
import { atField } from '../finding.ts';
import { scalarAt } from '../reading/positions.ts';
import { entryRule } from '../rule.ts';

/** “title: "title: How three agencies…"”: the name of a field typed or pasted once more, which readers would see. */
export const doubledNames = entryRule('doubled-names', 'error', function* (entry) {
  for (const { path, value, shape } of entry.words) {
    const name = String(path.findLast((step) => typeof step === 'string'));
    const [all, sign, rest = ''] =
      new RegExp(`^\\s*${name}(\\s*[:：=](?!\\s*\\*)\\s*|\\s*$)(.*)`, 'is').exec(value) ?? [];
    // A value of a fixed form is told by the schema.
    if (all === undefined || sign === undefined || shape?.pattern) continue;
    const scalar = scalarAt(entry, path);
    const start = scalar && rest ? scalar.typed.indexOf(rest) : -1;
    const typed = all.slice(0, all.length - rest.length);
    const from = scalar && start >= typed.length ? scalar.start + start : undefined;
    yield atField(entry, path, {
      found: `the name of the field ${rest ? 'stands in its value too' : 'in place of a value'}: ${all}`,
      cure: rest ? `take “${typed.trim()}” out` : 'write the value, or take the line out',
      edits: from === undefined ? undefined : [{ start: from - typed.length, end: from, text: '' }],
    });
  }
});

const tag = String.raw`<\/?(?:a|b|br|div|em|font|i|li|p|span|strong|su[bp]|u|ul)(?:\s+[a-z-]+=[^>\n]*)?\s*/?>`;
const link = String.raw`!?\[[^\]\n]*\]\([^)\n]+\)`;
/** Bold, italics, links, footnotes, code, headings, signs behind a backslash, lists, tags. */
const marks = new RegExp(
  String.raw`\*\*[^*\s][^*\n]*|(?<![\w*\\])\*(?=[\p{L}“])[^*\n]*[\p{L}\p{N}.,!?”]\*(?![\w*])|(?<![\w\\/])_(?=[\p{L}“])[^_\n]*[\p{L}\p{N}.,!?”]_(?!\w)|${link}|\[\^\w+\]|${tag}|^#{1,6}\s|\\[*_<{[\]#~]|^[-*•]\s.*\n[-*•]\s`,
  'mu',
);

/** The fields are plain text: readers, feeds and citations show marks as they stand. */
export const fieldMarks = entryRule('field-marks', 'error', function* (entry) {
  for (const { path, value, shape } of entry.words) {
    if (shape?.kind || shape?.references) continue;
    const [mark] = marks.exec(value) ?? [];
    if (mark)
      yield atField(entry, path, {
        found: `marks of Markdown or HTML, which readers see as they stand: ${mark.replace(/\s+/g, ' ').slice(0, 60)}`,
        allowed: 'the fields are plain text',
        cure: mark.startsWith('[')
          ? 'take the marks out and keep the words; links and footnotes stand in the text below the fields'
          : 'take the marks out and keep the words',
      });
  }
});

/** In YAML, “ #” begins a comment: what follows is lost without a word. */
export const droppedText = entryRule('dropped-text', 'error', function* (entry) {
  if (/:\s+-?\d{1,3}\.000\b/.test(entry.frontmatter.yaml))
    for (const { path, value, shape } of entry.scalars) {
      const typed = shape?.type === 'integer' ? scalarAt(entry, path)?.typed : undefined;
      if (typed && /^-?\d{1,3}(?:\.000)+$/.test(typed))
        yield atField(entry, path, {
          found: `a point between thousands: ${typed} is read as ${String(value)}`,
          cure: `write ${typed.replaceAll('.', '')}`,
        });
    }
  if (!/\s#/.test(entry.frontmatter.yaml)) return;
  for (const { path, value, shape } of entry.words) {
    const scalar = scalarAt(entry, path);
    const line = scalar && !scalar.isQuoted ? (/^[^\n]*/.exec(entry.text.slice(scalar.end))?.[0] ?? '') : '';
    const { enum: choices, references, kind } = shape ?? {};
    // Behind a word of a list, a file name or a day it is the note that it looks like.
    if (choices || references || (kind && kind !== 'web-address')) continue;
    if (/^[ \t]+#/.test(line))
      yield atField(entry, path, {
        found: `everything after # is dropped: “${line.trim()}”`,
        cure:
          kind === 'web-address'
            ? 'a note to yourself goes on a line of its own that begins with #; where the sign belongs to the address, take the space in front of it out'
            : `put the whole text in quotes: ${inQuotes(`${value}${line.trimEnd()}`)}; a note to yourself goes on a line of its own`,
      });
  }
});

const becomes: readonly (readonly [letters: string, words: string])[] = [
  ['nrNLP', 'a line end'],
  ['f', 'a form feed'],
  ['vt', 'a tab'],
  ['bae0', 'a control character'],
];

/** The whole value, so that who copies it loses nothing: a quotation mark within is written twice. */
const inSingleQuotes = (typed: string): string =>
  `'${typed.slice(1, -1).replaceAll("'", "''").replaceAll('\\"', '"').replaceAll('\\\\', '\\')}'`;

/** Between straight quotes a backslash and the letter after it are read as one sign: “C:\new” has a line end in it. */
export const escapes = entryRule('escapes', 'error', function* (entry) {
  if (!/\\[a-zA-Z0]/.test(entry.frontmatter.yaml)) return;
  for (const { path } of entry.words) {
    const typed = scalarAt(entry, path)?.typed ?? '';
    const sign = typed.startsWith('"') ? /(?<!\\)(?:\\\\)*\\([nrfvtbae0NLP])/.exec(typed)?.[1] : undefined;
    const read = becomes.find(([letters]) => sign && letters.includes(sign))?.[1];
    if (read)
      yield atField(entry, path, {
        found: `\\${sign} between straight quotes, which is read as ${read}: ${typed.slice(0, 60)}`,
        cure: `if a backslash is meant, put the text in single quotes, ${inSingleQuotes(typed)}; otherwise type a space in place of \\${sign}`,
      });
  }
});

/** The sign that has no partner: the number of opening and closing curly quotes differs. */
const loneQuote = (value: string): string | undefined => {
  const opening = value.split('“').length;
  const closing = value.split('”').length;
  return opening === closing || value.includes('„') ? undefined : opening > closing ? '“' : '”';
};

/** A curly quote without its partner; those around a whole value are told where its line is read. */
export const quotes = entryRule('quotes', 'error', function* (entry) {
  for (const { path, value } of entry.words) {
    const lone = loneQuote(value);
    if (lone !== undefined)
      yield atField(entry, path, {
        found: `a curly quote ${lone} without the other, “ or ”: ${value.slice(0, 60)}`,
        cure: 'write both, or take it out',
      });
  }
});
