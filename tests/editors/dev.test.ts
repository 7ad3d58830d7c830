/** While writing: faults at the foot of the page in the terminal’s words, the page working, drafts shown with their reason. */
import assert from 'node:assert/strict';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import type { DevFaults } from '../../src/build/content-faults.ts';
import { launchBrowser } from '../support/chromium.ts';
import { startDevServer, type DevServer } from '../support/dev-server.ts';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';

let site: ScratchSite;
let server: DevServer;
let browser: Browser;
let context: BrowserContext;
const file = 'content/webinars/spi-101-april-2014.mdx';

before(async () => {
  site = scratchSite({ content: true });
  site.write(file, site.read(file).replace(/^date:.*$/m, 'date: 1/8/2024'));
  // One after the other, so that whatever fails, the rest can be closed.
  browser = await launchBrowser();
  server = await startDevServer(site.folder);
  context = await browser.newContext();
  // The server makes a page when it is first asked for it, which takes a busy machine long.
  context.setDefaultTimeout(120_000);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
});

/** What the server tells a page of the content, the next time. Ask before the page is opened. */
const toldTo = (page: Page): Promise<DevFaults> =>
  new Promise((resolve) =>
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const { event, data } = JSON.parse(String(payload)) as { event?: string; data: DevFaults };
        if (event === 'content-faults') resolve(data);
      }),
    ),
  );

test(
  'a fault stands at the foot of the page with its line and cure; the page works; mending it takes the notice away',
  { timeout: 600_000 },
  async () => {
    const page = await context.newPage();
    // Its script comes long after the page has its line to the server: what was said before then is asked for.
    await page.route('**/content-faults-notice.ts*', async (route) => {
      await setTimeout(1500);
      // The server may have made the page load anew meanwhile.
      await route.continue().catch(() => undefined);
    });
    await page.goto(`${server.address}/webinars/`);
    const notice = page.locator('content-faults aside');
    await notice.waitFor();
    const words = (await notice.textContent()) ?? '';
    assert.match(words, /The content has 1 error\./);
    assert.match(words, /content\/webinars\/spi-101-april-2014\.mdx:\d+:\d+ error/);
    assert.match(
      words,
      /date: the date is “1\/8\/2024”; a date is written year-month-day.*2024-01-08 for January 8, 2024/,
    );
    assert.equal(await page.locator('h1').textContent(), 'Webinars');

    site.write(file, site.read(file).replace('date: 1/8/2024', 'date: 2014-04-02'));
    // Whoever saves waits until the server has read the file: its page comes back.
    const entry = `${server.address}/webinars/spi-101-april-2014/`;
    while ((await fetch(entry)).status === 404) await setTimeout(500);
    // In a window of its own: the first one may be reloading by itself just now.
    const other = await context.newPage();
    const told = toldTo(other);
    await other.goto(entry);
    assert.match((await other.locator('h1').textContent()) ?? '', /SPI 101/);
    assert.deepEqual((await told).lines, [], 'the notice stays away');
    assert.equal(await other.locator('content-faults').count(), 0);
    await notice.waitFor({ state: 'detached' });
  },
);

test('a save shows where the file is emptied first and filled a moment later', { timeout: 600_000 }, async () => {
  const whole = site.read(file);
  const mark = 'Filled in the second step.';
  const saved = await open(join(site.folder, file), 'w');
  await setTimeout(15);
  await saved.write(`${whole}\n\n${mark}\n`);
  await saved.close();
  const entry = `${server.address}/webinars/spi-101-april-2014/`;
  for (let round = 0; round < 120; round += 1) {
    if ((await (await fetch(entry)).text()).includes(mark)) return site.write(file, whole);
    await setTimeout(500);
  }
  assert.fail(`“${mark}” never came`);
});

test('a draft is there with the reason why it is not published', { timeout: 600_000 }, async () => {
  const draft = await context.newPage();
  await draft.goto(`${server.address}/meetings/october-2014-major-cities-chiefs-presentation/`);
  assert.match((await draft.locator('.notice').first().textContent()) ?? '', /^Draft\. Only a title/);
});

test('the files that are no pages are there too, those beside an entry among them', { timeout: 600_000 }, async () => {
  const entry = 'program-profiles/boston-massachusetts-2009';
  for (const [path, start] of [
    [`${entry}.md`, '# Boston'],
    [`${entry}.csl.json`, '['],
    ['data/v1/library.ris', 'TY  - '],
    ['data/v1/studies.csv', 'profile,'],
    ['feed.xml', '<?xml'],
    ['robots.txt', 'User-agent'],
  ] as const) {
    const response = await fetch(`${server.address}/${path}`);
    assert.equal(response.status, 200, path);
    assert.ok((await response.text()).startsWith(start), path);
  }
});

test(
  'a body that cannot be read is shown as far as it goes, after a reload too, and so is a page without its picture',
  {
    timeout: 600_000,
  },
  async () => {
    const whole = site.read(file);
    const path = `${server.address}/webinars/spi-101-april-2014/`;
    const shows = async (words: string): Promise<void> => {
      // Whoever saves waits until the server has read the file.
      for (let round = 0; round < 120; round += 1) {
        const response = await fetch(path);
        if ((await response.text()).includes(words)) return assert.equal(response.status, 200, words);
        assert.equal(response.status, 200, words);
        await setTimeout(500);
      }
      assert.fail(`${words} never came`);
    };
    for (const [index, words] of [
      '<Notice lead="Note.">never closed',
      'fewer than <5 calls',
      'a set {name} and {a brace',
      '<Unknown>part</Unknown>',
      '![Bar chart: calls by year](./spi-101-april-2014/missing.png)',
    ].entries()) {
      site.write(file, `${whole}\n\nMark ${index}.\n\n${words}\n`);
      await shows(`Mark ${index}.`);
    }
    site.writeBytes(
      'content/webinars/spi-101-april-2014/missing.png',
      await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    );
    await shows('alt="Bar chart: calls by year"');
    site.write(file, whole);
  },
);
