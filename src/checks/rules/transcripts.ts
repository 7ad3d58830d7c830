/** Transcripts are WebVTT: a first line that says so, and times that can be read. */
import type { Finding } from '../fault.ts';
import type { Rule } from '../project.ts';

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

export const rule: Rule = (project) =>
  project.files.flatMap(({ path, text }): Finding[] => {
    if (text === undefined || !path.endsWith('.vtt') || text.trim() === '') return [];
    const found: Finding[] = [];
    const say = (line: number, words: Pick<Finding, 'found' | 'allowed' | 'cure' | 'edits'>) =>
      found.push({ file: path, line, column: 1, ...words });
    const lines = text.split('\n');
    if (!/^\uFEFF?WEBVTT(?:\s|$)/.test(text))
      say(1, {
        found: 'the file does not begin with WEBVTT',
        cure: 'write WEBVTT on a first line of its own, then an empty line',
        edits: [{ start: 0, end: 0, text: 'WEBVTT\n\n' }],
      });
    if (!lines.some((line) => line.includes('-->')))
      say(1, {
        found: 'the file has no times',
        allowed: 'each piece of text has a line such as 00:01:02.000 --> 00:01:05.000 above it',
        cure: 'export the captions again as WebVTT (.vtt)',
      });
    let offset = 0;
    lines.forEach((raw, index) => {
      const line = raw.replace(/\r$/, '');
      if (line.includes('-->')) {
        const [, from = '', to = '', rest = ''] = /^\s*(\S+)\s*-->\s*(\S+)(.*)$/.exec(line) ?? [];
        const start = seconds(from);
        const end = seconds(to);
        if (start === undefined || end === undefined) {
          const better = mended(from) && mended(to) ? `${mended(from)} --> ${mended(to)}${rest}` : undefined;
          say(index + 1, {
            found: `times that cannot be read: ${line.trim()}`,
            allowed: 'a time is hours:minutes:seconds.thousandths',
            cure: `write ${better ?? '00:01:02.000 --> 00:01:05.000'}`,
            edits: better ? [{ start: offset, end: offset + line.length, text: better }] : undefined,
          });
        } else if (end <= start)
          say(index + 1, {
            found: `a text that ends before it begins: ${line.trim()}`,
            cure: 'correct one of the two times',
          });
      }
      offset += raw.length + 1;
    });
    return found;
  });
