/** Outcomes drawn as bars: percent on one scale of the page, percentage points on another, since the two are never mixed. */
import type { OutcomeRow } from './evidence.ts';

/** Pixels. The zero line keeps half a mark away from the edges, so that the ring of a null is whole. */
export const barWidth = 184;
const edge = 9;

interface Bar {
  /** Of the zero line. */
  zero: number;
  /** Left end and width; the width is 0 where nothing is drawn beside the zero line. */
  x: number;
  width: number;
}

interface Scale {
  bar: (value: number) => Bar;
}

/** Larger changes are drawn as wide as this one: one outlier must not flatten the rest. The figure beside says what it is. */
const most = 100;

const within = (value: number): number => Math.max(-most, Math.min(most, value));

/** A scale that holds every value and the zero line. */
const scaleOf = (values: readonly number[]): Scale => {
  const held = values.map(within);
  const low = Math.min(0, ...held);
  const high = Math.max(0, ...held);
  const perUnit = high > low ? (barWidth - 2 * edge) / (high - low) : 0;
  const at = (value: number): number => Math.round((edge + (value - low) * perUnit) * 10) / 10;
  return {
    bar: (value) => {
      const [start, end] = [at(0), at(within(value))];
      return { zero: start, x: Math.min(start, end), width: Math.round(Math.abs(end - start) * 10) / 10 };
    },
  };
};

type Numbers = Pick<OutcomeRow, 'percent' | 'points'>;

/** The two scales of a page, from all of its outcomes. */
export const scalesOf = (rows: readonly Numbers[]): { percent: Scale; points: Scale } => ({
  percent: scaleOf(rows.flatMap(({ percent }) => percent ?? [])),
  points: scaleOf(rows.flatMap(({ points }) => points ?? [])),
});
