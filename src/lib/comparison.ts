/** Projects side by side: what is chosen, and how strong their studies are. */
import type { Direction } from '../lib/labels.ts';
import { designInWords, evidenceView, levelOf, type EvidenceOf, type OutcomeRow } from './evidence.ts';
import { idsIn, shortened } from './ids-in-address.ts';
import { csvForPeople } from './open-data/csv.ts';
import { designLabels, directionLabels, noResultLabels } from './labels.ts';

export interface ComparedProject extends EvidenceOf {
  id: string;
  href: string;
  title: string;
  place: string;
  cohort?: number | undefined;
  strategies: readonly string[];
  problem?: string | undefined;
  approach?: string | undefined;
}

/** More columns than this can be neither read nor printed. */
export const mostCompared = 12;

interface Choice {
  /** Known, each once, in the order asked for, at most twelve. */
  ids: string[];
  /** Asked for, but no project of ours. Shown to the reader, so cut to a length that fits. */
  unknown: string[];
  /** Known ones left out because twelve are chosen already. */
  tooMany: number;
}

/** Reads `?ids=a,b,c` (or `?ids=a&ids=b`). Whatever stands there, the result is known ids and plain text. */
export const readChoice = (query: string, isKnown: (id: string) => boolean): Choice => {
  const asked = idsIn(query) ?? [];
  const known = asked.filter(isKnown);
  const unknown = asked.filter((id) => !known.includes(id));
  return {
    ids: known.slice(0, mostCompared),
    unknown: unknown.slice(0, mostCompared).map(shortened),
    tooMany: Math.max(0, known.length - mostCompared),
  };
};

const rowInWords = ({ measure, figure, test, period, comparison }: OutcomeRow): string =>
  [measure, figure, test, period, comparison].filter(Boolean).join('; ');

const outcomeInWords = (row: OutcomeRow): string => `${directionLabels[row.direction]}: ${rowInWords(row)}`;

/** One thing said of a project: a sentence, or a list of findings, each with its judgment. */
export type ComparedCell =
  | { lead?: string; text: string }
  | {
      findings: readonly { direction?: Direction | undefined; words: string }[];
      /** In place of an empty list. */
      none: string;
    };

/** What projects are compared by, in the order of the table. */
export const comparedAspects: readonly { label: string; of: (project: ComparedProject) => ComparedCell }[] = [
  { label: 'Result', of: ({ finding }) => ({ text: finding }) },
  {
    label: 'How strong',
    of: (project) => {
      const { strongest } = evidenceView(project);
      return { text: strongest ? designInWords(strongest) : noResultLabels[project.noResult ?? 'no-public-result'] };
    },
  },
  {
    label: 'What was found',
    of: (project) => ({
      findings: evidenceView(project).studies.flatMap(({ outcomes }) =>
        outcomes.map((row) => ({ direction: row.direction, words: rowInWords(row) })),
      ),
      none: project.noResult ? noResultLabels[project.noResult] : 'No public result',
    }),
  },
  {
    label: 'Later evidence',
    of: (project) => ({
      findings: evidenceView(project).later.map(({ finding, direction, year, designWords }) => ({
        direction,
        words: `${finding} (${year}; ${designWords})`,
      })),
      none: 'None found',
    }),
  },
  { label: 'Problem', of: ({ problem }) => ({ text: problem ?? 'Not reported' }) },
  {
    label: 'What was tried',
    of: ({ approach, strategies }) => ({ text: approach ?? (strategies.join(', ') || 'Not reported') }),
  },
  {
    label: 'How it was studied',
    of: (project) => ({
      findings: evidenceView(project).studies.map(({ title, designWords, years, by, description }) => ({
        words:
          [`${title}. ${designWords}`, years, by].filter(Boolean).join('; ') + (description ? `. ${description}` : ''),
      })),
      none: 'No study is public',
    }),
  },
];

const comparisonRow = (project: ComparedProject, origin: string) => {
  const { strongest, studies, later } = evidenceView(project);
  return {
    id: project.id,
    title: project.title,
    place: project.place,
    cohort: project.cohort,
    finding: project.finding,
    strategies: [...project.strategies],
    problem: project.problem,
    approach: project.approach,
    design: strongest && designLabels[strongest].label,
    level: strongest && levelOf(strongest),
    studies: studies.map(({ title, designWords }) => `${title}: ${designWords}`),
    outcomes: studies.flatMap(({ outcomes }) => outcomes.map(outcomeInWords)),
    later_evidence: later.map(
      ({ finding, direction, year, designWords }) =>
        `${directionLabels[direction]}. ${finding} (${year}; ${designWords})`,
    ),
    address: new URL(project.href, origin).href,
  };
};

/** One row a project, for a spreadsheet. */
export const comparisonCsv = (projects: readonly ComparedProject[], origin: string): string =>
  csvForPeople(projects.map((project) => comparisonRow(project, origin)));
