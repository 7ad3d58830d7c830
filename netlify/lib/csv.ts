/**
 * A table of one row with its headings, for a spreadsheet. A cell that it would take for a formula gets a quote before
 * it (OWASP, “CSV injection”).
 */
import { csvForPeople } from '../../src/lib/open-data/csv.ts';

const safe = (text: string): string => (/^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text);

export const csvOf = (columns: readonly (readonly [string, string])[]): string =>
  csvForPeople(
    columns.map(([heading]) => heading),
    [Object.fromEntries(columns.map(([heading, text]) => [heading, safe(text)]))],
  );
