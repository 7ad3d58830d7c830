/**
 * For GitHub Actions: annotations on the lines of the pull request, and one summary of the whole.
 * GitHub shows ten errors and ten warnings of a step; the summary has them all.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import { counted } from '../../lib/text.ts';
import { totals, worstFirst } from './terminal.ts';
import { fieldName, messageOf, type Fault } from '../finding.ts';

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One line each, for standard output. */
export const annotations = (faults: readonly Fault[]): string =>
  [...faults]
    .sort((a, b) => a.severity.localeCompare(b.severity, 'en'))
    .map(
      (fault) =>
        `::${fault.severity} file=${property(fault.file)},line=${fault.line},col=${fault.column},title=${property(fieldName(fault.path) || 'Content')}::${data(messageOf(fault))}`,
    )
    .join('\n');

/** Markdown that shows a text as it stands. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replaceAll('\n', ' ');

/** Markdown for the job’s summary. */
export const summary = (faults: readonly Fault[], entries: number): string => {
  if (faults.length === 0) return `## Content: no faults\n\n${counted(entries, 'entry', 'entries')} read.\n`;
  return [
    `## Content: ${totals(faults)}`,
    '',
    'To mend a fault in the browser: open the file in this pull request (tab “Files changed”, menu “…” of the file, “Edit file”), go to the line, do what the last column says, and commit to the same branch. The check runs again by itself.',
    ...worstFirst(faults).flatMap(([file, list]) => [
      '',
      `### ${plain(file)}`,
      '',
      '| line | field | found | what to do |',
      '| --- | --- | --- | --- |',
      ...list.map(
        ({ line, path, found, allowed, cure, severity }) =>
          `| ${line} | ${plain(fieldName(path))} | ${severity === 'warning' ? '(warning) ' : ''}${plain([found, allowed].filter(Boolean).join('; '))} | ${plain(cure)} |`,
      ),
    ]),
    '',
  ].join('\n');
};
