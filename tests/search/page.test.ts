/** The search page with keyboard, screen reader, address and filters. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { openSite, viewport, widths } from '../support/site.ts';
import { faultsOf, field, firstResults, liveRegion, note, reached, searchFor, summary } from './search-page.ts';

const site = openSite();

const openFacet = async (page: Page, name: string): Promise<void> => {
  const filters = page.locator('.search-filters');
  if (!(await filters.evaluate((element) => (element as HTMLDetailsElement).open)))
    await filters.locator('> summary').click();
  const facet = page.locator(`[data-facet="${name}"]`);
  await facet.waitFor();
  if (!(await facet.evaluate((element) => (element as HTMLDetailsElement).open)))
    await facet.locator('summary').click();
};

const choose = async (page: Page, name: string, value: string): Promise<void> => {
  await openFacet(page, name);
  await page.locator(`input[name="${name}"][value="${value}"]`).check();
  await reached(page, 'counted');
};

describe('results as one types', () => {
  test('stand under the field with words marked and passages by heading', async () => {
    await site.withPage({}, async (page) => {
      const faults = faultsOf(page);
      await page.goto('/search/');
      await searchFor(page, 'foot patrol', 'settled');
      // Passages that come late wait for a button; asked again they are at hand.
      await searchFor(page, 'foot patrol philadelphia', 'settled');
      assert.match((await summary(page).textContent()) ?? '', /^\d+ results for “foot patrol philadelphia”/);
      assert.equal(await page.locator('.search-results > li').count(), 10);
      const marks = await page.locator('.search-results a.name mark').allTextContents();
      assert.ok(
        marks.some((words) => /^foot patrol/i.test(words)),
        marks.join(' | '),
      );
      const passages = page.locator('.passages a');
      if ((await passages.count()) === 0) await page.locator('[data-inside]').click();
      const href = (await passages.first().getAttribute('href')) ?? '';
      assert.match(href, /^\/.+\/#.+/);
      await page.goto(href);
      assert.equal(await page.locator(`[id="${href.split('#')[1]}"]`).count(), 1, href);
      assert.deepEqual(faults, []);
    });
  });

  test('a misspelled word is said and searched as the site spells it', async () => {
    await site.withPage({}, async (page) => {
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
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'lasvegas');
      assert.equal(
        await note(page).locator('span').textContent(),
        'No page has “lasvegas”. These are results for “las vegas”.',
      );
    });
  });

  test('words in quotation marks must stand so in the page', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/?q=%22Safe+Street+Teams%22');
      await reached(page, 'settled');
      const found = await firstResults(page, 10);
      assert.ok(found.includes('/program-profiles/boston-massachusetts-2009/'), found.join(' '));
      await searchFor(page, '"teams street safe"', 'settled');
      assert.equal(await page.locator('.search-results > li').count(), 0);
    });
  });

  test('a shown page can be followed by ten more, and focus goes to the first of them', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/?q=police');
      await reached(page, 'settled');
      await page.locator('[data-more]').click();
      await page.waitForFunction(() => document.querySelectorAll('.search-results > li').length === 20);
      const focused = await page.evaluate(() =>
        [...document.querySelectorAll('.search-results a.name')].findIndex((link) => link === document.activeElement),
      );
      assert.equal(focused, 10);
    });
  });

  test('a phrase that no page has is said, with what there is without the marks', async () => {
    await site.withPage({}, async (page) => {
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
      await page.waitForURL('**/search/?q=%22foot+patrol%22&kind=resources&kind=research-spotlights');
      await reached(page, 'shown');
      assert.ok((await firstResults(page, 3)).length > 0);
    });
  });

  test('passages stand where there are some, and no empty list where there are none', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await searchFor(page, 'foot patrol', 'settled');
      await searchFor(page, 'webinar', 'settled');
      assert.equal(await page.locator('.passages:not(:has(li))').count(), 0);
    });
  });

  test('a row says how the project was studied, what was found, and why it is here', async () => {
    await site.withPage({}, async (page) => {
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
    await site.withPage({}, async (page) => {
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
    await site.withPage({}, async (page) => {
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

describe('filters and order', () => {
  test('narrow the results, are counted, and stand in the address', async () => {
    await site.withPage({}, async (page) => {
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
    await site.withPage({}, async (page) => {
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
    await site.withPage({}, async (page) => {
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
    await site.withPage({}, async (page) => {
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

  test('one line of kinds leads to parts of the results', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/?q=body+cameras');
      await reached(page, 'counted');
      const kinds = page.locator('[data-kinds]');
      assert.match(await kinds.innerText(), /^All\s+\d+\s+Projects\s+\d+/);
      await kinds.getByRole('link', { name: 'Library' }).click();
      await reached(page, 'counted');
      assert.equal(new URL(page.url()).search, '?q=body+cameras&kind=resources&kind=research-spotlights');
      assert.equal(await kinds.locator('[aria-current]').textContent(), 'Library');
      assert.ok(await page.locator('input[value="resources"]').isChecked());
      await page.goBack();
      await reached(page, 'counted');
      assert.equal(await kinds.locator('[aria-current]').textContent(), 'All');
    });
  });

  test('the library narrows in place, and its static list comes back', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/library/');
      assert.ok(await page.locator('[data-static]').isVisible());
      await choose(page, 'publication', 'guide');
      assert.ok(!(await page.locator('[data-static]').isVisible()));
      const kinds = await page.locator('.search-results .row-kind').allTextContents();
      assert.ok(kinds.length > 3 && kinds.every((kind) => kind.startsWith('Guide')), kinds.join(' | '));
      assert.equal(new URL(page.url()).pathname, '/library/');
      await page.locator('[data-clear]').click();
      await reached(page, 'idle');
      assert.ok(await page.locator('[data-static]').isVisible());
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
});

describe('keyboard', () => {
  test('a slash leads to the field, arrows through the results, Escape back', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await page.keyboard.press('/');
      assert.ok(await field(page).evaluate((element) => element === document.activeElement));
      assert.equal(await field(page).inputValue(), '');
      await page.keyboard.type('boston');
      await reached(page, 'settled');
      const active = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.search-results a.name')].findIndex((link) => link === document.activeElement),
        );
      await page.keyboard.press('ArrowDown');
      assert.equal(await active(), 0);
      await page.keyboard.press('ArrowDown');
      assert.equal(await active(), 1);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      assert.ok(await field(page).evaluate((element) => element === document.activeElement));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      assert.ok(await field(page).evaluate((element) => element === document.activeElement));
      await page.keyboard.press('ArrowDown');
      const first = (await firstResults(page, 1))[0];
      await Promise.all([page.waitForURL(`**${first}`), page.keyboard.press('Enter')]);
    });
  });

  test('the slash can be turned off, and stays off', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await page.getByRole('checkbox', { name: 'The / key leads to this field' }).uncheck();
      for (const address of ['/search/', '/library/']) {
        await page.goto(address);
        await page.keyboard.press('/');
        assert.ok(await field(page).evaluate((element) => element !== document.activeElement), address);
      }
    });
  });

  test('a slash inside a field is a slash', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/');
      await field(page).focus();
      await page.keyboard.type('a/b');
      assert.equal(await field(page).inputValue(), 'a/b');
    });
  });

  test('a link to a place on the page leaves the results as they are', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/?q=violence');
      await reached(page, 'settled');
      await page.locator('[data-more]').click();
      await page.locator('.search-results > li').nth(19).waitFor();
      await page.locator('.skip').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**#main');
      assert.equal(await page.locator('.search-results > li').count(), 20);
    });
  });

  test('every control is reached by Tab and focus stays where a filter was chosen', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/?q=gun+violence');
      await reached(page, 'counted');
      await openFacet(page, 'topic');
      const box = page.locator('input[name="topic"]').first();
      await box.focus();
      await page.keyboard.press('Space');
      await reached(page, 'counted');
      assert.ok(
        await box.evaluate((element) => element === document.activeElement && (element as HTMLInputElement).checked),
      );
    });
  });
});

describe('screen readers', () => {
  test('hear the count once the typing pauses, politely', async () => {
    await site.withPage({}, async (page) => {
      await page.clock.install();
      await page.goto('/search/');
      const heard: string[] = [];
      await page.exposeFunction('hear', (text: string) => heard.push(text));
      await page.evaluate(() => {
        const region = document.querySelector('site-search [role="status"]');
        new MutationObserver(() =>
          (window as unknown as { hear: (text: string) => void }).hear(region?.textContent ?? ''),
        ).observe(region ?? document.body, { childList: true, characterData: true, subtree: true });
      });
      await field(page).focus();
      // The page’s clock stands still: however slow this machine types, it is one burst of keys.
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.keyboard.type('homicide');
      await reached(page, 'counted');
      assert.deepEqual(heard.filter(Boolean), [], 'nothing is said between two keys');
      await page.clock.runFor(1000);
      assert.equal(heard.filter(Boolean).length, 1, heard.join(' | '));
      assert.match((await liveRegion(page).textContent()) ?? '', /^\d+ results for “homicide”/);
      assert.equal(await liveRegion(page).getAttribute('aria-atomic'), 'true');
    });
  });

  test('find labels, roles and headings', async () => {
    await site.withPage({}, async (page) => {
      await page.goto('/search/?q=boston');
      await reached(page, 'counted');
      assert.equal(await page.getByRole('search', { name: 'Search this site' }).count(), 1);
      assert.equal(await page.getByRole('searchbox', { name: 'Search this site' }).count(), 1);
      assert.equal(await page.getByRole('heading', { level: 2, name: 'Results' }).count(), 1);
      await openFacet(page, 'state');
      assert.equal((await page.getByRole('group', { name: 'State' }).count()) > 0, true);
      assert.ok(await page.getByRole('checkbox', { name: /^Massachusetts/ }).isVisible());
    });
  });

  for (const [name, width] of Object.entries({ ...widths, 'four times enlarged': 320 }))
    test(`axe finds nothing with results and filters open, ${name}, and nothing is cut off`, async () => {
      await site.withPage({ viewport: viewport(width), bypassCSP: true }, async (page) => {
        await page.goto('/search/?q=foot+patrl&kind=program-profiles');
        await reached(page, 'settled');
        await openFacet(page, 'state');
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await axeFaults(page), [], colorScheme);
        }
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        await searchFor(page, 'zzzqqq');
        assert.deepEqual(await axeFaults(page), []);
      });
    });
});
