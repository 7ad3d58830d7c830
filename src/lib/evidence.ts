/**
 * What the studies of a project say, counted one vote a study. The project's own studies and later evidence are told
 * apart everywhere and never summed. In a profile's frontmatter they stand as here (src/kinds/program-profiles.ts).
 */
import {
  designLabels,
  directionLabels,
  keysOf,
  type Aim,
  type DesignKind,
  type Direction,
  type NoResult,
  type Tactic,
} from './labels.ts';

export const designKinds = keysOf(designLabels);
export const directions = keysOf(directionLabels);

interface Outcome {
  measure: string;
  headline?: true | undefined;
  aim: Aim;
  direction: Direction;
  /** As in the source, for drawing; never both. */
  percent?: number | undefined;
  points?: number | undefined;
  change?: 'up' | 'down' | undefined;
  figure?: string | undefined;
  test?: string | undefined;
  period?: string | undefined;
  comparison?: string | undefined;
  /** Key of a source on the page. */
  source?: string | undefined;
}

export interface Study {
  title: string;
  design: DesignKind;
  description?: string | undefined;
  years?: string | undefined;
  by?: string | undefined;
  independent: boolean;
  tactics: readonly Tactic[];
  outcomes: readonly Outcome[];
}

export interface LaterFinding {
  finding: string;
  direction: Direction;
  year: number;
  design: DesignKind;
  aim?: Aim | undefined;
  source?: string | undefined;
}

/** Level on the Maryland Scientific Methods Scale (Sherman and others, 1998): 5 strongest, 1 weakest, 0 where no source tells the design. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;
export const levelOf = (design: DesignKind): Level => designLabels[design].level;

/** “Level 3: comparison group” */
export const designInWords = (design: DesignKind): string => {
  const { label, level } = designLabels[design];
  return level > 0 ? `Level ${level}: ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
};

/** One judgment with the strength of what it rests on. */
export interface Vote {
  design: DesignKind;
  direction: Direction;
}

/** What of a profile is evidence. */
export interface EvidenceOf {
  finding: string;
  studies: readonly Study[];
  laterEvidence: readonly LaterFinding[];
  noResult?: NoResult | undefined;
}

/** Percent and percentage points are never mixed: “down 17%”, “up 9.8 points”. */
export const changeInWords = ({ percent, points }: Pick<Outcome, 'percent' | 'points'>): string | undefined => {
  const number = percent ?? points;
  if (number === undefined) return undefined;
  const size = Math.abs(number).toLocaleString('en-US', { maximumFractionDigits: 2 });
  const unit = percent === undefined ? ` percentage ${size === '1' ? 'point' : 'points'}` : '%';
  return number === 0 ? `0${unit}` : `${number < 0 ? 'down' : 'up'} ${size}${unit}`;
};

const signOf = (number: number | undefined): 'up' | 'down' | undefined =>
  number === undefined || number === 0 ? undefined : number < 0 ? 'down' : 'up';

/** A row of the table of outcomes. */
export const outcomeRow = ({ headline, ...outcome }: Outcome) => ({
  ...outcome,
  isHeadline: headline === true,
  /** Which way the number went, whether that is good or bad. */
  change: outcome.change ?? signOf(outcome.percent ?? outcome.points),
  /** The figure in words: the source’s, or “down 17%”, “up 9.8 points”. */
  figure: outcome.figure ?? changeInWords(outcome),
});
export type OutcomeRow = ReturnType<typeof outcomeRow>;

/** The vote of a study is the judgment of its headline outcome: the one that it set out to change. */
export const voteOf = ({
  design,
  outcomes,
}: Pick<Study, 'design'> & { outcomes: readonly Pick<Outcome, 'headline' | 'direction'>[] }): Vote => ({
  design,
  direction: outcomes.find(({ headline }) => headline)?.direction ?? 'not-tested',
});

export const ownVotes = ({ studies }: Pick<EvidenceOf, 'studies'>): Vote[] => studies.map(voteOf);

export const laterVotes = ({ laterEvidence }: Pick<EvidenceOf, 'laterEvidence'>): Vote[] =>
  laterEvidence.map(({ design, direction }) => ({ design, direction }));

/** The strongest design of some; undefined of none. */
export const strongestOf = (designs: readonly DesignKind[]): DesignKind | undefined =>
  designKinds.find((design) => designs.includes(design));

export interface TallyRow {
  design: DesignKind;
  votes: number;
  /** In the fixed order of the five words, none left out. */
  counts: readonly { direction: Direction; count: number }[];
}

/** Votes by the design they rest on, strongest first; a design without a vote is left out. */
export const tallyOf = (votes: readonly Vote[]): TallyRow[] =>
  designKinds.flatMap((design) => {
    const inRow = votes.filter((vote) => vote.design === design);
    const counts = directions.map((direction) => ({
      direction,
      count: inRow.filter((vote) => vote.direction === direction).length,
    }));
    return inRow.length > 0 ? [{ design, votes: inRow.length, counts }] : [];
  });

/**
 * Whether a reader of the project’s own results should be told to read the later evidence too: more than half of the own
 * studies say better, and of the later evidence that was judged at all (not “not-tested”) there is some, and none says better.
 */
export const readsLaterToo = (evidence: EvidenceOf): boolean => {
  const own = ownVotes(evidence);
  const later = laterVotes(evidence).filter(({ direction }) => direction !== 'not-tested');
  const better = own.filter(({ direction }) => direction === 'better').length;
  return better > own.length / 2 && later.length > 0 && later.every(({ direction }) => direction !== 'better');
};

/** The level of a design, and the two in words: “Level 3: comparison group”. */
const strengthOf = ({ design }: { design: DesignKind }) => ({
  level: levelOf(design),
  designWords: designInWords(design),
});

const studyView = ({ independent, outcomes, ...study }: Study) => {
  const rows = outcomes.map(outcomeRow);
  return {
    ...study,
    ...voteOf({ ...study, outcomes }),
    ...strengthOf(study),
    isIndependent: independent,
    headline: rows.find(({ isHeadline }) => isHeadline),
    outcomes: rows,
  };
};
export type StudyView = ReturnType<typeof studyView>;

const laterView = (later: LaterFinding) => ({ ...later, ...strengthOf(later) });
export type LaterView = ReturnType<typeof laterView>;

export const evidenceView = (evidence: EvidenceOf) => ({
  /** The result in one sentence. */
  finding: evidence.finding,
  /** The design of the strongest own study; undefined without studies. */
  strongest: strongestOf(evidence.studies.map(({ design }) => design)),
  studies: evidence.studies.map(studyView),
  later: evidence.laterEvidence.map(laterView),
  noResult: evidence.noResult,
  readsLaterToo: readsLaterToo(evidence),
});
export type EvidenceView = ReturnType<typeof evidenceView>;
