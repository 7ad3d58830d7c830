/** Filters on the lists: by keyboard, by touch, by address, without script, with nonsense in the address. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { builtPages, dist, elementsOf } from '../support/pages.ts';
import { openSite, viewport, widths } from '../support/site.ts';
import { openEarly } from '../search/search-page.ts';

const site = openSite();
const projects = '/program-profiles/';
const lists = [projects, '/webinars/', '/experts/'];

const shownIds = (page: Page): Promise<string[]> =>
  page
    .locator('list-filter li[data-id]:visible')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id'] ?? ''));
const told = (page: Page): Promise<string> => page.locator('list-filter .set-head > [role="status"]').innerText();
const settled = (page: Page): Promise<unknown> => page.waitForSelector('list-filter[data-settled]');

/** Read from the rows themselves, apart from the element. */
const expectedIds = (page: Page, wanted: Record<string, string>): Promise<string[]> =>
  page.locator('list-filter li[data-id]').evaluateAll(
    (rows, values) =>
      rows
        .map((row) => (row as HTMLElement).dataset)
        .filter((data) => Object.entries(values).every(([name, value]) => data[name]?.split(' ').includes(value)))
        .map((data) => data['id'] ?? ''),
    wanted,
  );

test('by keyboard: two filters, the count is told, Back takes one away, the address shows the same again', async () => {
  await site.withPage({ viewport: viewport(widths.desk) }, async (page) => {
    await page.goto(projects);
    await settled(page);
    const all = await shownIds(page);
    await page.locator('#filter-design').focus();
    // One letter each: of several, a browser that was busy for a second takes the second for a new word.
    await page.keyboard.press('R');
    await page.keyboard.press('Tab');
    await page.keyboard.press('N');
    await page.keyboard.press('Tab');
    const address = new URL(await page.evaluate(() => location.href));
    assert.equal(address.search, '?design=randomized-trial&result=none');
    const ids = await shownIds(page);
    assert.deepEqual(ids, await expectedIds(page, { design: 'randomized-trial', result: 'none' }));
    assert.ok(ids.length > 0 && ids.length < all.length);
    assert.equal(await told(page), `${ids.length} of ${all.length} projects.`);
    await page.goBack();
    assert.equal(new URL(page.url()).search, '?design=randomized-trial');
    assert.deepEqual(await shownIds(page), await expectedIds(page, { design: 'randomized-trial' }));
    assert.equal(await page.locator('#filter-result').inputValue(), '');
    await page.goto(address.href);
    await settled(page);
    assert.deepEqual(await shownIds(page), ids);
    assert.equal(await page.locator('#filter-result').inputValue(), 'none');
    await page.getByRole('button', { name: 'Show all projects' }).press('Enter');
    assert.deepEqual(await shownIds(page), all);
  });
});

test('what was chosen before the script came stays, beside what the address asks for', async () => {
  await site.withPage({ viewport: viewport(widths.desk) }, async (page) => {
    const release = await openEarly(page, `${projects}?result=none`);
    await page.locator('.list-filters > summary').click();
    await page.locator('#filter-design').selectOption('randomized-trial');
    release();
    await settled(page);
    assert.deepEqual(await shownIds(page), await expectedIds(page, { design: 'randomized-trial', result: 'none' }));
    assert.equal(await page.evaluate(() => location.search), '?design=randomized-trial&result=none');
  });
});

test('a number beside a value is the number of rows that it leaves', async () => {
  await site.withPage({ viewport: viewport(widths.desk) }, async (page) => {
    await page.goto(`${projects}?design=randomized-trial`);
    await settled(page);
    const options = await page
      .locator('#filter-topic option:not([disabled])')
      .evaluateAll((all) => all.map((one) => ({ value: (one as HTMLOptionElement).value, words: one.textContent })));
    const values = options.filter(({ value }) => value);
    assert.ok(values.length > 3);
    for (const { value, words } of values.slice(0, 4)) {
      await page.selectOption('#filter-topic', value);
      assert.equal((await shownIds(page)).length, Number(/\((\d+)\)$/.exec(words)?.[1]), words);
    }
  });
});

for (const path of lists)
  test(`${path}: one filter at 360 px behind one fold, nothing wider than the screen, nothing axe complains of`, async () => {
    await site.withPage({ viewport: viewport(widths.telephone), hasTouch: true }, async (page) => {
      await page.goto(path);
      await settled(page);
      const select = page.locator('list-filter select').first();
      assert.equal(await select.isVisible(), false);
      await page.locator('.list-filters > summary').tap();
      const value = await select.locator('option').nth(1).getAttribute('value');
      await select.selectOption(value);
      const name = (await select.getAttribute('name')) ?? '';
      const ids = await shownIds(page);
      assert.deepEqual(ids, await expectedIds(page, { [name]: value ?? '' }));
      assert.ok(ids.length > 0);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      assert.deepEqual(await axeFaults(page), []);
    });
  });

test('without script the filters are away and their links lead to what is there', async () => {
  const pages = new Map(builtPages().map((page) => [page.path, page]));
  for (const path of lists)
    await site.withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(path);
      assert.equal(await page.locator('.list-filters').isVisible(), false);
      assert.equal(await page.locator('.row-pick').first().isVisible(), false);
      const links = await page
        .locator('.unscripted a:visible')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).getAttribute('href') ?? ''));
      assert.ok(links.length > 0, path);
      for (const href of links) {
        const { pathname, hash } = new URL(href, `http://x${path}`);
        const target = pages.get(pathname);
        assert.ok(target, `${path}: ${href}`);
        if (hash)
          assert.ok(
            elementsOf(target.html).some(({ attributes }) => attributes['id'] === hash.slice(1)),
            `${path}: ${href}`,
          );
      }
    });
});

test('an unknown filter, an unknown value and a second value are told and left out', async () => {
  await site.withPage({}, async (page) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`${projects}?color=red&state=ZZ&design=randomized-trial&design=before-after&topic=%3Cscript%3E`);
    await settled(page);
    assert.deepEqual(await shownIds(page), await expectedIds(page, { design: 'randomized-trial' }));
    assert.match(
      await told(page),
      /Not a filter of this list, so left out: color, state: ZZ and topic: <script>\. A filter takes one value here; left out: design: before-after\./,
    );
    assert.deepEqual(faults, []);
  });
});

test('500 ids in the address: those of the list are shown, the rest is counted, the address stays', async () => {
  await site.withPage({}, async (page) => {
    await page.goto(projects);
    const some = (await shownIds(page)).slice(0, 3);
    const ids = [...some, ...Array.from({ length: 497 }, (_, index) => `no-such-project-${index}`)];
    await page.goto(`${projects}?ids=${ids.join(',')}`);
    await settled(page);
    assert.deepEqual(await shownIds(page), some);
    assert.match(
      await told(page),
      /^3 of \d+ projects\. The address names 500 entries; not on this list: .* and 492 more\.$/,
    );
    assert.ok(page.url().includes('no-such-project-496'));
  });
});

test('a withdrawn entry of a set is told', async () => {
  await site.withPage({}, async (page) => {
    // No entry of the site is withdrawn: one is marked on its way, as the build marks it.
    await page.route(`**${projects}?*`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        'data-id="boston-massachusetts-2009"',
        'data-id="boston-massachusetts-2009" data-withdrawn=""',
      );
      await route.fulfill({ response, body });
    });
    await page.goto(`${projects}?ids=boston-massachusetts-2009,lowell-massachusetts-2010`);
    await settled(page);
    assert.equal((await shownIds(page)).length, 2);
    assert.match(await told(page), /Withdrawn since: Boston, Massachusetts \(2009\)\. The page says why\.$/);
  });
});

test('every value of a filter is one that the search takes', () => {
  const { facets } = JSON.parse(readFileSync(join(dist, 'search/manifest.json'), 'utf8')) as {
    facets: Record<string, { id: string }[]>;
  };
  for (const { path, html } of builtPages().filter((page) => lists.includes(page.path))) {
    const values = [...html.matchAll(/<select[^>]*name="(\w+)"[^>]*>(.*?)<\/select>/gs)].flatMap(
      ([, name = '', options = '']) =>
        [...options.matchAll(/value="([^"]+)"/g)].map(([, value = '']) => ({ name, value })),
    );
    assert.ok(values.length > 10, path);
    assert.deepEqual(
      values.filter(({ name, value }) => !facets[name]?.some(({ id }) => id === value)),
      [],
    );
  }
});
