/** Transcripts are WebVTT: a first line that says so, times that can be read, and under each its text. */
import { parseWebVtt, type VttFault } from '../../lib/webvtt.ts';
import { isNoText } from './file-encoding.ts';
import type { Finding, Words } from '../finding.ts';
import { transcriptsOf } from '../reading/project.ts';
import { projectRule } from '../rule.ts';

const time = /^(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})$/;

const seconds = (text: string): number | undefined => {
  const match = time.exec(text);
  return match
    ? Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]) + Number(match[4]) / 1000
    : undefined;
};

/** A time as other formats write it, in the form of WebVTT; undefined where it is none. */
const mended = (text: string): string | undefined => {
  const [, hours, minutes = '', whole = '', part = '0'] =
    /^(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text) ?? [];
  return minutes
    ? `${hours ? `${hours.padStart(2, '0')}:` : ''}${minutes.padStart(2, '0')}:${whole.padStart(2, '0')}.${part.padEnd(3, '0')}`
    : undefined;
};

const sample = '00:01:02.000 --> 00:01:05.000';

/** Both times of a line in the form of WebVTT; undefined where one cannot be made out. */
const mendedLine = (from: string, to: string, rest = ''): string | undefined => {
  const [begin, end] = [mended(from), mended(to)];
  return begin && end && `${begin} --> ${end}${rest}`;
};

/** An arrow as Word and hands write it. */
const otherArrow = /^\s*([\d:.,]+)\s*(→|->|=>|[–—]>|--&gt;|--|–|—)\s*([\d:.,]+)\s*$/;

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

const faultsOf = (text: string): (Words & { line: number })[] => {
  const found: (Words & { line: number })[] = [];
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (!/^\uFEFF?WEBVTT(?:\s|$)/.test(text))
    found.push({
      line: 1,
      found: 'the file does not begin with WEBVTT',
      cure: 'write WEBVTT on a first line of its own, then an empty line',
      edits: [{ start: 0, end: 0, text: 'WEBVTT\n\n' }],
    });
  if (!lines.some((line) => line.includes('-->') || otherArrow.test(line)))
    found.push({
      line: 1,
      found: 'the file has no times',
      allowed: `each piece of text has a line such as ${sample} above it`,
      cure: 'export the captions again as WebVTT (.vtt)',
    });
  let offset = 0;
  let last = 0;
  lines.forEach((line, index) => {
    const start = offset;
    const at = index + 1;
    offset = text.indexOf('\n', offset) + 1 || text.length;
    const [, left = '', arrow, right = ''] = otherArrow.exec(line) ?? [];
    if (arrow) {
      const better = mendedLine(left, right);
      found.push({
        line: at,
        found: `“${arrow}” between two times, where --> belongs`,
        cure: `write ${better ?? sample}`,
        edits: better ? [{ start, end: start + line.length, text: better }] : undefined,
      });
      return;
    }
    if (!line.includes('-->')) return;
    const [, name = '', from = '', to = '', rest = ''] =
      /^\s*(?:(.*\p{L}.*?)[\s:,–|-]+)?(\S+)\s*-->\s*(\S+)(.*)$/u.exec(line) ?? [];
    if (name) {
      // A player would drop the name, the time and the words below it.
      const times = mendedLine(from, to, rest);
      const hasWords = Boolean(lines[index + 1]?.trim());
      found.push({
        line: at,
        found: `words before a time: ${name}`,
        allowed: 'a time stands alone on its line; a speaker is written <v Name> before the words below it',
        cure: `write ${times ?? sample}, and <v ${name}> before the words below`,
        edits: times && hasWords ? [{ start, end: offset, text: `${times}\n<v ${name}>` }] : undefined,
      });
      return;
    }
    const [begin, end] = [seconds(from), seconds(to)];
    if (begin === undefined || end === undefined || !/\s-->\s/.test(line)) {
      const better = mendedLine(from, to, rest);
      found.push({
        line: at,
        found: `times that cannot be read: ${line.trim()}`,
        allowed: 'a time is hours:minutes:seconds.thousandths',
        cure: `write ${better ?? sample}`,
        edits: better ? [{ start, end: start + line.length, text: better }] : undefined,
      });
      return;
    }
    if (end <= begin)
      found.push({
        line: at,
        found: `a text that ends before it begins: ${line.trim()}`,
        cure: 'correct one of the two times',
      });
    else if (begin < last)
      found.push({
        line: at,
        found: `a text that begins before the one above it: ${line.trim()}`,
        cure: 'put the texts in the order of their times',
      });
    last = Math.max(last, begin);
    // A line with a space is not empty to WebVTT: YouTube writes such lines.
    if ((lines[index + 1] ?? '') === '')
      found.push({
        line: at,
        found: `no text right under the time ${line.trim()}`,
        cure: 'take the empty line below the time out; empty lines stand only between the texts',
      });
    if (/^\uFEFF?WEBVTT/.test(lines[index - 1] ?? ''))
      found.push({
        line: at,
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
  return found;
};

export const transcripts = projectRule('transcripts', 'error', (project) =>
  transcriptsOf(project).flatMap(({ file, text }) =>
    text.trim() === '' || isNoText(text) ? [] : faultsOf(text).map((fault): Finding => ({ file, column: 1, ...fault })),
  ),
);
