/** Cuts a file into its fields and its text. */
import { linesOf } from '../../lib/text.ts';

/** A line that was meant to be three hyphens, as typed. */
interface Dashes {
  at: number;
  typed: string;
}

interface Parts {
  yaml: string;
  start: number;
  bodyStart: number;
  /** Lines that should be --- and are not quite. */
  dashes: Dashes[];
  /** Whether empty lines stand before the first line. */
  isLate: boolean;
}

export type Split =
  | ({ kind: 'ok' } & Parts)
  | ({ kind: 'unclosed'; at: number } & Parts)
  | { kind: 'not-first'; at: number }
  | { kind: 'none' };

const fence = /^---[ \t]*$/;
/** Dashes as Word makes them of hyphens, too many hyphens or too few, spaces in front. */
const nearlyFence = /^[ \t\u00a0]*(?:[–—][-–—]*|-[–—][-–—]*|-{2,}|- - -|\.\.\.)[ \t\u00a0]*$/;
export const looksLikeField = /^[A-Za-z][\w-]*[ \t]*:(?:\s|$)/;
/** The same with the space forgotten: `date:2016`. */
export const lacksSpace = /^[A-Za-z][\w-]*:[^\s/]/;

const bare = (line: string): string => line.replace(/\r?\n$|\r$/, '');

/** Cuts a file at its two lines of three hyphens; says how it is wrong where they are. */
export const splitFile = (text: string): Split => {
  const before = /^\uFEFF?(?:[ \t\u00a0]*\r?\n)*/.exec(text)?.[0].length ?? 0;
  const first = /^[^\n]*\n?/.exec(text.slice(before))?.[0] ?? '';
  if (!fence.test(bare(first)) && !nearlyFence.test(bare(first))) {
    const later = /^---[ \t]*\r?$/m.exec(text);
    return later ? { kind: 'not-first', at: later.index } : { kind: 'none' };
  }
  const start = before + first.length;
  const dashes: Dashes[] = fence.test(bare(first)) ? [] : [{ at: before, typed: bare(first) }];
  const parts = { start, dashes, isLate: text.slice(0, before).includes('\n') };
  const lines = linesOf(text.slice(start));
  let offset = start;
  for (const line of lines) {
    const typed = bare(line);
    const isFence = fence.test(typed);
    if (isFence || nearlyFence.test(typed)) {
      if (!isFence) dashes.push({ at: offset, typed });
      return { kind: 'ok', ...parts, yaml: text.slice(start, offset), bodyStart: offset + line.length };
    }
    offset += line.length;
  }
  // The frontmatter goes on as long as lines look like YAML; the body is what follows.
  offset = start;
  for (const line of lines) {
    if (!looksLikeField.test(line) && !lacksSpace.test(line) && !/^[ \t]+\S|^-[ \t]|^\s*$|^#[^#]/.test(line)) break;
    offset += line.length;
  }
  const yaml = text.slice(start, offset).trimEnd();
  return { kind: 'unclosed', ...parts, yaml: `${yaml}\n`, bodyStart: offset, at: start + yaml.length };
};
