/** The search page: filters, order, the address and Back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, viewport, widths } from '../support/site.ts';
import {
  choose,
  field,
  firstResults,
  libraryKinds,
  openEarly,
  openFacet,
  reached,
  searchFor,
  summary,
} from './search-page.ts';

const site = openSite();

test('narrow the results, are counted, and stand in the address', async () => {
  await site.onPage(async (page) => {
    await page.goto('/search/?q=body+cameras');
    await reached(page, 'counted');
    const all = Number.parseInt((await summary(page).textContent()) ?? '', 10);
    await openFacet(page, 'kind');
    const label = page.locator('li', { has: page.locator('input[name="kind"][value="webinars"]') });
    const counted = Number((await label.locator('.choice-count').textContent())?.replace(/\D/g, ''));
    await choose(page, 'kind', 'webinars');
    const kinds = await page.locator('.search-results .row-kind').allTextContents();
    assert.ok(kinds.length > 0 && kinds.every((kind) => kind.startsWith('Webinar')), kinds.join(' | '));
    assert.equal(kinds.length, counted);
    assert.ok(kinds.length < all);
    assert.equal(new URL(page.url()).search, '?q=body+cameras&kind=webinars');
  });
});

test('stand beside the results on a desk, and are folded away on a telephone', async () => {
  for (const width of [widths.telephone, widths.desk])
    await site.withPage({ viewport: viewport(width) }, async (page) => {
      await page.goto('/search/?q=homicide');
      await reached(page, 'counted');
      const isOpen = await page.locator('.search-filters').evaluate((one) => (one as HTMLDetailsElement).open);
      assert.equal(isOpen, width === widths.desk);
      const filters = await page.locator('.search-filters').boundingBox();
      const results = await page.locator('.search-results').boundingBox();
      assert.ok(filters && results);
      assert.equal(filters.x + filters.width < results.x, width === widths.desk);
      if (!isOpen) return;
      // Closed by hand, they stay closed.
      await page.locator('.search-filters > summary').click();
      await searchFor(page, 'homicides', 'counted');
      assert.equal(await page.locator('.search-filters[open]').count(), 0);
    });
});

test('that an address brings are counted where they are folded away, and leave the results in sight', async () => {
  await site.withPage({ viewport: viewport(widths.telephone) }, async (page) => {
    await page.goto('/search/?q=body+worn+cameras&kind=program-profile&topic=no-such-topic');
    await reached(page, 'counted');
    const filters = page.locator('.search-filters > summary');
    assert.equal((await filters.innerText()).trim(), 'Narrow the results (1 chosen)');
    assert.equal(await page.locator('.search-filters[open]').count(), 0);
    const first = await page.locator('.search-results > li').first().boundingBox();
    assert.ok(first && first.y < viewport(widths.telephone).height, `the first result is at ${first?.y}`);
    await page.locator('[data-clear]').click();
    await reached(page, 'counted');
    assert.equal((await filters.innerText()).trim(), 'Narrow the results');
  });
});

test('on a telephone the first result stands on the first screen', async () => {
  await site.withPage({ viewport: viewport(widths.telephone) }, async (page) => {
    await page.goto('/search/?q=shootings');
    await reached(page, 'counted');
    const first = await page.locator('.search-results > li').first().boundingBox();
    assert.ok(first && first.y <= 480, `the first result is at ${first?.y}`);
  });
});

test('widen inside a facet, narrow across facets', async () => {
  await site.onPage(async (page) => {
    await page.goto('/search/?kind=program-profile&state=texas');
    await reached(page, 'counted');
    assert.equal(await page.locator('.search-results > li').count(), 3);
    await choose(page, 'state', 'ME');
    assert.equal(await page.locator('.search-results > li').count(), 4);
    await choose(page, 'result', 'better');
    const places = await page.locator('.search-results a.name').allTextContents();
    assert.ok(places.length < 4 && places.every((place) => /Texas|Maine/.test(place)), places.join(' | '));
  });
});

test('newest first is in order of date', async () => {
  await site.onPage(async (page) => {
    await page.goto('/search/?q=newsletter&publication=newsletter&sort=date');
    await reached(page, 'shown');
    const years = (await page.locator('.search-results .row-kind').allTextContents()).map((kicker) =>
      Number(/\d{4}/.exec(kicker)?.[0] ?? 0),
    );
    assert.ok(years.length > 3);
    assert.deepEqual(
      years,
      [...years].sort((a, b) => b - a),
    );
    assert.equal(await page.locator('site-search select').inputValue(), 'date');
  });
});

test('Back, reload and a shared address bring the same view', async () => {
  await site.onPage(async (page) => {
    await page.goto('/search/');
    await searchFor(page, 'robbery');
    await field(page).press('Enter');
    await choose(page, 'kind', 'program-profiles');
    await choose(page, 'result', 'none');
    const view = { url: page.url(), results: await firstResults(page, 10) };
    await page.reload();
    await reached(page, 'counted');
    assert.deepEqual(await firstResults(page, 10), view.results);
    assert.ok(await page.locator('input[name="result"][value="none"]').isChecked());
    await page.locator('.search-results a.name').first().click();
    await page.waitForURL((address) => address.pathname !== '/search/');
    await page.goBack();
    await reached(page, 'counted');
    assert.deepEqual({ url: page.url(), results: await firstResults(page, 10) }, view);
    await page.goBack();
    await reached(page, 'counted');
    assert.equal(new URL(page.url()).search, '?q=robbery&kind=program-profiles');
    assert.notDeepEqual(await firstResults(page, 10), view.results);
    await page.locator('[data-clear]').click();
    assert.equal(new URL(page.url()).search, '?q=robbery');
  });
});

test('Back brings as many results as were shown, and the one that was opened', async () => {
  await site.withPage({}, async (page) => {
    // A page with such a listener is not kept as it was: it is built anew.
    await page.addInitScript(() => window.addEventListener('unload', () => undefined));
    await page.goto('/search/?q=police');
    await reached(page, 'settled');
    const results = page.locator('.search-results > li');
    for (const count of [20, 30]) {
      await page.locator('[data-more]').click();
      await results.nth(count - 1).waitFor();
    }
    const title = await results.nth(25).locator('a.name').textContent();
    await results.nth(25).locator('a.name').click();
    await page.waitForURL((address) => address.pathname !== '/search/');
    await page.goBack();
    await reached(page, 'shown');
    assert.equal(await results.count(), 30);
    assert.equal(await results.nth(25).locator('a.name').textContent(), title);
    assert.ok(
      await results.nth(25).evaluate((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }),
    );
    assert.ok(
      await results
        .nth(25)
        .locator('a.name')
        .evaluate((link) => link === document.activeElement),
    );
    // A new question begins at the beginning.
    await searchFor(page, 'policing');
    assert.equal(await results.count(), 10);
  });
});

test('Back leads to the result that was opened, though the rest of the page comes after the results', async () => {
  await site.withPage({ viewport: viewport(widths.desk) }, async (page) => {
    await page.addInitScript(() => {
      window.addEventListener('unload', () => undefined);
      // By this clock nothing takes time: passages come at once, and make the page longer than it will be after Back.
      performance.now = () => 0;
      if (location.pathname === '/search/') new Image().src = '/late.png';
    });
    let release: (() => void) | undefined;
    await page.route('**/late.png', async (route) => {
      if (page.url().includes('?')) await new Promise<void>((resolve) => (release = resolve));
      await route.fulfill({ status: 404, body: '' });
    });
    await page.goto('/search/?q=police', { waitUntil: 'commit' });
    await reached(page, 'settled');
    release?.();
    const results = page.locator('.search-results > li');
    await page.locator('[data-more]').click();
    await results.nth(19).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.search-results > [data-searched]').length === 20);
    assert.ok((await page.locator('.passages').count()) > 10);
    await results.nth(15).locator('a.name').click();
    await page.waitForURL((address) => address.pathname !== '/search/');
    release = undefined;
    await page.goBack({ waitUntil: 'commit' });
    await reached(page, 'shown');
    assert.equal(await page.evaluate(() => document.readyState), 'interactive');
    const place = () => results.nth(15).evaluate((row) => row.getBoundingClientRect().top);
    const before = await place();
    assert.ok(before > 0 && before < viewport(widths.desk).height, `the result is at ${before}`);
    (release as (() => void) | undefined)?.();
    await page.waitForLoadState('load');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    assert.equal(await place(), before);
  });
});

test('one line of kinds leads to parts of the results', async () => {
  await site.onPage(async (page) => {
    await page.goto('/search/?q=body+cameras');
    await reached(page, 'counted');
    const kinds = page.locator('[data-kinds]');
    assert.match(await kinds.innerText(), /^All\s+\d+\s+Projects\s+\d+/);
    await kinds.getByRole('link', { name: 'Library' }).click();
    await reached(page, 'counted');
    assert.equal(new URL(page.url()).search, `?q=body+cameras&${libraryKinds}`);
    assert.equal(await kinds.locator('[aria-current]').textContent(), 'Library');
    assert.ok(await page.locator('input[value="resources"]').isChecked());
    await page.goBack();
    await reached(page, 'counted');
    assert.equal(await kinds.locator('[aria-current]').textContent(), 'All');
    // A kind of which there is one page keeps the line, and the keyboard in it.
    await page.goto('/search/?q=madison');
    await reached(page, 'counted');
    await kinds.getByRole('link', { name: 'Projects' }).press('Enter');
    await reached(page, 'counted');
    assert.equal(await page.locator('[data-results] > li').count(), 1);
    assert.equal(await kinds.locator('[aria-current]:focus').textContent(), 'Projects');
    await kinds.getByRole('link', { name: 'All' }).press('Enter');
    await reached(page, 'counted');
    assert.ok((await page.locator('[data-results] > li').count()) > 1);
  });
});

test('filters that were unfolded before the script came are there once it has', async () => {
  await site.withPage({}, async (page) => {
    const release = await openEarly(page, '/library/');
    await page.locator('.search-filters > summary').click();
    release();
    await choose(page, 'publication', 'guide');
    assert.ok((await page.locator('.search-results > li').count()) > 3);
  });
});

test('the library narrows in place, and its static list comes back', async () => {
  await site.onPage(async (page) => {
    await page.goto('/library/');
    assert.ok(await page.locator('[data-static]').isVisible());
    await choose(page, 'publication', 'guide');
    assert.ok(!(await page.locator('[data-static]').isVisible()));
    const kinds = await page.locator('.search-results .row-kind').allTextContents();
    assert.ok(kinds.length > 3 && kinds.every((kind) => kind.startsWith('Guide')), kinds.join(' | '));
    assert.equal(new URL(page.url()).pathname, '/library/');
    await openFacet(page, 'topic');
    const narrowed = await page.locator('[data-facet="topic"] li:visible').count();
    await page.locator('[data-clear]').click();
    await reached(page, 'idle');
    assert.ok(await page.locator('[data-static]').isVisible());
    // The filters are counted as for nothing chosen.
    await page.waitForFunction(
      (before) =>
        [...document.querySelectorAll('[data-facet="topic"] li')].filter((one) => one.checkVisibility()).length >
        before,
      narrowed,
    );
    await searchFor(page, 'boston');
    const found = await page
      .locator('.search-results a.name')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    assert.ok(
      found.length > 0 && found.every((path) => /^\/(library|research-spotlights)\//.test(path)),
      found.join(' '),
    );
  });
});
