/** The columns of the matrix of a topic: designs in four groups, strongest first. */
import type { DesignKind, Direction, Tactic } from '../lib/labels.ts';

interface MatrixColumn {
  label: string;
  designs: readonly DesignKind[];
  /** Of the weakest design in the group: bars never promise more than a cell holds. */
  level: 0 | 1 | 3 | 5;
}

export const matrixColumns: readonly MatrixColumn[] = [
  { label: 'Randomized trial', designs: ['randomized-trial'], level: 5 },
  { label: 'Matched or comparison group', designs: ['matched-comparison', 'comparison-group'], level: 3 },
  { label: 'Before and after, or description', designs: ['before-after', 'descriptive'], level: 1 },
  { label: 'Design not reported', designs: ['not-reported'], level: 0 },
];

interface MatrixRow {
  tactic: Tactic;
  studies: number;
  /** In the order of the columns; an empty one is a question nobody here has answered. */
  columns: readonly (readonly { name: string; href: string; directions: readonly Direction[] }[])[];
}
export type Matrix = readonly MatrixRow[];
