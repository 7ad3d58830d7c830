/** The five outcome marks tell apart without color: on gray paper, in forced colors, for a color-blind reader. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { directionLabels } from '../../src/lib/labels.ts';
import { greyShades } from '../support/pixels.ts';
import { openSite, visit } from '../support/site.ts';
import { directions } from '../../src/lib/evidence.ts';

const site = openSite();
const size = 32;
/** Mean difference of two marks in shades of grey; the same mark shot twice gives less than 1. */
const least = 12;

/** The key of the map of what is known: all five, with their words. */
const key = '/evidence/';

describe('outcome marks', () => {
  for (const [name, options] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'forced colors': { forcedColors: 'active' },
  } as const))
    test(`differ in shades of grey: ${name}`, async () => {
      await site.withPage({ ...options, deviceScaleFactor: 3 }, async (page) => {
        const shots = new Map<string, Buffer>();
        await visit(page, key);
        for (const direction of directions) {
          const mark = page.locator(`.legend .mark-of.${direction}`);
          assert.match((await mark.innerText()).trim(), new RegExp(directionLabels[direction], 'i'));
          shots.set(direction, await greyShades(await mark.locator('svg').screenshot(), size));
        }
        const alike = directions.flatMap((a, index) =>
          directions.slice(index + 1).flatMap((b) => {
            const [one, other] = [shots.get(a), shots.get(b)];
            assert.ok(one && other);
            const difference = one.reduce((sum, shade, at) => sum + Math.abs(shade - (other[at] ?? 0)), 0) / one.length;
            return difference < least ? [`${a} and ${b} differ by ${difference.toFixed(1)}`] : [];
          }),
        );
        assert.deepEqual(alike, []);
      });
    });
});
