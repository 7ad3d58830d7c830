/** Without script, without WebAssembly, without a network. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openSite } from '../support/site.ts';
import { countFetches, faultsOf, field, firstResults, note, quiet, reached, searchFor } from './search-page.ts';

const site = openSite();

describe('script off', () => {
  test('the search page says what answers instead, and shows no field of its own', async () => {
    await site.withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/search/?q=body+cams');
      assert.match(await page.locator('main').innerText(), /The search needs JavaScript, which is off/);
      assert.ok(!(await page.locator('main form').isVisible()));
      for (const href of [
        '/library/',
        '/topics/body-worn-cameras/',
        '/webinars/',
        '/experts/',
        '/technical-assistance/request/',
      ])
        assert.ok((await page.locator(`main a[href="${href}"]:visible`).count()) > 0, href);
    });
  });

  test('the library is a whole list by year', async () => {
    await site.withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/library/');
      assert.ok(!(await page.locator('main form').isVisible()));
      assert.ok((await page.locator('main .rows > li').count()) >= 50);
    });
  });

  test('the field in every page’s head leads to the search page with the words', async () => {
    await site.withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto('/about/');
      await page.locator('.site-header input[name="q"]').fill('foot patrol');
      await page.locator('.site-header button').click();
      await page.waitForURL(/\/search\/\?q=foot\+patrol$/);
    });
  });
});

describe('WebAssembly refused', () => {
  test('the results stand, the page says what is missing and offers the library', async () => {
    await site.withPage({}, async (page) => {
      const faults = faultsOf(page);
      await page.route('**/search/', async (route) => {
        const response = await route.fetch();
        const headers = response.headers();
        const policy = headers['content-security-policy']?.replace(" 'wasm-unsafe-eval'", '') ?? '';
        await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy } });
      });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto('/search/');
      assert.equal(
        await page.evaluate(() => {
          try {
            return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
          } catch {
            return false;
          }
        }),
        false,
      );
      await searchFor(page, 'body cams', 'settled');
      assert.equal((await firstResults(page, 1))[0], '/topics/body-worn-cameras/');
      assert.match(await note(page).innerText(), /does not allow WebAssembly/);
      assert.equal(
        await note(page).getByRole('link', { name: 'Browse the library' }).getAttribute('href'),
        '/library/',
      );
      assert.deepEqual(
        asked.filter((path) => path.startsWith('/pagefind/')),
        [],
      );
      assert.deepEqual(
        faults.filter((fault) => !fault.includes('WebAssembly')),
        [],
      );
    });
  });

  test('a passage engine that does not load costs nothing but the passages', async () => {
    await site.withPage({}, async (page) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      await page.goto('/search/');
      await searchFor(page, 'body cams', 'settled');
      assert.equal((await firstResults(page, 1))[0], '/topics/body-worn-cameras/');
      assert.equal(await page.locator('.passages li').count(), 0);
    });
  });
});

describe('a renewed site in an open tab', () => {
  /** What the open tab knows is gone; the new edition has the same files under another name. */
  const renew = async (page: Page): Promise<void> => {
    const manifest = (await (await page.request.get('/search/manifest.json')).json()) as { version: string };
    await page.route(`**/search/data/${manifest.version}/**`, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.route('**/search/data/newedition/**', async (route) => {
      const path = new URL(route.request().url()).pathname.replace('newedition', manifest.version);
      await route.fulfill({ response: await page.request.get(path) });
    });
    await page.route('**/search/manifest.json', (route) =>
      route.fulfill({ json: { ...manifest, version: 'newedition' } }),
    );
  };

  test('asks for the new edition and answers from it', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'boston', 'settled');
      await renew(page);
      await searchFor(page, 'wilmington', 'settled');
      assert.ok((await firstResults(page, 3)).some((path) => path.includes('wilmington')));
      assert.equal(await note(page).isVisible(), false);
    });
  });

  test('says that it was renewed where that does not help', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'boston', 'settled');
      await page.route('**/search/data/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
      await searchFor(page, 'wilmington', 'failed');
      assert.match(
        await note(page).innerText(),
        /The site was renewed since this page was opened\.\s+Reload this page/,
      );
      assert.equal(
        new URL((await note(page).getByRole('link', { name: 'Reload' }).getAttribute('href')) ?? '').search,
        '?q=wilmington',
      );
    });
  });

  test('a manifest of another form asks for the page to be loaded again', async () => {
    await site.withPage({}, async (page) => {
      await page.route('**/search/manifest.json', (route) => route.fulfill({ json: { format: 0, pages: 1 } }));
      await page.goto('/search/');
      await searchFor(page, 'boston', 'failed');
      assert.match(await note(page).innerText(), /Reload this page/);
    });
  });
});

describe('the catalog out of reach', () => {
  test('a file that did not come is never “nothing was found”', async () => {
    await site.withPage({}, async (page) => {
      for (const file of ['terms-*', 'facet-*', 'cards-*', 'vocabulary']) {
        await page.route(`**/search/data/*/${file}.json`, (route) => route.fulfill({ status: 500, body: 'down' }));
        await page.goto('/search/');
        // A misspelling asks for the vocabulary too.
        await searchFor(page, 'body cams patrl', 'failed');
        assert.match(await note(page).innerText(), /could not be loaded/, file);
        await page.unroute(`**/search/data/*/${file}.json`);
      }
    });
  });

  test('the page says so, offers the library, and works again when the line is back', async () => {
    await site.withPage({}, async (page) => {
      await countFetches(page);
      await page.route('**/search/data/**', (route) => route.abort());
      await page.goto('/search/');
      await searchFor(page, 'boston', 'failed');
      assert.equal(await page.locator('[data-more]').isVisible(), false);
      assert.equal(await page.locator('[data-help]').isVisible(), false);
      assert.match(await note(page).innerText(), /could not be loaded.*Browse the library/s);
      // What is still to fail would fail the next search too.
      await quiet(page);
      await page.unroute('**/search/data/**');
      await field(page).fill('');
      await searchFor(page, 'boston');
      assert.ok((await firstResults(page, 3)).length === 3);
    });
  });

  test('while the line is slow the page says that it searches, and nothing that is not so', async () => {
    await site.withPage({}, async (page) => {
      let release: (() => void) | undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/search/manifest.json', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto('/search/?q=homicide');
      const searching = page.locator('[data-searching]');
      await searching.waitFor();
      await page.waitForFunction(
        () => document.querySelector('site-search [role="status"]')?.textContent === 'Searching…',
      );
      assert.equal(await page.locator('[data-view]').isVisible(), false);
      release?.();
      await reached(page, 'shown');
      assert.equal(await searching.isVisible(), false);
      assert.ok((await firstResults(page, 3)).length === 3);
    });
  });

  test('more results that do not load say so, and can be asked for again', async () => {
    await site.withPage({}, async (page) => {
      await countFetches(page);
      await page.goto('/search/');
      await searchFor(page, 'violence', 'settled');
      const results = page.locator('.search-results > li');
      const more = page.locator('[data-more]');
      // A part of the cards that is not here yet.
      await page.route('**/search/data/*/cards-*.json', (route) => route.abort());
      while ((await more.innerText()).startsWith('Show')) {
        const count = await results.count();
        await more.click();
        await page.waitForFunction(
          (before) =>
            document.querySelectorAll('.search-results > li').length > before ||
            document.querySelector('[data-more]')?.textContent?.startsWith('Not loaded'),
          count,
        );
      }
      assert.equal(await more.innerText(), 'Not loaded. Try again');
      await quiet(page);
      await page.unroute('**/search/data/*/cards-*.json');
      const count = await results.count();
      await more.click();
      await page.waitForFunction((before) => document.querySelectorAll('.search-results > li').length > before, count);
    });
  });

  test('an older, slower search does not overwrite a newer one', async () => {
    await site.withPage({}, async (page) => {
      await countFetches(page);
      let held: (() => void) | undefined;
      await page.route('**/search/data/*/terms-*.json', async (route) => {
        if (!held) {
          await new Promise<void>((resolve) => {
            held = resolve;
          });
        }
        await route.continue();
      });
      await page.goto('/search/');
      await Promise.all([
        page.waitForRequest((request) => request.url().includes('/terms-')),
        field(page).fill('boston'),
      ]);
      await field(page).fill('wilmington');
      await reached(page, 'shown');
      const newer = await firstResults(page, 5);
      assert.ok(held, 'the older search is still under way');
      held();
      await quiet(page);
      assert.deepEqual(await firstResults(page, 5), newer);
    });
  });
});
