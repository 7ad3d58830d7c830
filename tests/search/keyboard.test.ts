/** The search page by keyboard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../support/site.ts';
import { field, firstResults, openFacet, reached } from './search-page.ts';

const site = openSite();

test('a slash leads to the field, arrows through the results, Escape back', async () => {
  await site.onPage(async (page) => {
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
  await site.onPage(async (page) => {
    await page.goto('/search/');
    await field(page).focus();
    await page.keyboard.type('a/b');
    assert.equal(await field(page).inputValue(), 'a/b');
  });
});

test('a link to a place on the page leaves the results as they are', async () => {
  await site.onPage(async (page) => {
    await page.goto('/search/?q=violence');
    await reached(page, 'settled');
    await page.locator('[data-more]').click();
    await page.locator('.search-results > li').nth(19).waitFor();
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**#main');
    // Asked for anew, they would begin with ten.
    assert.equal(await page.locator('site-search').getAttribute('data-state'), 'settled');
    assert.equal(await page.locator('.search-results > li').count(), 20);
  });
});

test('every control is reached by Tab and focus stays where a filter was chosen', async () => {
  await site.onPage(async (page) => {
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
