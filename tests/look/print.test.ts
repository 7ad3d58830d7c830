/** A profile on paper: two sheets, three for the longest, black on white, with its sources. A topic: five at most. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { builtPages } from '../support/pages.ts';
import { openSite, visit } from '../support/site.ts';

const site = openSite();
const shortestFirst = (of: string) =>
  builtPages()
    .filter(({ template }) => template === of)
    .sort((a, b) => a.html.length - b.html.length);
const profiles = shortestFirst('program-profiles/[id].astro');
const topics = shortestFirst('topics/[id].astro');

/** Chromium writes one page object a sheet, uncompressed. */
const sheetsOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

describe('print', () => {
  for (const [name, pages, share, most] of [
    ['a profile of middle length', profiles, 0.5, 2],
    // A study with twenty outcomes and as many sources; paper is kept, not text.
    ['the longest profile', profiles, 1, 3],
    ['a topic of middle length', topics, 0.5, 3],
    ['the longest topic', topics, 1, 5],
  ] as const)
    test(`${name}: ${most} sheets at most, Letter and A4`, async () => {
      const printed = pages[Math.min(pages.length - 1, Math.floor(pages.length * share))];
      assert.ok(printed);
      await site.withPage({}, async (page) => {
        await visit(page, printed.path);
        for (const format of ['Letter', 'A4'] as const) {
          const sheets = sheetsOf(
            await page.pdf({
              format,
              preferCSSPageSize: false,
              margin: { top: '18mm', bottom: '18mm', left: '18mm', right: '18mm' },
            }),
          );
          assert.ok(sheets > 0 && sheets <= most, `${printed.path} takes ${sheets} sheets of ${format}`);
        }
      });
    });

  test('holds the sources with their addresses, the folio and the page’s own address; not what is for screens', async () => {
    await site.withPage({ colorScheme: 'dark' }, async (page) => {
      for (const { path } of [profiles[0], profiles.at(-1)].filter((profile) => profile !== undefined)) {
        await visit(page, path);
        await page.emulateMedia({ media: 'print' });
        assert.ok(await page.locator('.sources li').first().isVisible());
        const addresses = await page
          .locator('.sources a')
          .evaluateAll(
            (links) => links.filter((link) => !getComputedStyle(link, '::after').content.includes('http')).length,
          );
        assert.equal(addresses, 0, 'a source without its address');
        assert.ok(await page.locator('.folio').isVisible());
        assert.match(await page.locator('article').innerText(), new RegExp(`address: https?://.+${path}`));
        for (const screenOnly of [
          '.site-header',
          '.breadcrumbs',
          '.site-footer nav',
          '.search-form',
          '.button',
          '.pager',
          '.beside',
          '.verdict',
          'details:not([open])',
        ])
          assert.equal(await page.locator(`${screenOnly}:visible`).count(), 0, `${screenOnly} is printed`);
        const colors = await page
          .locator('body')
          .evaluate((body) => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]);
        assert.deepEqual(colors, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      }
    });
  });
});
