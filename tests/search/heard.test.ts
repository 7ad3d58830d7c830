/** The search page as it is heard, and enlarged. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFaults } from '../support/axe.ts';
import { openSite, viewport, widths } from '../support/site.ts';
import { field, liveRegion, openFacet, reached, searchFor } from './search-page.ts';

const site = openSite();
/** All that another scheme of colors can change. */
const ofColors = ['color-contrast', 'link-in-text-block'];

test('hear the count once the typing pauses, politely', async () => {
  await site.withPage({}, async (page) => {
    await page.clock.install();
    await page.goto('/search/');
    // Kept in the page, where what was said is there as soon as it is said.
    await page.evaluate(() => {
      const { heard } = Object.assign(window, { heard: [] as string[] });
      const region = document.querySelector('site-search [role="status"]');
      new MutationObserver(() => heard.push(region?.textContent ?? '')).observe(region ?? document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter(Boolean));
    await field(page).focus();
    // The page’s clock stands still: however slow this machine types, it is one burst of keys.
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.keyboard.type('homicide');
    await reached(page, 'counted');
    assert.deepEqual(await heard(), [], 'nothing is said between two keys');
    await page.clock.runFor(1000);
    const all = await heard();
    assert.equal(all.length, 1, all.join(' | '));
    assert.match((await liveRegion(page).textContent()) ?? '', /^\d+ results for “homicide”/);
    assert.equal(await liveRegion(page).getAttribute('aria-atomic'), 'true');
  });
});

test('find labels, roles and headings', async () => {
  await site.onPage(async (page) => {
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

test('axe finds nothing with results and filters open at any width, and nothing is cut off', async () => {
  await site.withPage({ bypassCSP: true }, async (page) => {
    for (const [name, width] of Object.entries({ ...widths, 'four times enlarged': 320 })) {
      await page.setViewportSize(viewport(width));
      await page.goto('/search/?q=foot+patrl&kind=program-profiles');
      await reached(page, 'settled');
      await openFacet(page, 'state');
      assert.deepEqual(await axeFaults(page), [], name);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await axeFaults(page, ofColors), [], `${name}, dark`);
      await page.emulateMedia({ colorScheme: 'light' });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, name);
      await searchFor(page, 'zzzqqq');
      assert.deepEqual(await axeFaults(page), [], name);
    }
  });
});
