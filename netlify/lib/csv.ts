/**
 * A table of one row with its headings, RFC 4180. A cell that a spreadsheet would take for a formula gets a quote
 * before it (OWASP, “CSV injection”).
 */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvOf = (columns: readonly (readonly [string, string])[]): string =>
  `${columns.map(([heading]) => cell(heading)).join(',')}\r\n${columns.map(([, text]) => cell(text)).join(',')}\r\n`;
