/** Sets: compared, taken along, cited, kept; the files read back by citation-js. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { dist } from '../support/pages.ts';
import { openSite, viewport, widths } from '../support/site.ts';
import { libraryKinds, reached } from '../search/search-page.ts';

const site = openSite();
const projects = '/program-profiles/';
const nulls = `${projects}?design=randomized-trial&result=none`;

const require = createRequire(import.meta.url);
// Neither package has types of its own.
const { plugins } = require('@citation-js/core') as {
  plugins: { input: { chain: (text: string, options: object) => { id?: string; title?: string }[] } };
};
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');
const read = (text: string) => plugins.input.chain(text, { generateGraph: false });

const button = (page: Page, name: string) => page.locator('set-tools').getByRole('button', { name, exact: true });
const said = (page: Page) => page.locator('set-tools [data-said]');
const rowIds = (page: Page): Promise<string[]> =>
  page
    .locator('list-filter li[data-id]:visible')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id'] ?? ''));

const saved = async (page: Page, press: () => Promise<unknown>): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

/** The ids that each format says it holds. */
const idsIn: Record<string, (text: string) => string[]> = {
  RIS: (text) => [...text.matchAll(/^ID {2}- (.+)\r$/gm)].map(([, id = '']) => id),
  BibTeX: (text) => [...text.matchAll(/^@\w+\{([^,]+),$/gm)].map(([, id = '']) => id),
  'CSL-JSON': (text) => (JSON.parse(text) as { id: string }[]).map(({ id }) => id),
};

test('the null trials in every format: exactly these, each read by citation-js', async () => {
  await site.withPage({}, async (page) => {
    await page.goto(nulls);
    const ids = await rowIds(page);
    assert.ok(ids.length >= 5);
    for (const [format, held] of Object.entries(idsIn)) {
      const { text } = await saved(page, () => button(page, format).click());
      assert.deepEqual(
        held(text),
        ids.map((id) => `program-profiles-${id}`),
        format,
      );
      const works = read(text);
      assert.equal(works.length, ids.length, format);
      assert.ok(works.every(({ title }) => title));
      assert.equal(
        await said(page).innerText(),
        `Saved smart-policing-set.${format === 'RIS' ? 'ris' : format === 'BibTeX' ? 'bib' : 'csl.json'} with ${ids.length}.`,
      );
    }
    const { text } = await saved(page, () => button(page, 'CSV').click());
    const rows = parse(text, { columns: true, bom: true }) as { id: string; outcomes: string }[];
    assert.deepEqual(
      rows.map(({ id }) => id),
      ids,
    );
    assert.ok(rows.every(({ outcomes }) => outcomes));
  });
});

test('the whole library by the search: as many as the file of the library, from one file a collection', async () => {
  const library = JSON.parse(readFileSync(join(dist, 'data/v1/library.csl.json'), 'utf8')) as { id: string }[];
  await site.withPage({}, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`/search/?${libraryKinds}`);
    await reached(page, 'counted');
    const { text } = await saved(page, () => button(page, 'BibTeX').click());
    assert.deepEqual((idsIn['BibTeX']?.(text) ?? []).sort(), library.map(({ id }) => id).sort());
    assert.deepEqual(asked.filter((path) => /^\/(?:data\/v1|library|research-spotlights)\/.*json$/.test(path)).sort(), [
      '/data/v1/research-spotlights.json',
      '/data/v1/resources.json',
    ]);
    // The cards of what is shown, and one file for the titles of all.
    assert.ok(asked.filter((path) => path.includes('/cards-')).length <= 10);
    assert.equal(asked.filter((path) => path.endsWith('/titles.json')).length, 1);
  });
});

test('ticked rows are the set; its citation has an address that shows them again', async () => {
  await site.withPage({}, async (page) => {
    await page.goto(projects);
    const [first = '', , third = ''] = await rowIds(page);
    await page.locator(`li[data-id="${third}"] .row-pick`).check();
    assert.equal(await page.locator('set-tools [data-set]').innerText(), 'The chosen one:');
    await page.locator(`li[data-id="${first}"] .row-pick`).check();
    assert.equal(await page.locator('set-tools [data-set]').innerText(), 'The chosen 2:');
    await button(page, 'Cite').click();
    const citation = await page.locator('set-tools [data-citation]').innerText();
    const address = /^2 entries of .+\. Retrieved \w+ \d+, \d{4}, from (\S+)$/.exec(citation)?.[1] ?? '';
    await page.goto(address);
    assert.deepEqual(await rowIds(page), [first, third]);
  });
});

test('a failed fetch is told, and no file is saved that lacks an entry', async () => {
  await site.withPage({}, async (page) => {
    await page.goto(nulls);
    await page.route(/\/(?:program-profiles|data\/v1)\/.*\.json$/, (route) => route.abort());
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await button(page, 'RIS').click();
    await said(page).filter({ hasText: 'could not be fetched' }).waitFor();
    assert.equal(downloads, 0);
  });
});

test('an entry without a file is named, and the others are saved', async () => {
  await site.withPage({}, async (page) => {
    await page.goto(`${projects}?ids=boston-massachusetts-2009,lowell-massachusetts-2010`);
    await page.route('**/boston-massachusetts-2009.json', (route) => route.fulfill({ status: 404, body: '' }));
    const { text } = await saved(page, () => button(page, 'RIS').click());
    assert.deepEqual(idsIn['RIS']?.(text), ['program-profiles-lowell-massachusetts-2010']);
    assert.match(
      await said(page).innerText(),
      /1 entry has no such file and is left out: Boston, Massachusetts \(2009\)\./,
    );
  });
});

test('more than fit side by side: the first twelve are compared, and the rest is told', async () => {
  await site.withPage({}, async (page) => {
    await page.goto(projects);
    const all = await rowIds(page);
    await button(page, 'Compare these').click();
    await page.waitForSelector('.side-by-side tbody tr:nth-child(12)');
    assert.match(
      await page.locator('compare-projects > [role="status"]').innerText(),
      new RegExp(`${all.length - 12} projects more were asked for`),
    );
  });
});

test('my list: kept when asked, shown, taken along, emptied and put back; a page that is gone is told', async () => {
  await site.withPage({}, async (page) => {
    await page.goto(`${projects}?ids=boston-massachusetts-2009,lowell-massachusetts-2010`);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await button(page, 'Add to my list').click();
    assert.match(await said(page).innerText(), /^2 added; your list has 2\. It is kept in this browser only\.$/);
    await page.route(/\/boston-massachusetts-2009(?:\.json|\/)$/, (route) => route.fulfill({ status: 404, body: '' }));
    await page.route('**/lowell-massachusetts-2010.json', (route) =>
      route.fulfill({
        json: {
          citation: { id: 'lowell', type: 'webpage', title: 'Withdrawn: Lowell' },
          data: { title: 'Lowell', withdrawn: { reason: 'The figures were wrong' } },
        },
      }),
    );
    await page.goto('/my-list/');
    const list = page.locator('my-list');
    await list.getByText('No longer on this site.').waitFor();
    await list.getByText('Withdrawn: The figures were wrong').waitFor();
    assert.match(await list.innerText(), /Boston, Massachusetts \(2009\)/);
    const { text } = await saved(page, () => button(page, 'RIS').click());
    assert.deepEqual(idsIn['RIS']?.(text), ['lowell']);
    assert.match(await said(page).innerText(), /left out: Boston, Massachusetts \(2009\)\./);
    await list.getByRole('button', { name: 'Empty the list' }).click();
    assert.equal(await page.evaluate(() => localStorage.getItem('my-list')), null);
    await list.getByRole('button', { name: 'Put it back' }).click();
    assert.equal(await list.locator('li').count(), 2);
    await list.getByRole('button', { name: /^Remove Boston/ }).click();
    await page.reload();
    assert.equal(await list.locator('li').count(), 1);
    // What another tab puts in shows here, and stays when something else is removed here.
    const other = await page.context().newPage();
    await other.goto(`${projects}?ids=cambridge-massachusetts-2011`);
    await button(other, 'Add to my list').click();
    await list.getByRole('button', { name: /^Remove Cambridge/ }).waitFor();
    await list.getByRole('button', { name: /^Remove Lowell/ }).click();
    assert.match(await page.evaluate(() => localStorage.getItem('my-list') ?? ''), /cambridge-massachusetts-2011/);
  });
});

test('my list: what another tab put in stays, though word of it has not come here', async () => {
  await site.withPage({}, async (page) => {
    await page.addInitScript(() =>
      window.addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true }),
    );
    const add = async (tab: Page, ids: string) => {
      await tab.goto(`${projects}?ids=${ids}`);
      await button(tab, 'Add to my list').click();
      await said(tab).filter({ hasText: 'added' }).waitFor();
    };
    await add(page, 'boston-massachusetts-2009,lowell-massachusetts-2010');
    await page.goto('/my-list/');
    const other = await page.context().newPage();
    await add(other, 'cambridge-massachusetts-2011');
    const kept = () => page.evaluate(() => localStorage.getItem('my-list') ?? '');
    await page.waitForFunction(() => localStorage.getItem('my-list')?.includes('cambridge'));
    await page.getByRole('button', { name: /^Remove Lowell/ }).click();
    assert.match(await kept(), /boston.*cambridge/);
    assert.doesNotMatch(await kept(), /lowell/);
    await add(other, 'phoenix-arizona-2011');
    await page.waitForFunction(() => localStorage.getItem('my-list')?.includes('phoenix'));
    await page.getByRole('button', { name: 'Empty the list' }).click();
    await page.getByRole('button', { name: 'Put it back' }).click();
    assert.match(await kept(), /boston.*cambridge.*phoenix/);
  });
});

test('a list that was sent leaves the reader’s own alone', async () => {
  await site.withPage({}, async (page) => {
    await page.goto('/my-list/?ids=topics/gun-violence,states/missouri,library/never-was');
    const list = page.locator('my-list');
    await list.getByText('No longer on this site.').waitFor();
    // A topic and a state have a page and no record: they are there, by their names.
    await list.getByRole('link', { name: 'Gun violence', exact: true }).waitFor();
    await list.getByRole('link', { name: 'Missouri', exact: true }).waitFor();
    assert.equal(await list.getByText('No longer on this site.').count(), 1);
    assert.match(await page.locator('my-list > [role="status"]').innerText(), /^3 entries in the list that was sent/);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });
});

for (const [how, width] of [
  ['keyboard', widths.desk],
  ['touch', widths.telephone],
] as const)
  test(`null trials found, exported, cited and compared by ${how} at ${width}`, async (t) => {
    await site.withPage({ viewport: viewport(width), hasTouch: how === 'touch' }, async (page) => {
      const started = performance.now();
      let steps = 0;
      const press = async (key: string) => {
        steps += 1;
        await page.keyboard.press(key);
      };
      /** Tab by Tab, as a reader would; the way back is as good. */
      const reach = async (isThere: () => Promise<boolean>) => {
        for (let count = 0; count < 60; count += 1) {
          if (await isThere()) return;
          await press('Tab');
        }
        assert.fail('not reached in 60 steps');
      };
      const isOn = (selector: string) => () =>
        page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
      const act = async (what: string) => {
        const selector = `set-tools button[data-do="${what}"]`;
        if (how === 'touch') {
          steps += 1;
          await page.locator(selector).tap();
          return;
        }
        await reach(isOn(selector));
        await press('Enter');
      };
      await page.goto(projects);
      if (how === 'touch') {
        await page.locator('.list-filters > summary').tap();
        await page.locator('#filter-design').selectOption('randomized-trial');
        await page.locator('#filter-result').selectOption('none');
        // A tap opens each list, another chooses.
        steps += 5;
      } else {
        await reach(isOn('#filter-design'));
        // One letter each: of several, a browser that was busy for a second takes the second for a new word.
        await press('R');
        await reach(isOn('#filter-result'));
        await press('N');
      }
      const ids = await rowIds(page);
      const { text } = await saved(page, () => act('ris'));
      assert.deepEqual(
        idsIn['RIS']?.(text),
        ids.map((id) => `program-profiles-${id}`),
      );
      await act('cite');
      assert.match(
        await page.locator('set-tools [data-citation]').innerText(),
        new RegExp(`^${ids.length} entries of .*design=randomized-trial&result=none$`),
      );
      if (how === 'keyboard') {
        // Focus stands in the citation, behind the buttons.
        const selector = 'set-tools button[data-do="compare"]';
        for (let count = 0; count < 12 && !(await isOn(selector)()); count += 1) await press('Shift+Tab');
        await press('Enter');
      } else await act('compare');
      await page.waitForSelector(`.side-by-side tbody tr:nth-child(${Math.min(ids.length, 12)})`);
      t.diagnostic(
        `${ids.length} trials, ${steps} keys or taps, ${((performance.now() - started) / 1000).toFixed(1)} s of machine time`,
      );
    });
  });
