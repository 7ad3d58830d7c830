/** An entry as plain Markdown, for readers and programs that want the words without the page. */
import type { EvidenceView } from './evidence.ts';
import type { Fact, Section } from './facts.ts';
import { aimLabels, directionLabels, noResultLabels, tacticLabels } from './labels.ts';
import type { Discrepancy, Source, Withdrawal } from './sources.ts';

interface Twin {
  title: string;
  label: string;
  summary: string;
  /** Of a program profile: its result in one sentence, and what it rests on. */
  evidence: EvidenceView | undefined;
  address: string;
  reviewed: string;
  digest: string;
  withdrawn: Withdrawal | undefined;
  facts: readonly Fact[];
  /** Titled paragraphs of the frontmatter: the problem, what was tried. */
  sections: readonly Section[];
  body: string;
  caveats: readonly string[];
  discrepancies: readonly Discrepancy[];
  sources: readonly Source[];
  /** How the page was put together. */
  notes: readonly string[];
  /** The recommended citation, as text. */
  citation: string;
}

/** A table cell may hold no bar and no line break. */
const cell = (text: string | undefined): string => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ');

const table = (head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A titled part; nothing where there is nothing to say. */
const part = (title: string, text: string): string => (text ? `## ${title}\n\n${text}` : '');

const sourceLine = ({ title, publisher, url, note }: Source): string =>
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

export const markdownTwin = (twin: Twin): string => {
  const parts = [
    `# ${twin.title}`,
    twin.withdrawn ? `**Withdrawn ${twin.withdrawn.date}.** ${twin.withdrawn.reason}` : '',
    twin.evidence ? `**${twin.evidence.finding}**` : '',
    twin.summary,
    `${twin.label}. Page: ${twin.address}. Facts checked ${twin.reviewed}, version SHA-256 ${twin.digest.slice(0, 12)}.`,
    bullets(
      twin.facts.map(({ label, values }) => `${label}: ${values.length > 0 ? values.join('; ') : 'Not reported'}`),
    ),
    ...twin.sections.map(({ label, text }) => part(label, typeof text === 'string' ? text : bullets(text))),
    ...(twin.evidence ? foundParts(twin.evidence) : []),
    withWholeAddresses(twin.body.trim(), twin.address),
    part(
      'What is uncertain',
      bullets([
        ...twin.caveats,
        ...twin.discrepancies.map(
          ({ about, found, resolution }) => `Sources disagree on ${about}: ${found.join('; ')}. ${resolution}`,
        ),
      ]),
    ),
    part('Sources', twin.sources.map((source, index) => `${index + 1}. ${sourceLine(source)}`).join('\n')),
    part('Notes', bullets(twin.notes)),
    part('Cite', twin.citation),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};
