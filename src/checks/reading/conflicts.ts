/** Lines that git leaves where two people changed the same place and nobody chose. */
import { linesOf } from '../../lib/text.ts';

interface Conflicts {
  /** The text with marks and their version blanked out, offset for offset, so that the rest can be read. */
  text: string;
  /** Offset of the first line of each. */
  at: number[];
}

const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?\r?$/;

/** Keeps the first version; a mark that was left behind alone is taken out by itself. */
export const withoutConflicts = (text: string): Conflicts => {
  if (!/^(?:<{7}|>{7})/m.test(text)) return { text, at: [] };
  const at: number[] = [];
  let isInside = false;
  let isSecond = false;
  let offset = 0;
  const blank = (line: string): string => line.replace(/[^\r\n]/g, ' ');
  const lines = linesOf(text).map((line) => {
    const start = offset;
    offset += line.length;
    const isMark = mark.test(line.replace(/\n$/, ''));
    if (!isMark) return isSecond ? blank(line) : line;
    if (!isInside) at.push(start);
    if (line.startsWith('<')) [isInside, isSecond] = [true, false];
    else if (line.startsWith('>')) [isInside, isSecond] = [false, false];
    else [isSecond, isInside] = [isInside && /^>{7}/m.test(text.slice(offset)), true];
    return blank(line);
  });
  return { text: lines.join(''), at };
};
