/** Comparing projects in a real browser: 2, 5 and 12, narrow and wide, on paper, script off, and hostile addresses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { readChoice } from '../../src/lib/comparison.ts';
import { directions, laterVotes, ownVotes, type EvidenceOf } from '../../src/lib/evidence.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/chromium.ts';
import { built, builtFiles, builtJson } from './built.ts';

const compare = '/program-profiles/compare/';
const ids = builtJson<{ id: string }[]>('program-profiles/compare/projects.json').map(({ id }) => id);

let site: LocalSite;
let browser: Browser;
before(async () => {
  site = await startLocalSite();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.stop();
});

interface Opened {
  page: Page;
  complaints: string[];
}

/** A page under the site’s own policy; whatever the browser complains of is kept. */
const open = async (path: string, { width = 1280, javaScriptEnabled = true } = {}): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A feature that this browser has no name for is no fault of the page.
    const isOfHeader = message.text().startsWith('Error with Permissions-Policy header');
    if (!isOfHeader && (message.type() === 'error' || message.type() === 'warning')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.address + path, { waitUntil: 'networkidle' });
  // The last file may be here before it is drawn.
  if (javaScriptEnabled && path.startsWith(compare)) await page.waitForSelector('compare-projects[data-settled]');
  return { page, complaints };
};

const status = (page: Page): Promise<string | null> => page.textContent('compare-projects [role="status"]');

for (const width of [360, 1280])
  for (const count of [2, 5, 12])
    test(`${count} projects at ${width} px: all there, nothing wider than the page, nothing the browser or axe complains of`, async () => {
      const { page, complaints } = await open(`${compare}?ids=${ids.slice(0, count).join(',')}`, { width });
      assert.equal(await page.locator('.side-by-side tbody tr').count(), count);
      assert.equal(await status(page), `${count} projects side by side.`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      const lefts = await page
        .locator('.side-by-side tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().left));
      assert.equal(new Set(lefts).size, count, 'side by side at every width');
      const tops = await page
        .locator('.side-by-side td[data-label="What was found"]')
        .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().top)));
      assert.equal(new Set(tops).size, 1, 'rows of all projects are in line');
      assert.deepEqual(await axeFaults(page), []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });

test('the table says what the profile says, failures included', async () => {
  const { page } = await open(`${compare}?ids=boston-massachusetts-2009`);
  const found = await page.textContent('.side-by-side td[data-label="What was found"]');
  const { data } = builtJson<{ data: { studies: { outcomes: { measure: string; figure?: string }[] }[] } }>(
    'program-profiles/boston-massachusetts-2009.json',
  );
  for (const { measure, figure = '' } of data.studies.flatMap(({ outcomes }) => outcomes))
    assert.ok(found?.includes(measure) && found.includes(figure), measure);
  assert.match(found ?? '', /No change found/);
  await page.context().close();
});

test('projects are added and removed by keyboard, and the address keeps the choice', async () => {
  const { page } = await open(compare);
  await page.selectOption('#compare-add', ids[3] ?? '');
  await page.locator('.compare-form button').press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.side-by-side tbody tr').length === 1);
  assert.equal(new URL(page.url()).search, `?ids=${ids[3]}`);
  await page.selectOption('#compare-add', ids[5] ?? '');
  await page.locator('.compare-form button').press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.side-by-side tbody tr').length === 2);
  assert.match((await status(page)) ?? '', /\(\d{4}\) is added\. 2 projects side by side\.$/);
  assert.equal(await page.locator(`#compare-add option[value="${ids[3]}"]`).count(), 0);
  await page.locator('.side-by-side tbody tr button').first().press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.side-by-side tbody tr').length === 1);
  assert.match((await status(page)) ?? '', /\(\d{4}\) is removed\. 1 project side by side\.$/);
  assert.equal(new URL(page.url()).search, `?ids=${ids[5]}`);
  await page.context().close();
});

test('until the list of projects is there nothing can be pressed', async () => {
  const { page } = await open('/');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/compare/projects.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.address}${compare}?ids=${ids[3]}`);
  assert.equal(await page.locator('.compare-form button').isDisabled(), true);
  assert.equal(await page.locator('#compare-add').isDisabled(), true);
  release();
  await page.waitForSelector('.side-by-side tbody tr');
  assert.equal(await page.locator('.compare-form button').isEnabled(), true);
  await page.context().close();
});

/** What a click on the link saves. A download does not ask the policy, which forbids the page to fetch its own blob. */
const saved = async (page: Page, kind: string): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-file="${kind}"]`)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

test('the choice is taken away as CSV, as JSON and on paper', async () => {
  const { page, complaints } = await open(`${compare}?ids=${ids.slice(0, 3).join(',')}`);
  const csv = await saved(page, 'csv');
  assert.equal(csv.name, 'compared-projects.csv');
  const rows: { id: string }[] = parse(csv.text, { columns: true, bom: true });
  assert.deepEqual(
    rows.map(({ id }) => id),
    ids.slice(0, 3),
  );
  const json = await saved(page, 'json');
  assert.equal(json.name, 'compared-projects.json');
  const { projects } = JSON.parse(json.text) as { projects: { id: string; studies: unknown[] }[] };
  assert.deepEqual(
    projects.map(({ id, studies }) => ({ id, studies })),
    ids.slice(0, 3).map((id) => ({
      id,
      studies: builtJson<{ data: { studies: unknown[] } }>(`program-profiles/${id}.json`).data.studies,
    })),
  );
  await page.evaluate(() => addEventListener('beforeprint', () => document.body.setAttribute('data-printed', '')));
  await page.click('[data-print]');
  assert.equal(await page.locator('[data-printed]').count(), 1);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('however it is laid out, the table is one to whoever cannot see it', async () => {
  for (const width of [360, 1280]) {
    const { page } = await open(`${compare}?ids=${ids.slice(0, 2).join(',')}`, { width });
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.side-by-side' });
    const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId });
    const count = (role: string): number => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    assert.deepEqual(
      ['table', 'row', 'columnheader', 'rowheader', 'cell'].map(count),
      [1, 3, 8, 2, 14],
      `at ${width} px`,
    );
    await page.context().close();
  }
});

const hostile = '<img src=x onerror=alert(1)>';

test('unknown, repeated, too many and hostile ids are told plainly, and never become markup', async () => {
  const query = [ids[0], ids[0], 'no-such-project', hostile, '../../../etc/passwd', 'x'.repeat(5000), '__proto__']
    .map((id) => encodeURIComponent(id ?? ''))
    .join(',');
  const { page, complaints } = await open(`${compare}?ids=${query}`);
  assert.equal(await page.locator('.side-by-side tbody tr').count(), 1);
  assert.match((await status(page)) ?? '', /^No project of this site: no-such-project, <img/);
  assert.equal(await page.locator('img').count(), 0);
  assert.deepEqual(complaints, []);
  await page.context().close();
  const many = await open(`${compare}?ids=${ids.slice(0, 20).join(',')}`);
  assert.equal(await many.page.locator('.side-by-side tbody tr').count(), 12);
  assert.match((await status(many.page)) ?? '', /^Only the first 12 are shown; 8 projects more were asked for\./);
  await many.page.context().close();
});

test('readChoice: whatever the address holds, known ids and short text come out', () => {
  const known = (id: string): boolean => id === 'a' || id === 'b';
  assert.deepEqual(readChoice('?ids=a,b,a&ids=b', known), { ids: ['a', 'b'], unknown: [], tooMany: 0 });
  assert.deepEqual(readChoice('?ids=', known), { ids: [], unknown: [], tooMany: 0 });
  assert.deepEqual(readChoice('?ids=%00%ff,,,a', known).ids, ['a']);
  assert.ok(
    readChoice(`?ids=${'x,'.repeat(10_000)}${'y'.repeat(10_000)}`, known).unknown.every((id) => id.length <= 61),
  );
  assert.ok(
    readChoice(`?ids=${Array.from({ length: 5000 }, (_, index) => `u${index}`).join(',')}`, known).unknown.length <= 12,
  );
});

test('script off: the picker is not there, and every topic has its table', async () => {
  const { page } = await open(compare, { javaScriptEnabled: false });
  assert.equal(await page.locator('compare-projects').isVisible(), false);
  assert.match((await page.textContent('noscript')) ?? '', /tables by topic below do not need it/);
  const links = await page
    .locator(`main a[href^="${compare}"]`)
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  assert.equal(links.length, builtFiles('program-profiles/compare/*/index.html').length);
  await page.goto(site.address + (links[0] ?? ''));
  assert.ok((await page.locator('.comparison tbody tr').count()) >= 2);
  await page.context().close();
});

test('each topic’s table, chart, CSV and JSON agree', () => {
  const pages = builtFiles('program-profiles/compare/*/index.html');
  assert.ok(pages.length > 15);
  for (const path of pages) {
    const stem = path.replace('/index.html', '');
    const html = built(path);
    const { projects } = builtJson<{ projects: ({ id: string } & EvidenceOf)[] }>(`${stem}.json`);
    const rows: { id: string }[] = parse(built(`${stem}.csv`), { columns: true, bom: true });
    assert.deepEqual(
      rows.map(({ id }) => id),
      projects.map(({ id }) => id),
    );
    for (const { id } of projects) assert.ok(html.includes(`href="/program-profiles/${id}/"`), id);
    const votes = [...projects.flatMap(ownVotes), ...projects.flatMap(laterVotes)];
    const drawn = [...html.matchAll(/<table class="ledger stacked sheet">.*?<\/table>/gs)]
      .map(([sheet]) => sheet.replace(/<thead>.*?<\/thead>/s, ''))
      .join('');
    for (const direction of directions)
      assert.equal(
        drawn.split(`href="#mark-${direction}"`).length - 1,
        votes.filter((vote) => vote.direction === direction).length,
        `${stem}: ${direction}`,
      );
    assert.doesNotMatch(html, /<script(?! type="application\/ld\+json")/);
    assert.match(html, /href="\/program-profiles\/compare\/#strength"/);
  }
});

test('a comparison prints: every project is on paper, nothing is cut off at the side', async () => {
  for (const count of [2, 5, 12]) {
    const { page } = await open(`${compare}?ids=${ids.slice(0, count).join(',')}`);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 660, height: 930 });
    const right = await page
      .locator('.side-by-side td')
      .evaluateAll((cells) => Math.max(...cells.map((cell) => cell.getBoundingClientRect().right)));
    assert.ok(right <= 660, `${count}: ${right}`);
    assert.equal(await page.locator('.compare-form').isVisible(), false);
    const pdf = await page.pdf({ format: 'Letter' });
    assert.ok(pdf.byteLength > 20_000);
    await page.context().close();
  }
});

test('JSON-LD is no script to a strict policy: no page of entries is complained of', async () => {
  for (const path of [
    '/program-profiles/boston-massachusetts-2009/',
    '/research-spotlights/spotlight-boston-2017/',
    '/data/',
    '/',
  ]) {
    const { page, complaints } = await open(path);
    assert.ok((await page.locator('script[type="application/ld+json"]').count()) > 0);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});
