/** Projects side by side: what is chosen, and how strong their studies are. */
import type { DesignKind, Direction } from '../schemas/program-profiles.ts';
import { designLabels, directionLabels } from './labels.ts';

// From the labels, which stand in the schemas' order: the schemas themselves would bring zod into the browser.
const designKinds = Object.keys(designLabels) as DesignKind[];
const directions = Object.keys(directionLabels) as Direction[];

interface ComparedOutcome {
  measure: string;
  direction: Direction;
  change?: 'up' | 'down' | undefined;
  figure?: string | undefined;
  period?: string | undefined;
  comparison?: string | undefined;
}

export interface ComparedProject {
  id: string;
  href: string;
  title: string;
  place: string;
  cohort?: number | undefined;
  strategies: readonly string[];
  problem?: string | undefined;
  approach?: string | undefined;
  design: { kind: DesignKind; description?: string | undefined };
  outcomes: readonly ComparedOutcome[];
  laterEvidence: readonly { finding: string; direction?: Direction | undefined }[];
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
  const asked = new URLSearchParams(query)
    .getAll('ids')
    .flatMap((value) => value.split(','))
    .map((id) => id.trim())
    .filter(Boolean);
  const distinct = [...new Set(asked)];
  const known = distinct.filter(isKnown);
  const unknown = distinct
    .filter((id) => !known.includes(id))
    .map((id) => (id.length > 60 ? `${id.slice(0, 60)}…` : id));
  return {
    ids: known.slice(0, mostCompared),
    unknown: unknown.slice(0, mostCompared),
    tooMany: Math.max(0, known.length - mostCompared),
  };
};

/** “Level 3: comparison group” */
export const designInWords = (kind: DesignKind): string => {
  const { label, scale } = designLabels[kind];
  return scale ? `Level ${scale}: ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
};

const outcomeInWords = ({ measure, direction, figure, period, comparison }: ComparedOutcome): string =>
  [`${measure}: ${directionLabels[direction].toLowerCase()}`, figure, [period, comparison].filter(Boolean).join('; ')]
    .filter(Boolean)
    .join(', ');

/** One thing said of a project: a sentence, or a list of findings, each with its judgment. */
export type ComparedCell =
  | { lead?: string; text: string }
  | {
      findings: readonly { direction?: Direction | undefined; change?: 'up' | 'down' | undefined; words: string }[];
      /** In place of an empty list. */
      none: string;
    };

/** What projects are compared by, in the order of the table. */
export const comparedAspects: readonly { label: string; of: (project: ComparedProject) => ComparedCell }[] = [
  { label: 'Problem', of: ({ problem }) => ({ text: problem ?? 'Not reported' }) },
  {
    label: 'What was tried',
    of: ({ approach, strategies }) => ({ text: approach ?? (strategies.join(', ') || 'Not reported') }),
  },
  {
    label: 'How it was studied',
    of: ({ design }) => ({ lead: `${designInWords(design.kind)}.`, text: design.description ?? '' }),
  },
  {
    label: 'What was found',
    of: ({ outcomes }) => ({
      findings: outcomes.map(({ measure, direction, change, figure, period, comparison }) => ({
        direction,
        change,
        words: [measure, figure, period, comparison].filter(Boolean).join('; '),
      })),
      none: 'No results found in public sources',
    }),
  },
  {
    label: 'Later evidence',
    of: ({ laterEvidence }) => ({
      findings: laterEvidence.map(({ finding, direction }) => ({ direction, words: finding })),
      none: 'None found',
    }),
  },
];

interface StrengthRow {
  kind: DesignKind;
  projects: number;
  /** Judgments in the fixed order of the five words, none left out. */
  counts: readonly { direction: Direction; count: number }[];
}

/** Outcomes by the design of their study, strongest first; designs that no project has are left out. */
export const byStrength = (projects: readonly ComparedProject[]): StrengthRow[] =>
  designKinds.flatMap((kind) => {
    const inRow = projects.filter((project) => project.design.kind === kind);
    const found = inRow.flatMap(({ outcomes }) => outcomes.map(({ direction }) => direction));
    return inRow.length === 0
      ? []
      : [
          {
            kind,
            projects: inRow.length,
            counts: directions.map((direction) => ({
              direction,
              count: found.filter((one) => one === direction).length,
            })),
          },
        ];
  });

/** One row a project, for CSV. */
export const comparisonColumns = [
  'id',
  'title',
  'place',
  'cohort',
  'strategies',
  'problem',
  'approach',
  'design',
  'level',
  'design_description',
  'outcomes',
  'later_evidence',
  'address',
] as const;

export const comparisonRow = (project: ComparedProject, origin: string) => ({
  id: project.id,
  title: project.title,
  place: project.place,
  cohort: project.cohort,
  strategies: [...project.strategies],
  problem: project.problem,
  approach: project.approach,
  design: designLabels[project.design.kind].label,
  level: designLabels[project.design.kind].scale,
  design_description: project.design.description,
  outcomes: project.outcomes.map(outcomeInWords),
  later_evidence: project.laterEvidence.map(({ finding, direction }) =>
    direction ? `${directionLabels[direction]}. ${finding}` : finding,
  ),
  address: new URL(project.href, origin).href,
});
