/** The columns of the matrix of a topic: designs in four groups, strongest first. */
import type { Level } from './evidence.ts';
import type { DesignKind } from '../lib/labels.ts';

/** `level` is that of the weakest design in the group: bars never promise more than a cell holds. */
export const matrixColumns: readonly { label: string; designs: readonly DesignKind[]; level: Level }[] = [
  { label: 'Randomized trial', designs: ['randomized-trial'], level: 5 },
  { label: 'Matched or comparison group', designs: ['matched-comparison', 'comparison-group'], level: 3 },
  { label: 'Before and after, or description', designs: ['before-after', 'descriptive'], level: 1 },
  { label: 'Design not reported', designs: ['not-reported'], level: 0 },
];
