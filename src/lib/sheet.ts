/** The evidence sheet: design × result of the studies, one vote a study, and the headline that the figures of the day bear. */
import { levelOf, tallyOf, type Vote } from './evidence.ts';
import { designLabels } from './labels.ts';
import { counted } from './text.ts';

/** Fewer votes than this bear no claim. */
const fewest = 5;
/** Shares that differ by less, in points of a hundred, are called alike. */
const alike = 10;

/** Votes of a group of designs that found “no change”, of those that were tested at all. */
const shareOf = (votes: readonly Vote[], least: number, most: number) => {
  const tested = votes.filter(
    ({ design, direction }) => direction !== 'not-tested' && levelOf(design) >= least && levelOf(design) <= most,
  );
  return { none: tested.filter(({ direction }) => direction === 'none').length, tested: tested.length };
};
type Share = ReturnType<typeof shareOf>;

const percentOf = ({ none, tested }: Share): number => (tested === 0 ? 0 : (100 * none) / tested);

const shown = (share: Share): string => `${share.none} of ${share.tested}`;

/**
 * The rule of the headline. Three groups: designs with a trial or matched groups (levels 5 and 4), with a comparison group
 * (3), and without one (2 to 0). Of the studies of each that tested anything, the share that found no change.
 * “The stronger the study …” stands only where each group has five votes and the share falls from group to group, by ten
 * points at least from the first to the last. Otherwise the headline says what the figures do bear.
 */
const headlineOf = (votes: readonly Vote[]): { headline: string; because: string } => {
  const strong = shareOf(votes, 4, 5);
  const middle = shareOf(votes, 3, 3);
  const weak = shareOf(votes, 0, 2);
  const [first, second, third] = [strong, middle, weak].map(percentOf) as [number, number, number];
  /** What the headline rests on, in figures. */
  const because = `“No change found”: ${shown(strong)} studies with a trial or matched groups, ${shown(middle)} with a comparison group, ${shown(weak)} without one.`;
  if (Math.min(strong.tested, weak.tested) < fewest)
    return {
      headline: 'What the studies found, by how strong they are',
      because: 'Too few studies of each kind to say more.',
    };
  const difference = first - third;
  if (middle.tested >= fewest && first > second && second > third && difference >= alike)
    return { headline: 'The stronger the study, the more often nothing changed', because };
  if (difference >= alike)
    return { headline: 'The strongest studies found “no change” more often than the weakest', because };
  if (difference <= -alike)
    return { headline: 'The strongest studies found “no change” less often than the weakest', because };
  return { headline: 'Strong and weak studies found “no change” about equally often', because };
};

export const sheetOf = (votes: readonly Vote[], projects: number) => {
  const rows = tallyOf(votes);
  const few = rows.filter((row) => row.votes < fewest);
  return {
    rows,
    votes: votes.length,
    ...headlineOf(votes),
    caveats: [
      `One mark is one study: the outcome that it set out to change. ${counted(votes.length, 'study', 'studies')} of ${counted(projects, 'project')}; studies of one project lean on each other.`,
      ...(few.length > 0
        ? [
            `${few.map(({ design, votes: count }) => `“${designLabels[design].short}” rests on ${count}`).join(', ')}: too few to go by.`,
          ]
        : []),
      'Later evidence is not in it.',
    ],
  };
};
