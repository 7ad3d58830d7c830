/** Outcomes drawn as bars: percent on one scale of the page, percentage points on another, since the two are never mixed. */
import type { OutcomeRow } from './evidence.ts';

/** Pixels. The zero line keeps half a mark away from the edges, so that the ring of a null is whole. */
export const barWidth = 184;
const edge = 9;

/** Larger changes are drawn as wide as this one: one outlier must not flatten the rest. The figure beside says what it is. */
const most = 100;

const within = (value: number): number => Math.max(-most, Math.min(most, value));

/** A scale that holds every value and the zero line. */
const scaleOf = (values: readonly number[]) => {
  const held = values.map(within);
  const low = Math.min(0, ...held);
  const high = Math.max(0, ...held);
  const perUnit = high > low ? (barWidth - 2 * edge) / (high - low) : 0;
  const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;
  const at = (value: number): number => tenths(edge + (value - low) * perUnit);
  return {
    /** `zero` is the place of the zero line, `x` the left end; the width is 0 where nothing is drawn beside the zero line. */
    bar: (value: number) => {
      const [zero, end] = [at(0), at(within(value))];
      return { zero, x: Math.min(zero, end), width: tenths(Math.abs(end - zero)) };
    },
  };
};

/** The two scales of a page, from all of its outcomes. */
export const scalesOf = (rows: readonly Pick<OutcomeRow, 'percent' | 'points'>[]) => ({
  percent: scaleOf(rows.flatMap(({ percent }) => percent ?? [])),
  points: scaleOf(rows.flatMap(({ points }) => points ?? [])),
});
