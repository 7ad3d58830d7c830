/** The search page: what stands under the field as one types, and where nothing is found. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSite, viewport, widths } from '../support/site.ts';
import {
  faultsOf,
  field,
  firstResults,
  libraryKinds,
  note,
  openEarly,
  reached,
  searchFor,
  summary,
} from './search-page.ts';

const site = openSite();

describe('results as one types', () => {
  test('stand under the field with words marked and passages by heading', async () => {
    await site.withPage({}, async (page) => {
      const faults = faultsOf(page);
      // By this clock everything takes long, and passages that come late wait for a button.
      await page.addInitScript(() => {
        let now = 0;
        performance.now = () => (now += 1000);
      });
      await page.goto('/search/');
      await searchFor(page, 'foot patrol philadelphia', 'settled');
      assert.match((await summary(page).textContent()) ?? '', /^\d+ results for “foot patrol philadelphia”/);
      assert.equal(await page.locator('.search-results > li').count(), 10);
      const marks = await page.locator('.search-results a.name mark').allTextContents();
      assert.ok(
        marks.some((words) => /^foot patrol/i.test(words)),
        marks.join(' | '),
      );
      const passages = page.locator('.passages a');
      await page.locator('[data-inside]').click();
      assert.equal(await page.locator('.search-results > li:first-child a.name:focus').count(), 1, 'focus is kept');
      const href = (await passages.first().getAttribute('href')) ?? '';
      assert.match(href, /^\/.+\/#.+/);
      // A passage in one line ends where its row ends.
      await page.setViewportSize(viewport(widths.telephone));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), widths.telephone);
      await page.goto(href);
      assert.equal(await page.locator(`[id="${href.split('#')[1]}"]`).count(), 1, href);
      assert.deepEqual(faults, []);
    });
  });

  test('what was typed before the script came stays, and is asked for', async () => {
    await site.withPage({}, async (page) => {
      const release = await openEarly(page, '/search/');
      await field(page).fill('boston');
      release();
      await reached(page, 'shown');
      assert.equal(await field(page).inputValue(), 'boston');
      assert.match((await summary(page).textContent()) ?? '', /results for “boston”/);
    });
  });

  test('a misspelled word is said and searched as the site spells it', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'shot spoter');
      assert.equal(
        await note(page).locator('span').textContent(),
        'No page has “spoter”. These are results for “spotter”.',
      );
      assert.ok((await firstResults(page, 3)).length === 3);
    });
  });

  test('two words written as one are parted, short ones too', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'lasvegas');
      assert.equal(
        await note(page).locator('span').textContent(),
        'No page has “lasvegas”. These are results for “las vegas”.',
      );
    });
  });

  test('words in quotation marks must stand so in the page', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/?q=%22Safe+Street+Teams%22');
      await reached(page, 'settled');
      const found = await firstResults(page, 10);
      assert.ok(found.includes('/program-profiles/boston-massachusetts-2009/'), found.join(' '));
      await searchFor(page, '"teams street safe"', 'settled');
      assert.equal(await page.locator('.search-results > li').count(), 0);
    });
  });

  test('a shown page can be followed by ten more and ten more, though passages are slow; focus goes to the first', async () => {
    await site.withPage({}, async (page) => {
      await page.route('**/pagefind/*.js', () => undefined);
      await page.goto('/search/?q=police');
      await reached(page, 'counted');
      const results = page.locator('.search-results > li');
      await page.locator('[data-more]').click();
      await results.nth(19).waitFor();
      const focused = await page.evaluate(() =>
        [...document.querySelectorAll('.search-results a.name')].findIndex((link) => link === document.activeElement),
      );
      assert.equal(focused, 10);
      await page.locator('[data-more]').click();
      await results.nth(29).waitFor();
    });
  });

  test('a phrase that no page has is said, with what there is without the marks', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/?q=%22teams+street+safe%22');
      await reached(page, 'shown');
      assert.match(
        (await note(page).locator('span').textContent()) ?? '',
        /^No page has the words side by side\. Without quotation marks there are \d+ results\.$/,
      );
      await page.goto('/library/?q=%22foot+patrol%22');
      await reached(page, 'settled');
      assert.match((await note(page).locator('span').textContent()) ?? '', /looked for one by one here/);
      await note(page).getByRole('link', { name: 'Ask the search page' }).click();
      await page.waitForURL(`**/search/?q=%22foot+patrol%22&${libraryKinds}`);
      await reached(page, 'shown');
      assert.ok((await firstResults(page, 3)).length > 0);
    });
  });

  test('passages stand where there are some, and no empty list where there are none', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'foot patrol', 'settled');
      await searchFor(page, 'webinar', 'settled');
      assert.equal(await page.locator('.passages:not(:has(li))').count(), 0);
    });
  });

  test('a row says how the project was studied, what was found, and why it is here', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/?q=pulling+levers&kind=program-profiles');
      await reached(page, 'shown');
      const rows = page.locator('.search-results');
      assert.ok((await rows.locator('.row-how').allTextContents()).some((words) => /trial|comparison/i.test(words)));
      const found = await rows.locator('.row-found').allTextContents();
      assert.ok(found.length > 3 && found.every((words) => /\w/.test(words)), found.join(' | '));
      assert.match(
        (await page.locator('.search-results .row-because').first().textContent()) ?? '',
        /(Topic|What was tried): Focused deterrence/,
      );
    });
  });

  test('the catalog is fetched when the field has focus, before the first key', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/library/');
      const request = page.waitForRequest((sent) => sent.url().endsWith('/search/manifest.json'));
      await field(page).focus();
      await request;
    });
  });
});

describe('where nothing is found', () => {
  test('signs alone find nothing and say so; no words at all are no question', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/');
      for (const signs of ['???', '...', '—', '“”', '?']) {
        await searchFor(page, signs);
        assert.equal(await summary(page).textContent(), `Nothing was found for “${signs}”.`);
        assert.match((await note(page).locator('span').textContent()) ?? '', /There is no word in it/);
        assert.equal(await page.locator('.search-results > li').count(), 0);
      }
      await searchFor(page, 'of the');
      assert.match((await note(page).locator('span').textContent()) ?? '', /stand on nearly every page/);
      await field(page).fill('  ');
      await reached(page, 'idle');
    });
  });

  test('topics, places elsewhere and a person are offered, and the words go along', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'zzzqqq xyzzyq');
      assert.equal(await summary(page).textContent(), 'Nothing was found for “zzzqqq xyzzyq”.');
      const links = await page
        .locator('[data-help] a:visible')
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
      for (const place of [
        'crimesolutions.ojp.gov',
        'popcenter.asu.edu',
        'ncjrs',
        '/topics/',
        '/technical-assistance/request/?issue=zzzqqq+xyzzyq',
      ])
        assert.ok(
          links.some((link) => link.includes(place)),
          `${place} in ${links.join(' ')}`,
        );
      await page.locator('[data-ask]').click();
      await page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>('textarea[name="issue"]')?.value === 'zzzqqq xyzzyq',
      );
    });
  });

  test('words that lead to a topic offer it', async () => {
    await site.onPage(async (page) => {
      await page.goto('/search/?q=pulling+levers');
      await reached(page, 'shown');
      assert.deepEqual(
        await page
          .locator('[data-topics] a')
          .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname)),
        ['/topics/focused-deterrence/'],
      );
    });
  });
});
