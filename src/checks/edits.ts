import type { Edit } from './finding.ts';

/** A value that YAML reads back letter for letter: in single quotes where it holds straight ones or a backslash. */
export const inQuotes = (value: string): string =>
  /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;

/** The text with the edits made, last first; of two that overlap, the first in the file is made. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const taken: Edit[] = [];
  for (const edit of inOrder) if (edit.start >= (taken.at(-1)?.end ?? 0)) taken.push(edit);
  return taken.reduceRight(
    (changed, { start, end, text: words }) => `${changed.slice(0, start)}${words}${changed.slice(end)}`,
    text,
  );
};
