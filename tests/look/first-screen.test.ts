/** What must show, and where: how far down the page evidence, results and help begin, at the two widths that matter most. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { builtPages } from '../support/pages.ts';
import { openSite, viewport, visit, widths } from '../support/site.ts';

const site = openSite();

/** A profile whose own result a later one contradicts: all that must show is on it. */
const profile = '/program-profiles/kansas-city-missouri-2012/';

const topOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY));

const must: { what: string; path: string; selector: string; desk: number; telephone: number }[] = [
  { what: 'the evidence on home', path: '/', selector: '.sheet', desk: 160, telephone: 950 },
  { what: 'a problem to start from on home', path: '/', selector: '.quick a', desk: 900, telephone: 740 },
  { what: 'the result of a profile', path: profile, selector: '.finding', desk: 200, telephone: 720 },
  {
    what: 'the judgment of its own study',
    path: profile,
    selector: '.card .mark-of',
    desk: 340,
    telephone: 720,
  },
  {
    what: 'later evidence on it',
    path: profile,
    selector: '.card dt:text-is("Later evidence")',
    desk: 340,
    telephone: 900,
  },
  { what: '“Ask for help” on it', path: profile, selector: '.page-head .button', desk: 560, telephone: 580 },
];

describe('what must show', () => {
  for (const { what, path, selector, ...most } of must)
    for (const at of ['desk', 'telephone'] as const)
      test(`${what} begins within ${most[at]} pixels on a ${at}`, async (t) => {
        await site.withPage({ viewport: viewport(widths[at]) }, async (page) => {
          await visit(page, path);
          const top = await topOf(page, selector);
          t.diagnostic(`${top} pixels`);
          assert.ok(top > 0 && top <= most[at], `${top} pixels down`);
        });
      });

  test('a finger meets squares of 24 pixels or more on the map of states', async () => {
    for (const width of [320, widths.telephone])
      await site.withPage({ viewport: viewport(width) }, async (page) => {
        await visit(page, '/');
        const small = await page
          .locator('.tiles a rect')
          .evaluateAll((squares) => squares.filter((square) => square.getBoundingClientRect().width < 23.9).length);
        assert.equal(small, 0, `at ${width}`);
        assert.equal(await page.locator('.tiles a:not([tabindex="-1"])').count(), 0, 'the map is no row of tab stops');
      });
  });
});

describe('without a sheet', () => {
  test('words keep their spaces: no two run together where a line or a column parted them', () => {
    const joined = builtPages().flatMap(({ path, html }) => {
      const text = html
        .replace(/<(script|style|template)[\s\S]*?<\/\1>/g, '')
        .replace(/<\/?(?:span|a|b|strong|em|cite|i|code|svg|use|path|circle|rect|mark)\b[^>]*>/g, '')
        .replace(/<[^>]+>/g, '\n');
      return [...text.matchAll(/[a-z0-9)\]’”][.:;,]?(?<!\b(?:https?:|www\.).{0,60})[A-Z][a-z]{3,}/g)]
        .map(([found]) => found)
        .filter((found) => /[.:;)\]”][A-Z]/.test(found))
        .map((found) => `${path}: ${found}`);
    });
    assert.deepEqual([...new Set(joined)].slice(0, 20), []);
  });
});
