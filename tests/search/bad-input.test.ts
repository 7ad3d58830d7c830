/** Whatever stands in the address or the field: a sane page, no error, no markup run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openSite } from '../support/site.ts';
import { faultsOf, field, note, reached, searchFor, summary } from './search-page.ts';

const site = openSite();

const strange: Record<string, string> = {
  'a single letter and spaces': '  a  ',
  'very long': 'shooting '.repeat(4000),
  'one very long word': 'x'.repeat(5000),
  markup: '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  'an unclosed tag': '<b>boston',
  quotes: `"'”“«»\`"`,
  'an unclosed quotation mark': '"body worn',
  'nothing between the marks': '""',
  emoji: '👮‍♀️🚔 robbery 🔫',
  'right to left': 'شرطة المجتمع',
  'a direction override': '\u202Eecilop\u202C',
  'only stop words': 'the of and to be or not',
  'what objects have': 'constructor __proto__ toString hasOwnProperty',
  'a regular expression': '.*+?^${}()|[]\\',
  'a percent sign': '100% %ZZ %00',
  'a null and line breaks': 'boston\u0000\n\r\tpolice',
  'combining marks': 'a\u0301\u0301\u0301\u0301b\u0338c\u20DD',
  'half a surrogate pair': '\uD83D police',
  Chinese: '警察 巡逻',
  'figures only': '2009 2011 17.3',
};

/** Idle, or whatever shows what was found. */
const answered = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    ['idle', 'shown', 'counted', 'settled'].includes(
      document.querySelector<HTMLElement>('site-search')?.dataset['state'] ?? '',
    ),
  );

// One page goes from one to the next, as a reader's does.
test('strange words', async (t) => {
  await site.withPage({}, async (page) => {
    const faults = faultsOf(page);
    for (const [name, text] of Object.entries(strange))
      await t.test(name, async () => {
        await page.goto(`/search/?q=${encodeURIComponent(text.toWellFormed()).slice(0, 6000)}`);
        await answered(page);
        await field(page).fill('');
        await field(page).fill(text.toWellFormed());
        await answered(page);
        assert.deepEqual(faults.splice(0), []);
        assert.equal(await page.locator('site-search :is(img, script, b, iframe)').count(), 0);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1280);
        await searchFor(page, 'boston');
        assert.match((await summary(page).textContent()) ?? '', /results for “boston”/);
      });
  });
});

test('strange addresses', async (t) => {
  await site.withPage({}, async (page) => {
    const faults = faultsOf(page);
    await t.test('an unknown value of a filter is left out and said', async () => {
      await page.goto('/search/?q=boston&topic=no-such-topic&state=%3Cscript%3E');
      await reached(page, 'settled');
      assert.match((await summary(page).textContent()) ?? '', /^\d+ results for “boston”/);
      assert.match((await note(page).textContent()) ?? '', /A filter in this address is not known here/);
      assert.deepEqual(faults.splice(0), []);
    });

    for (const query of [
      '?colour=red&q=boston',
      '?q=boston&sort=sideways',
      '?q=boston&q=austin',
      '?q=%E0%A4%A&kind=webinar',
      '?kind=',
      '?__proto__=1&q=boston',
      `?${'topic=gun-violence&'.repeat(500)}q=boston`,
      '?&&&=&=x',
      '#',
    ])
      await t.test(`${query.slice(0, 40)} is a sane page`, async () => {
        await page.goto(`/search/${query}`);
        await page.waitForFunction(() =>
          ['idle', 'settled'].includes(document.querySelector<HTMLElement>('site-search')?.dataset['state'] ?? ''),
        );
        assert.deepEqual(faults.splice(0), []);
        assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Search');
      });
  });
});
