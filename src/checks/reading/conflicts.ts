/** Lines that git leaves where two people changed the same place and nobody chose. */

interface Conflicts {
  /** The text with marks and their version blanked out, offset for offset, so that the rest can be read. */
  text: string;
  /** Offset of the first line of each. */
  at: number[];
}

/** Both versions between their marks; in some settings of git the one that both come from stands between them. */
const place = /^<{7}(?:[ \t].*)?\r?\n([^]*?)^(?:\|{7}(?:[ \t].*)?\r?\n[^]*?^)?={7}[ \t]*\r?\n[^]*?^>{7}.*$/gm;
const mark = /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?$/gm;
/** A mark that makes the others likely: “=======” under words would be a heading, and stands alone where half was taken out. */
const anyMark = /^(?:<{7}|>{7})|(?:^|\n)\s*\n={7}[ \t]*\r?$/m;

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** Keeps the first version; a mark that was left behind alone is taken out by itself. */
export const withoutConflicts = (text: string): Conflicts => {
  if (!anyMark.test(text)) return { text, at: [] };
  const at: number[] = [];
  const chosen = text.replace(place, (both: string, first: string, offset: number) => {
    at.push(offset);
    const start = both.indexOf('\n') + 1;
    return blank(both.slice(0, start)) + first + blank(both.slice(start + first.length));
  });
  const alone = chosen.search(mark);
  return { text: chosen.replace(mark, blank), at: alone < 0 ? at : [...at, alone].sort((a, b) => a - b) };
};
