/** Tables that are not read as tables, or lose a cell. */
import { at, type Finding } from '../finding.ts';
import { counted } from '../../lib/text.ts';
import type { Entry } from '../reading/entry.ts';
import type { Find, Rule } from '../rule.ts';

/** The cells of a row as typed: “| a | b |” and “a | b” have two. */
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** An item of a list as Word copies it: a bullet or a number, and a tab. */
const bulleted = /^\s*(?:[•·▪●◦‣–—*\uf0b7-]|o|\(?[\da-z]{1,2}[.)])\t/i;

const divider = (cells: readonly string[]): string => row(cells.map(() => '---'));

const inTable = (entry: Entry, offset: number, end: number): Finding[] => {
  const [head = '', , ...rows] = entry.text.slice(offset, end).split('\n');
  const wanted = cellsOf(head).length;
  let start = offset + entry.text.slice(offset, end).split('\n').slice(0, 2).join('\n').length + 1;
  return rows.flatMap((line) => {
    const here = start;
    start += line.length + 1;
    const cells = cellsOf(line);
    if (line.trim() === '' || cells.length === wanted) return [];
    return at(entry, here, {
      found: `a row with ${counted(cells.length, 'cell')} in a table of ${wanted}: ${line.trim().slice(0, 60)}`,
      cure:
        cells.length > wanted
          ? 'take a cell out, or give the first row one more and the second a | --- | more; a sign | in a text is written \\|'
          : 'write the cells that are missing; an empty one is | |',
    });
  });
};

const notRead = (entry: Entry, value: string, offset: number): Finding[] => {
  const lines = value.split('\n');
  const isBare = (line = ''): boolean => /\S\s*(?<!\\)\|\s*\S/.test(line);
  const first = lines.findIndex((line, index) => /^\s*\|.*\|/.test(line) || (isBare(line) && isBare(lines[index + 1])));
  if (first >= 0) {
    const cells = cellsOf(lines[first] ?? '');
    return [
      at(entry, offset + lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0), {
        found: `a table that is not read as one: ${(lines[first] ?? '').trim().slice(0, 60)}`,
        allowed: 'the second line has as many --- as the first has cells, and an empty line stands before the table',
        cure: `write ${divider(cells)} as the line under it`,
      }),
    ];
  }
  const isRow = (line = ''): boolean => /\S\t+\S/.test(line) && !bulleted.test(line);
  const tabbed = lines.findIndex((line, index) => isRow(line) && isRow(lines[index + 1]));
  if (tabbed < 0) return [];
  const cells = (lines[tabbed] ?? '').trim().split(/\t+/);
  return [
    at(entry, offset + lines.slice(0, tabbed).join('\n').length + (tabbed > 0 ? 1 : 0), {
      found: 'a table pasted from a spreadsheet, whose columns run together',
      cure: `write ${row(cells)}, under it ${divider(cells)}, then a line like the first for each row`,
    }),
  ];
};

const find: Find = (project) =>
  project.entries.flatMap((entry) => [
    ...(entry.body?.tables ?? []).flatMap(({ offset, end }) => inTable(entry, offset, end)),
    ...(entry.body?.texts ?? []).flatMap(({ value, offset }) =>
      /[|\t]/.test(value) ? notRead(entry, value, offset) : [],
    ),
  ]);

export const tables = { id: 'tables', severity: 'error', find } as const satisfies Rule;
