/** Transcripts are WebVTT: a first line that says so, times that can be read, and under each its text. */
import { parseWebVtt, timesIn, type VttFault } from '../../lib/webvtt.ts';
import { withoutUnseen } from '../../lib/unseen.ts';
import { isNoText } from './file-contents.ts';
import { oldMacEnds } from './frontmatter.ts';
import type { Finding, Words } from '../finding.ts';
import { withoutConflicts } from '../reading/conflicts.ts';
import { transcriptsOf } from '../reading/project.ts';
import { projectRule } from '../rule.ts';

/** A time as other formats write it, in the form of WebVTT; undefined where it is none, or its second is past 59. */
const mended = (text: string): string | undefined => {
  const [, hours, minutes = '', seconds = '', part = ''] =
    /^(?:(\d+):)?(\d{1,3}):([0-5]?\d)(?:[.,](\d+))?$/.exec(text) ?? [];
  if (!minutes || (hours && Number(minutes) > 59)) return undefined;
  const two = (value: number | string): string => String(value).padStart(2, '0');
  const hour = Number(hours ?? Math.floor(Number(minutes) / 60));
  return `${hours || hour > 0 ? `${two(hour)}:` : ''}${two(Number(minutes) % 60)}:${two(seconds)}.${part.padEnd(3, '0').slice(0, 3)}`;
};

/** In seconds. No recording is longer than a day. */
const longest = 24 * 3600;

const sample = '00:01:02.000 --> 00:01:05.000';

/** Both times of a line in the form of WebVTT; undefined where one cannot be made out. */
const mendedLine = (from: string, to: string, rest = ''): string | undefined => {
  const [begin, end] = [mended(from), mended(to)];
  return begin && end && `${begin} --> ${end}${rest}`;
};

/** What to write for times: their own in the right form, or where that cannot be known, only the form. */
const cureOf = (times: string | undefined): string => `write ${times ?? `both times in the form ${sample}`}`;

/** An arrow as Word, hands and other formats of captions write it. */
const otherArrow = /^\s*(\d[\d:.,]*)\s*(→|(?!-->)[-=–—]{1,2}>|--&gt;|--|–|—|,|\bto\b)\s*(\d[\d:.,]*)\s*$/;

/** The faults of the reader that are not told above. */
const wordsFor: Partial<Record<VttFault['kind'], (text: string) => Words>> = {
  'text-without-time': (text) => ({
    found: `a text without a time above it: ${text}`,
    allowed: `each piece of text has a line such as ${sample} above it`,
    cure: 'write its time, or take the empty line above it out',
  }),
  'cues-run-together': (text) => ({
    found: `no empty line above the time ${text}`,
    allowed: 'an empty line stands between a text and the next time',
    cure: 'put an empty line above this time (above its number, where it has one)',
  }),
  'blank-line': (text) => ({
    found: `a line above the time ${text} that looks empty and holds spaces`,
    allowed: 'a line that parts two texts has nothing in it',
    cure: 'take the spaces out of that line',
  }),
  'words-in-head': (text) => ({
    found: `words where no reader sees them: ${text}`,
    allowed: 'words stand below their time; a speaker is written <v Name> before the words, a note begins with NOTE',
    cure: 'put these words below their time, or take them out',
  }),
  'sign-in-words': (text) => ({
    found: `a sign < in the words: ${text}`,
    allowed: 'marks of WebVTT such as <v Name>, <i>, <b>; the sign itself is written &lt;',
    cure: 'write &lt; for the sign <, or take the mark out',
  }),
};

/** What programs leave in the words of a caption, where readers see it as it stands. */
const leftovers: readonly (readonly [pattern: RegExp, what: string, cure: string])[] = [
  [
    /\*\*[^*\s][^*]*\*\*/,
    'stars for bold, which a transcript shows as they stand',
    'take the stars out; a speaker is written <v Name> before the words',
  ],
  [/\{\\[a-z]+\d*[^}]*\}/i, 'a mark of another format of captions', 'take the braces and what stands in them out'],
  [
    /^\s*(?:Transcribed by https?:\/\/otter\.ai|(?:Captions|Subtitles|Subtitled|Captioned) by )/i,
    'words of whoever wrote the captions, which nobody said',
    'take these words and their time out',
  ],
];

const faultsOf = (text: string): (Words & { line: number })[] => {
  const found: (Words & { line: number })[] = [];
  if (/\r/.test(text) && !text.includes('\n')) return [{ line: 1, ...oldMacEnds(text) }];
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  /** At the place of a time; “10:30–11:00” within the words is none. */
  const isArrow = (line: string, index: number): boolean =>
    otherArrow.test(line) && /^\uFEFF?(?:\s*\d*|WEBVTT.*)$/.test(lines[index - 1] ?? '');
  if (!lines.some((line, index) => line.includes('-->') || isArrow(line, index)))
    return [
      {
        line: 1,
        found: 'the file has no times',
        allowed: `the first line is WEBVTT, and each piece of text has a line such as ${sample} above it`,
        cure: 'export the captions again as WebVTT (.vtt)',
      },
    ];
  const late = lines.findIndex((line) => /^WEBVTT(?:\s|$)/.test(line));
  if (late > 0 && !lines.slice(0, late).some((line) => line.includes('-->')))
    found.push({
      line: 1,
      found: `something above the line WEBVTT: ${lines.find((line) => line.trim())?.slice(0, 60)}`,
      allowed: 'WEBVTT is the very first line of the file',
      cure: 'take the lines above it out, or put NOTE and a space in front of them and move them below it, between empty lines',
    });
  else if (!/^\uFEFF?WEBVTT(?:\s|$)/.test(text)) {
    const [, almost = ''] = /^\s*(web ?vtt\S*)/i.exec(text) ?? [];
    found.push({
      line: 1,
      found: 'the file does not begin with WEBVTT',
      cure: 'write WEBVTT on a first line of its own, then an empty line',
      edits: [
        { start: 0, end: almost ? text.indexOf(almost) + almost.length : 0, text: almost ? 'WEBVTT' : 'WEBVTT\n\n' },
      ],
    });
  }
  let offset = 0;
  let last = 0;
  lines.forEach((line, index) => {
    const start = offset;
    const say = (words: Words) => found.push({ line: index + 1, ...words });
    offset = text.indexOf('\n', offset) + 1 || text.length;
    const [, left = '', arrow, right = ''] = (isArrow(line, index) && otherArrow.exec(line)) || [];
    if (arrow) {
      const better = mendedLine(left, right);
      say({
        found: `“${arrow}” between two times, where --> belongs`,
        cure: cureOf(better),
        edits: better ? [{ start, end: start + line.length, text: better }] : undefined,
      });
      return;
    }
    if (!line.includes('-->')) return;
    const [, name = '', from = '', to = '', rest = ''] =
      /^\s*(?:(.*\p{L}.*?)[\s:,–|-]+)?(\S+)\s*-->\s*(\S+)(.*)$/u.exec(line) ?? [];
    if (name && ![from, to].some((one) => /\d:\d/.test(one))) {
      say({
        found: `an arrow --> in the words: ${line.trim().slice(0, 60)}`,
        allowed: 'that sign stands between two times alone',
        cure: 'write “to” or → in its place',
      });
      return;
    }
    if (name) {
      // A player would drop the name, the time and the words below it.
      const times = mendedLine(from, to, rest);
      const hasWords = Boolean(lines[index + 1]?.trim());
      say({
        found: `words before a time: ${name}`,
        allowed: 'a time stands alone on its line; a speaker is written <v Name> before the words below it',
        cure: `${cureOf(times)}, and <v ${name}> before the words below`,
        edits: times && hasWords ? [{ start, end: offset, text: `${times}\n<v ${name}>` }] : undefined,
      });
      return;
    }
    const times = timesIn(line);
    // An unseen sign in it is told as one.
    if (!times && timesIn(withoutUnseen(line))) return;
    if (!times || !/[\t ]-->[\t ]/.test(line)) {
      const better = mendedLine(from, to, rest);
      say({
        found: `times that cannot be read: ${line.trim()}`,
        allowed: 'a time is hours:minutes:seconds.thousandths',
        cure: cureOf(better),
        edits: better ? [{ start, end: start + line.length, text: better }] : undefined,
      });
      return;
    }
    const { start: begin, end } = times;
    if (end <= begin)
      say({
        found: `a text that ends ${end === begin ? 'when' : 'before'} it begins: ${line.trim()}`,
        cure: 'correct one of the two times',
      });
    else if (end > longest)
      say({
        found: `a time past ${longest / 3600} hours: ${line.trim()}`,
        allowed: 'a time is hours:minutes:seconds.thousandths',
        cure: 'look at what stands for hours and what for minutes, and correct it',
      });
    else if (begin < last)
      say({
        found: `a text that begins before the one above it: ${line.trim()}`,
        cure: 'put the texts in the order of their times',
      });
    last = Math.max(last, begin);
    // A line with a space is not empty to WebVTT: YouTube writes such lines.
    if ((lines[index + 1] ?? '') === '') {
      const [, gap = '', words = '', below = ''] = /^(\s*\n)(.*)\n?(.*)/.exec(text.slice(offset)) ?? [];
      const isText = words.trim() !== '' && ![words, below].some((one) => one.includes('-->'));
      say({
        found: `no text right under the time ${line.trim()}`,
        cure: isText
          ? 'take the empty line below the time out; empty lines stand only between the texts'
          : 'write the words below it, or take the time out',
        edits: isText ? [{ start: offset, end: offset + gap.length, text: '' }] : undefined,
      });
    }
    if (/^\uFEFF?WEBVTT/.test(lines[index - 1] ?? ''))
      say({
        found: 'a time right under the line WEBVTT',
        cure: 'put an empty line between them',
        edits: [{ start, end: start, text: '\n' }],
      });
  });
  // Whatever the page would lose or misread is said, once a line.
  const told = new Set(found.map(({ line }) => line));
  for (const fault of parseWebVtt(text).faults) {
    // Words that lost their time are told at the time that was mistyped.
    const words = fault.kind === 'text-without-time' && told.size > 0 ? undefined : wordsFor[fault.kind];
    if (words && !told.has(fault.line)) found.push({ line: fault.line, ...words(fault.text) });
  }
  for (const [index, line] of lines.entries())
    for (const [pattern, what, cure] of leftovers)
      if (pattern.test(line)) found.push({ line: index + 1, found: `${what}: ${line.trim().slice(0, 60)}`, cure });
  return found;
};

export const transcripts = projectRule('transcripts', 'error', (project) =>
  transcriptsOf(project).flatMap(({ file, text }) =>
    // Where two versions stand, one must go first.
    text.trim() === '' || isNoText(text) || withoutConflicts(text).at.length > 0
      ? []
      : faultsOf(text).map((fault): Finding => ({ file, column: 1, ...fault })),
  ),
);
