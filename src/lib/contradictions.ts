/**
 * Pairs of figures that a careful reader should see side by side, found by rule and not by hand:
 * - own and later: a study of the project says better, and judged later evidence says none or worse, or the other way round;
 * - percent and points: two outcomes of one aim have the same number, once in percent and once in percentage points. One of
 *   the two is likely a slip of a source, since the two measures hardly ever agree.
 */
import { changeInWords, voteOf, type EvidenceOf } from './evidence.ts';
import { directionLabels, type Direction } from './labels.ts';

export interface Contradiction {
  kind: 'own-and-later' | 'percent-and-points';
  /** The two sides, in words. */
  one: readonly string[];
  other: readonly string[];
}

const isBetter = (direction: Direction): boolean => direction === 'better';
const isNoBetter = (direction: Direction): boolean => direction === 'none' || direction === 'worse';

/** All studies on the one side, all later evidence on the other. */
const ownAndLater = ({ studies, laterEvidence }: EvidenceOf): Contradiction[] =>
  [[isBetter, isNoBetter] as const, [isNoBetter, isBetter] as const].flatMap(([isOwn, isLater]) => {
    const own = studies.filter((study) => isOwn(voteOf(study).direction));
    const later = laterEvidence.filter(({ direction }) => isLater(direction));
    if (own.length === 0 || later.length === 0) return [];
    return {
      kind: 'own-and-later' as const,
      one: own.map((study) => `${study.title}: ${directionLabels[voteOf(study).direction].toLowerCase()}`),
      other: later.map(
        ({ finding, year, direction }) => `${finding} (${year}: ${directionLabels[direction].toLowerCase()})`,
      ),
    };
  });

const percentAndPoints = ({ studies }: EvidenceOf): Contradiction[] => {
  const outcomes = studies.flatMap((study) => study.outcomes);
  return outcomes.flatMap((inPercent) =>
    outcomes
      .filter(
        ({ aim, points }) =>
          aim === inPercent.aim &&
          points !== undefined &&
          points !== 0 &&
          Math.abs(points) === Math.abs(inPercent.percent ?? Number.NaN),
      )
      .map((inPoints) => ({
        kind: 'percent-and-points' as const,
        one: [`${inPercent.measure}: ${changeInWords(inPercent)}`],
        other: [`${inPoints.measure}: ${changeInWords(inPoints)}`],
      })),
  );
};

export const contradictionsIn = (evidence: EvidenceOf): Contradiction[] => [
  ...ownAndLater(evidence),
  ...percentAndPoints(evidence),
];
