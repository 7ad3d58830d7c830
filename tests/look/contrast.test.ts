/** Every pair of colors of the look, recomputed from the tokens. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { contrast, fromHex } from '../support/color.ts';
import { field as drawn } from '../../src/lib/preview-image.ts';
import { dist, root } from '../support/pages.ts';

const sheet = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
const [lightPart = '', darkPart = '', fieldPart = ''] = sheet.split(
  /@media \(prefers-color-scheme: dark\)|\.on-field \{/,
);
const colorsIn = (css: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = '', value = '']) => [name, value]),
  );

const light = colorsIn(lightPart);
const field = colorsIn(fieldPart);
/** The field has one set of colors, by day and by night. */
const schemes = { light, dark: { ...light, ...colorsIn(darkPart) }, field: { ...light, ...field } };

const grounds = ['paper', 'wash', 'notice'];
/** Text on any ground: 4.5 (WCAG 1.4.3). Edges of fields, focus, what a graphic is read by: 3 (1.4.11). */
const pairs: [ink: string, grounds: string[], least: number][] = [
  ['ink', grounds, 7],
  ['ink-2', grounds, 4.5],
  ['link', grounds, 4.5],
  ['link-hover', grounds, 4.5],
  ['visited', grounds, 4.5],
  ['better', grounds, 4.5],
  ['worse', grounds, 4.5],
  ['mixed', grounds, 4.5],
  // The label of a button, and the same under the pointer.
  ['paper', ['link', 'link-hover'], 4.5],
  ['mark-ink', ['mark-bg'], 7],
  ['edge', ['paper', 'wash'], 3],
  ['focus', grounds, 3],
  ['link', ['land'], 3],
  ['ink', ['land', 'land-2'], 4.5],
  // Counts of the fullest states.
  ['paper', ['link'], 4.5],
];

for (const [scheme, colors] of Object.entries(schemes))
  describe(`contrast, ${scheme}`, () => {
    const color = (name: string) => {
      const value = colors[name];
      assert.ok(value, `tokens.css has no color --${name}`);
      return fromHex(value);
    };
    for (const [ink, on, least] of pairs)
      test(`${ink} on ${on.join(', ')}: ${least} to 1`, () => {
        const short = on
          .map((ground) => ({ ground, ratio: contrast(color(ink), color(ground)) }))
          .filter(({ ratio }) => ratio < least);
        assert.deepEqual(short, []);
      });

    test('better and worse are equally light: color alone tells nothing', () => {
      assert.ok(contrast(color('better'), color('worse')) < 1.25);
    });
  });

test('the dark scheme changes every color but the ground of marks', () => {
  const same = Object.keys(light).filter((name) => schemes.dark[name] === light[name]);
  assert.deepEqual(same.sort(), ['mark-bg', 'mark-ink']);
});

test('the field binds every color anew but the ground of marks', () => {
  assert.deepEqual(
    Object.keys(light).filter((name) => !(name in field)),
    ['mark-bg', 'mark-ink'],
  );
});

test('pictures, icons and the browser’s own bars have the color of the header', () => {
  assert.equal(drawn, field['paper'], 'src/lib/preview-image.ts says another color than src/styles/tokens.css');
  const home = readFileSync(join(dist, 'index.html'), 'utf8');
  assert.match(home, new RegExp(`name="theme-color" content="${drawn}"`));
});
