/** Tables that are not read as tables, or lose a cell. */
import { at, type Finding } from '../finding.ts';
import { counted } from '../../lib/text.ts';
import type { Entry } from '../reading/entry.ts';
import { entryRule } from '../rule.ts';

/** The cells of a row as typed: “| a | b |” and “a | b” have two. */
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** An item of a list as Word copies it: a bullet or a number, and a tab. */
const bulleted = /^\s*(?:[•·▪●◦‣–—*\uf0b7§ØŸü-]|[noqv]|\(?[\da-z]{1,2}[.)])\t/i;

const divider = (cells: readonly string[]): string => row(cells.map(() => '---'));

function* inTable(entry: Entry, offset: number, end: number): Iterable<Finding> {
  const [head = '', under = '', ...rows] = entry.text.slice(offset, end).split('\n');
  const wanted = cellsOf(head).length;
  if (!rows.some((line) => line.trim() !== ''))
    yield at(entry, offset, {
      found: `a table with its headings alone: ${head.trim().slice(0, 60)}`,
      cure: 'write its rows right under the line of ---, with no empty line between, or take the table out',
    });
  let start = offset + head.length + under.length + 2;
  for (const line of rows) {
    const { length } = cellsOf(line);
    if (line.trim() !== '' && length !== wanted && !line.includes('|'))
      yield at(entry, start, {
        found: `a line right under a table, which makes it a row: ${line.trim().slice(0, 60)}`,
        cure: 'put an empty line above it; if it is a row, write its cells between signs |',
      });
    else if (line.trim() !== '' && length !== wanted)
      yield at(entry, start, {
        found: `a row with ${counted(length, 'cell')} in a table of ${wanted}: ${line.trim().slice(0, 60)}`,
        cure:
          length > wanted
            ? 'take a cell out, or give the first row one more and the second a | --- | more; a sign | in a text is written \\|'
            : 'write the cells that are missing; an empty one is | |',
      });
    start += line.length + 1;
  }
}

/** A line of a run of text, with its offset there. */
const lineOf = (lines: readonly string[], index: number): { line: string; offset: number } => ({
  line: lines[index] ?? '',
  offset: lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0),
});

const notRead = (entry: Entry, value: string, start: number): Finding | undefined => {
  const lines = value.split('\n');
  const isBare = (line = ''): boolean => /\S\s*(?<!\\)\|\s*\S/.test(line);
  const first = lines.findIndex((line, index) => /^\s*\|.*\|/.test(line) || (isBare(line) && isBare(lines[index + 1])));
  if (first >= 0) {
    const { line, offset } = lineOf(lines, first);
    return at(entry, start + offset, {
      found: `a table that is not read as one: ${line.trim().slice(0, 60)}`,
      allowed: 'the second line has as many --- as the first has cells, and an empty line stands before the table',
      cure: `write ${divider(cellsOf(line))} as the line under it`,
    });
  }
  // Word and PDF part columns by tabs, or by spaces.
  const isRow = (line = ''): boolean =>
    (/\S\t+\S/.test(line) && !bulleted.test(line)) || /\S {3,}\S.* {3,}\S/.test(line);
  const tabbed = lines.findIndex((line, index) => isRow(line) && isRow(lines[index + 1]));
  if (tabbed < 0) return undefined;
  const { line, offset } = lineOf(lines, tabbed);
  const cells = line.trim().split(/\t+| {3,}/);
  return at(entry, start + offset, {
    found: 'a table pasted from a spreadsheet, whose columns run together',
    cure: `write ${row(cells)}, under it ${divider(cells)}, then a line like the first for each row`,
  });
};

export const tables = entryRule('tables', 'error', function* (entry) {
  const tables = entry.body.nodes('table');
  for (const { offset, end } of tables) yield* inTable(entry, offset, end);
  /** Rows parted from their headings by an empty line are told at the headings. */
  const isParted = (offset: number): boolean =>
    tables.some(
      ({ children, end }) => children.length === 1 && entry.text.slice(end, offset).trim() === '' && end <= offset,
    );
  for (const { value, offset } of entry.body.texts) {
    const finding = /[|\t]| {3}/.test(value) && !isParted(offset) ? notRead(entry, value, offset) : undefined;
    if (finding) yield finding;
  }
});
