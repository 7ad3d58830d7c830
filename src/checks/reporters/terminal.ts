/** For a person at a terminal: grouped by file, the file with most errors first. */
import { counted } from '../../lib/text.ts';
import { fieldName, messageOf, placeOf, type Fault } from '../finding.ts';

const errorsIn = (faults: readonly Fault[]): number => faults.filter(({ severity }) => severity === 'error').length;

/** Files in the order in which to mend them: most errors first, then by name. */
export const worstFirst = (faults: readonly Fault[]): [string, Fault[]][] =>
  [...Map.groupBy(faults, ({ file }) => file)].sort(
    ([fileA, a], [fileB, b]) => errorsIn(b) - errorsIn(a) || b.length - a.length || fileA.localeCompare(fileB, 'en'),
  );

export const totals = (faults: readonly Fault[]): string => {
  const errors = errorsIn(faults);
  const warnings = faults.length - errors;
  return [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter(Boolean)
    .join(' and ');
};

/** `entries`: how many were read. */
export const terminalReport = (
  faults: readonly Fault[],
  { color, entries, seconds }: { color: boolean; entries: number; seconds: number },
): string => {
  const paint = (code: number, words: string): string => (color ? `\u001b[${code}m${words}\u001b[0m` : words);
  const time = `${counted(entries, 'entry', 'entries')} read in ${seconds.toFixed(1)} s`;
  if (faults.length === 0) return `${paint(32, 'No faults.')} ${time}.`;
  const files = worstFirst(faults);
  const lines = files.flatMap(([file, list]) => [
    paint(1, file),
    ...list.map((fault) => {
      const mark = fault.severity === 'error' ? paint(31, 'error') : paint(33, 'warning');
      const field = fieldName(fault.path);
      return `  ${placeOf(fault)} ${mark} ${field ? `${paint(36, field)}: ` : ''}${messageOf(fault)}`;
    }),
    '',
  ]);
  const fixable = faults.filter(({ edits, rename }) => edits?.length || rename).length;
  const how = fixable < faults.length ? `${fixable} of them` : fixable === 1 ? 'it' : 'all of them';
  return [
    ...lines,
    `${totals(faults)} in ${counted(files.length, 'file')}; ${time}.`,
    ...(fixable > 0 ? [`“npm run fix” mends ${how}.`] : []),
  ].join('\n');
};
