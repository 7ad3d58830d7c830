/** An entry as plain Markdown, for readers and programs that want the words without the page. */
import type { z } from 'zod';
import type { discrepancy, Source, Withdrawal } from '../schemas/fields.ts';
import type { outcome, laterFinding } from '../schemas/program-profiles.ts';
import type { Fact, Section } from './facts.ts';
import { directionLabels } from './labels.ts';

interface Twin {
  title: string;
  label: string;
  summary: string;
  address: string;
  reviewed: string;
  digest: string;
  withdrawn: Withdrawal | undefined;
  facts: readonly Fact[];
  /** Titled paragraphs of the frontmatter: the problem, what was tried. */
  sections: readonly Section[];
  outcomes: readonly z.infer<typeof outcome>[];
  laterEvidence: readonly z.infer<typeof laterFinding>[];
  body: string;
  caveats: readonly string[];
  discrepancies: readonly z.infer<typeof discrepancy>[];
  sources: readonly Source[];
  /** The recommended citation, as text. */
  citation: string;
}

/** A table cell may hold no bar and no line break. */
const cell = (text: string | undefined): string => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ');

const table = (head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const sourceLine = ({ title, publisher, url }: Source): string =>
  `${url ? `[${title.replaceAll(/[[\]]/g, '\\$&')}](${url})` : title}, ${publisher}`;

/** Links and pictures of the body by their whole address, so that they work wherever the text is pasted. */
const withWholeAddresses = (body: string, address: string): string =>
  body.replace(/(\]\()(\/(?!\/)[^)\s]*)/g, (_, open: string, path: string) => `${open}${new URL(path, address).href}`);

export const markdownTwin = (twin: Twin): string => {
  const parts = [
    `# ${twin.title}`,
    twin.withdrawn ? `**Withdrawn ${twin.withdrawn.date}.** ${twin.withdrawn.reason}` : '',
    twin.summary,
    `${twin.label}. Page: ${twin.address}. Facts checked ${twin.reviewed}, version SHA-256 ${twin.digest.slice(0, 12)}.`,
    twin.facts.length > 0
      ? bullets(
          twin.facts.map(({ label, values }) => `${label}: ${values.length > 0 ? values.join('; ') : 'Not reported'}`),
        )
      : '',
    ...twin.sections.map(({ label, text }) => `## ${label}\n\n${typeof text === 'string' ? text : bullets(text)}`),
    twin.outcomes.length > 0
      ? `## What was found\n\n${table(
          ['Measure', 'Result', 'Change', 'When', 'Against what'],
          twin.outcomes.map(({ measure, direction, figure, period, comparison }) => [
            measure,
            directionLabels[direction],
            figure,
            period,
            comparison,
          ]),
        )}`
      : '',
    twin.laterEvidence.length > 0
      ? `## What later evidence says\n\n${bullets(twin.laterEvidence.map(({ finding, direction }) => `${direction ? `${directionLabels[direction]}. ` : ''}${finding}`))}`
      : '',
    withWholeAddresses(twin.body.trim(), twin.address),
    twin.caveats.length + twin.discrepancies.length > 0
      ? `## What is uncertain\n\n${bullets([
          ...twin.caveats,
          ...twin.discrepancies.map(
            ({ about, found, resolution }) => `Sources disagree on ${about}: ${found.join('; ')}. ${resolution}`,
          ),
        ])}`
      : '',
    twin.sources.length > 0
      ? `## Sources\n\n${twin.sources.map((source, index) => `${index + 1}. ${sourceLine(source)}`).join('\n')}`
      : '',
    `## Cite\n\n${twin.citation}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};
