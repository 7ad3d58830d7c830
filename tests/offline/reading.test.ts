/** Kept, read and searched with the server stopped; renewed by a rebuild; removed without a trace. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/chromium.ts';
import { builtPages, elementsOf, onePerTemplate } from '../support/pages.ts';
import { firstResults, searchFor } from '../search/search-page.ts';
import { countFetched, heldIn, keep, keptSite, press, renew, status, told, type KeptSite } from './kept-site.ts';

let site: KeptSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
before(async () => {
  site = await keptSite();
  browser = await launchBrowser();
  context = await browser.newContext({ baseURL: site.address });
  page = await context.newPage();
});
after(async () => {
  await browser.close();
  await site.close();
});

const questions = [
  'hot spots',
  'foot patrol',
  'body worn cameras',
  'gun violence',
  'Boston',
  'burglary',
  'crime analysis',
  'offender',
  '"hot spots"',
  'domestic violance',
];
const answers = async (): Promise<string[][]> => {
  await page.goto('/search/');
  const found: string[][] = [];
  for (const question of questions) {
    await searchFor(page, question, 'settled');
    found.push(await firstResults(page, 10));
  }
  return found;
};

const notice = (): Promise<string | null> => page.locator('[data-kept]').textContent({ timeout: 2000 });
const headingIn = (html: string): string =>
  elementsOf(html)
    .find(({ name }) => name === 'h1')
    ?.text.replace(/\s+/g, ' ')
    .trim() ?? '';
let online: string[][];
const changedPage = 'topics/body-worn-cameras/index.html';

test('nothing is kept before the button is pressed', async () => {
  assert.equal(await told(page), 'Nothing is kept on this device.');
  assert.deepEqual(await heldIn(page), { stores: 0, files: 0, workers: 0 });
  for (const size of ['briefings', 'reading', 'everything'])
    assert.match(await page.locator(`data[value="${size}"]`).innerText(), /^[\d,]+ kB$/);
});

test('with the server stopped, thirty pages read, and ten searches find the same', async () => {
  online = await answers();
  assert.ok(online.every((found) => found.length > 0));
  assert.match(await keep(page, 'reading'), /^Kept on this device: Everything to read, as published on /);
  await page.goto('/topics/');
  assert.equal(await page.locator('[data-kept]').count(), 0, 'with a line nobody is told of a kept copy');

  await site.stop();
  const pages = builtPages().filter(({ path }) => !/received|404|not-kept/.test(path));
  const read = [...onePerTemplate(pages), ...pages.filter((_, index) => index % 40 === 0)].slice(0, 36);
  assert.ok(read.length >= 30);
  for (const { path, html } of read) {
    await page.goto(path);
    assert.equal((await page.locator('h1').innerText()).replace(/\s+/g, ' ').trim(), headingIn(html), path);
    assert.match((await notice()) ?? '', /^Kept copy\. .* as published on [A-Z][a-z]+ \d+, 20\d\d\./, path);
  }
  assert.deepEqual(await answers(), online);
});

test('the form says before typing that it cannot send, and offers the answers as an email', async () => {
  await page.goto('/technical-assistance/request/');
  assert.match((await notice()) ?? '', /Nothing can be sent now\./);
  await page.locator('[name="name"]').fill('Ana Ruiz');
  await page.locator('ta-request button[value="send"]').evaluate((send) => (send as HTMLButtonElement).click());
  await page.locator('#failed').waitFor();
  const reply = await page.locator('#failed').innerText();
  assert.match(reply, /Your request was not sent[\s\S]*does not reach the site, so nothing was sent/);
  assert.match((await page.locator('[data-href="mailto"]').getAttribute('href')) ?? '', /^mailto:.*Ana%20Ruiz/);
});

test('what is not kept is told, with what is', async () => {
  await page.goto('/no/such/page/');
  assert.equal(await page.locator('h1').innerText(), 'This page is not kept on this device');
  assert.ok((await page.locator('main a[href^="/topics/"]').count()) > 10);
  // A file that only the largest size has.
  await page.goto('/about.ris');
  assert.equal(await page.locator('h1').innerText(), 'This page is not kept on this device');
});

// That a rebuild leaves every other file as it was is seen in tests/local/rebuild.test.ts.
test('after a rebuild only what changed is fetched', async (t) => {
  await site.start();
  await told(page);
  const fetched = countFetched(context);
  site.write(changedPage, site.read(changedPage).replace(/class="lead[^>]*>/, '$&Renewed. '));
  await renew(page, site.listFiles);
  const files = [...new Set(fetched)].filter((path) => !path.includes('offline-worker'));
  const bytes = files.reduce((sum, path) => sum + site.read(path.replace(/\/$/, '/index.html')).length, 0);
  t.diagnostic(`${files.length} files, ${Math.round(bytes / 1000)} kB before compression: ${files.join(' ')}`);
  assert.ok(files.includes('/topics/body-worn-cameras/'), files.join(' '));
  // Beside what the page itself asks for meanwhile, such as its icon.
  assert.ok(files.length < 10, files.join(' '));
  await site.stop();
  await page.goto('/topics/body-worn-cameras/');
  assert.match(await page.locator('.lead').first().innerText(), /^Renewed\. /);
  await site.start();
});

test('removal leaves nothing', async () => {
  await told(page);
  assert.equal(await press(page, 'Remove what is kept'), 'Nothing is kept on this device.');
  assert.deepEqual(await heldIn(page), { stores: 0, files: 0, workers: 0 });
  assert.equal(await status(page).innerText(), 'Nothing is kept on this device.');
  assert.match(readFileSync(join(site.folder, 'dist/_headers'), 'utf8'), /worker-src 'self'/);
});
