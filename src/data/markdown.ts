/** An entry as plain Markdown, for readers and programs that want the words without the page. */
import { readFileSync } from 'node:fs';
import { addressOf, kinds } from '../kinds/index.ts';
import { apa } from '../lib/citation/apa.ts';
import { plainText } from '../lib/citation/runs.ts';
import { bodyOfFile } from '../lib/entry.ts';
import { evidenceView, type EvidenceView } from '../lib/evidence.ts';
import { aimLabels, directionLabels, noResultLabels, tacticLabels } from '../lib/labels.ts';
import { absoluteAddress, digestOf, workOf, type CitedEntry } from './citations.ts';
import { evidenceOf, factsOf, sectionsOf } from './entries.ts';

/** The body as it was written. Read when it is needed: kept in the store it would fill the memory of a large build. */
const bodyOf = (entry: CitedEntry): string => (entry.filePath ? bodyOfFile(readFileSync(entry.filePath, 'utf8')) : '');

/** A table cell may hold no bar and no line break. */
const cell = (text: string | undefined): string => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ');

const table = (head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A titled part; nothing where there is nothing to say. */
const part = (title: string, text: string): string => (text ? `## ${title}\n\n${text}` : '');

const sourceLine = ({ title, publisher, url, note }: CitedEntry['data']['sources'][number]): string =>
  `${url ? `[${title.replaceAll(/[[\]]/g, '\\$&')}](${url})` : title}, ${publisher}${note ? `. ${note}` : ''}`;

/** Links and pictures of the body by their whole address, so that they work wherever the text is pasted. */
const withWholeAddresses = (body: string, address: string): string =>
  body.replace(/(\]\()(\/(?!\/)[^)\s]*)/g, (_, open: string, path: string) => `${open}${new URL(path, address).href}`);

const foundParts = ({ studies, later, noResult }: EvidenceView): string[] => [
  `## What was found`,
  ...(noResult ? [`${noResultLabels[noResult]}.`] : []),
  ...studies.flatMap(({ title, designWords, years, by, isIndependent, tactics, description, outcomes }) => [
    `### ${title}`,
    bullets([
      designWords,
      ...(years ? [`Years: ${years}`] : []),
      ...(by ? [`By: ${by}${isIndependent ? ' (independent)' : ''}`] : []),
      `What was tried: ${tactics.map((tactic) => tacticLabels[tactic]).join(', ')}`,
    ]),
    description ?? '',
    table(
      ['Measure', 'Aim', 'Result', 'Change', 'Test', 'When', 'Against what'],
      outcomes.map(({ measure, isHeadline, aim, direction, figure, test, period, comparison }) => [
        `${measure}${isHeadline ? ' (headline)' : ''}`,
        aimLabels[aim],
        directionLabels[direction],
        figure,
        test,
        period,
        comparison,
      ]),
    ),
  ]),
  part(
    'What later evidence says',
    bullets(
      later.map(
        ({ finding, direction, year, designWords }) =>
          `${year}. ${directionLabels[direction]}. ${finding} (${designWords})`,
      ),
    ),
  ),
];

export const markdownOf = (entry: CitedEntry): string => {
  const { title, summary, reviewed, withdrawn, caveats, discrepancies, sources, notes } = entry.data;
  const studied = evidenceOf(entry);
  const evidence = studied && evidenceView(studied);
  const address = absoluteAddress(addressOf(entry));
  const parts = [
    `# ${title}`,
    withdrawn ? `**Withdrawn ${withdrawn.date}.** ${withdrawn.reason}` : '',
    evidence ? `**${evidence.finding}**` : '',
    summary,
    `${kinds[entry.collection].one}. Page: ${address}. Facts checked ${reviewed}, version SHA-256 ${digestOf(entry).slice(0, 12)}.`,
    bullets(
      factsOf(entry).map(({ label, values }) => `${label}: ${values.length > 0 ? values.join('; ') : 'Not reported'}`),
    ),
    ...sectionsOf(entry).map(({ label, text }) => part(label, typeof text === 'string' ? text : bullets(text))),
    ...(evidence ? foundParts(evidence) : []),
    withWholeAddresses(bodyOf(entry).trim(), address),
    part(
      'What is uncertain',
      bullets([
        ...caveats,
        ...discrepancies.map(
          ({ about, found, resolution }) => `Sources disagree on ${about}: ${found.join('; ')}. ${resolution}`,
        ),
      ]),
    ),
    part('Sources', sources.map((source, index) => `${index + 1}. ${sourceLine(source)}`).join('\n')),
    part('Notes', bullets(notes)),
    part('Cite', plainText(apa(workOf(entry)))),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};
