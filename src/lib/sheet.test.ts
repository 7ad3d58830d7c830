import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DesignKind, Direction } from '../lib/labels.ts';
import { sheetOf } from './sheet.ts';

/** Made-up figures: so many votes of each judgment for each design. */
const votes = (figures: Partial<Record<DesignKind, Partial<Record<Direction, number>>>>) =>
  Object.entries(figures).flatMap(([design, counts]) =>
    Object.entries(counts).flatMap(([direction, count]) =>
      Array.from({ length: count }, () => ({ design: design as DesignKind, direction: direction as Direction })),
    ),
  );
const headline = (figures: Parameters<typeof votes>[0]): string => sheetOf(votes(figures), 10).headline;

test('the stronger the study: only where the share of nulls falls from group to group', () => {
  const falling = {
    'randomized-trial': { none: 5, better: 5 },
    'comparison-group': { none: 3, better: 7 },
    'before-after': { none: 1, better: 9 },
  } as const;
  assert.equal(headline(falling), 'The stronger the study, the more often nothing changed');
  assert.match(sheetOf(votes(falling), 10).because, /5 of 10 .+ 3 of 10 .+ 1 of 10/);
});

test('a middle group out of order, or too small, takes the claim away', () => {
  const ends = { 'randomized-trial': { none: 5, better: 5 }, 'before-after': { none: 1, better: 9 } } as const;
  const weaker = 'The strongest studies found “no change” more often than the weakest';
  assert.equal(headline({ ...ends, 'comparison-group': { none: 6, better: 4 } }), weaker);
  assert.equal(headline({ ...ends, 'comparison-group': { none: 2, better: 2 } }), weaker);
});

test('figures that run the other way are said the other way', () => {
  assert.equal(
    headline({ 'randomized-trial': { none: 1, better: 9 }, 'before-after': { none: 6, better: 4 } }),
    'The strongest studies found “no change” less often than the weakest',
  );
});

test('alike is called alike, and too few bear nothing', () => {
  assert.equal(
    headline({ 'randomized-trial': { none: 3, better: 7 }, 'before-after': { none: 3, better: 7 } }),
    'Strong and weak studies found “no change” about equally often',
  );
  assert.equal(
    headline({ 'randomized-trial': { none: 4 }, 'before-after': { none: 0, better: 9 } }),
    'What the studies found, by how strong they are',
  );
  assert.equal(headline({}), 'What the studies found, by how strong they are');
});

test('what was not tested is no part of a share', () => {
  const tested = { 'randomized-trial': { none: 3, better: 7 }, 'before-after': { none: 3, better: 7 } } as const;
  assert.equal(
    headline({ ...tested, 'before-after': { ...tested['before-after'], 'not-tested': 40 } }),
    headline(tested),
  );
});

test('the caveats name the rows that hold few', () => {
  const { caveats } = sheetOf(votes({ 'randomized-trial': { none: 6 }, 'matched-comparison': { better: 2 } }), 7);
  assert.match(caveats.join(' '), /8 studies of 7 projects/);
  assert.match(caveats.join(' '), /“Matched comparison” rests on 2/);
  assert.doesNotMatch(caveats.join(' '), /“Randomized trial” rests/);
});
