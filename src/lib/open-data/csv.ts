/**
 * CSV as RFC 4180 has it, in UTF-8. A byte order mark makes a spreadsheet read “Nuño” and not “NuÃ±o”, but the tools of
 * Frictionless take it for a part of the first column's name: files for people have it, files for programs have not.
 */
import type { Plain } from './plain.ts';

export type Row = Record<string, Plain | undefined>;

/** Between the items of a list in one field. */
const listSeparator = ' | ';

const fieldOf = (value: Plain | undefined): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(listSeparator);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const quoted = (field: string): string => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

const table = (
  columns: readonly string[],
  rows: readonly Row[],
  cellOf: (value: Plain | undefined) => string,
): string =>
  [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))]
    .map((fields) => `${fields.map(quoted).join(',')}\r\n`)
    .join('');

/** A row may hold more than the columns. */
export const csv = (columns: readonly string[], rows: readonly Row[]): string => table(columns, rows, fieldOf);

/** Words that a spreadsheet would take for a formula get a quote before them (OWASP, “CSV injection”). */
const neverFormula = (value: Plain | undefined): string => {
  const field = fieldOf(value);
  return typeof value !== 'number' && /^[=+\-@\t\r\0]/.test(field) ? `'${field}` : field;
};

/** For a spreadsheet. The columns are those of the first row. */
export const csvForPeople = (rows: readonly Row[]): string =>
  `\uFEFF${table(Object.keys(rows[0] ?? {}), rows, neverFormula)}`;
