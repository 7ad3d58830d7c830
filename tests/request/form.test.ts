/** The form and its confirmation: what they offer, and how they stand on screens, on paper and in old browsers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  checkAccess,
  dist,
  fillRequired,
  formAddress,
  goOn,
  referenceOn,
  sendButton,
  site,
  unique,
  visit,
} from './support/form-page.ts';

test('chosen topics bring something to read and someone who knows; long texts are counted', async () => {
  const { page } = await visit(formAddress);
  const slow = Promise.withResolvers<void>();
  await page.route('**/suggestions.json', (route) => slow.promise.then(() => route.continue()));
  await page.check('[value="gun-violence"]');
  await page.uncheck('[value="gun-violence"]');
  slow.resolve();
  await page.evaluate(async () => (await fetch('/technical-assistance/request/suggestions.json')).text());
  assert.equal(await page.isVisible('[data-suggestions-list]'), false, 'what was unticked brings nothing');
  await page.check('[value="gun-violence"]');
  await page.waitForSelector('[data-suggestions-list] a');
  const links = await page
    .locator('[data-suggestions-list] a')
    .evaluateAll((list) => list.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(
    links.some((href) => href.startsWith('/experts/')) &&
      links.some((href) => /^\/(library|research-spotlights)\//.test(href)),
  );
  for (const href of links) assert.equal((await fetch(site.address + href)).status, 200, href);
  await checkAccess(page, 'suggestions');
  await page.uncheck('[value="gun-violence"]');
  assert.equal(await page.isVisible('[data-suggestions-list]'), false);
  await page.fill('#f-issue', 'abc');
  assert.equal((await page.textContent('#f-issue-count'))?.trim(), '3 of 2,000 characters used.');
  await page.context().close();
});

test('the confirmation offers reading on the topics just sent, and prints; nothing personal is kept for that', async () => {
  const { page, complaints } = await visit(formAddress);
  await fillRequired(page, unique('Reading'));
  await page.click(goOn);
  await page.click(sendButton);
  const reference = await referenceOn(page);
  await page.waitForSelector('[data-reading] li');
  await checkAccess(page, 'received, with reading');
  const hrefs = await page
    .locator('[data-reading] a')
    .evaluateAll((list) => list.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(
    hrefs.some((href) => href.startsWith('/experts/')),
    hrefs.join(' '),
  );
  assert.ok(
    hrefs.some((href) => /^\/(library|research-spotlights)\//.test(href)),
    hrefs.join(' '),
  );
  assert.deepEqual(await page.evaluate(() => ({ ...sessionStorage })), { 'ta-request-topics': '["gun-violence"]' });
  assert.equal(new URL(page.url()).search, `?reference=${reference}`);
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.click('request-received button');
  assert.equal(await page.title(), 'printed');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.isVisible('request-received button'), false);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('dark, wide and narrow: no fault of access', async () => {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    const { page } = await visit(formAddress, { viewport: { width, height: 900 }, colorScheme });
    await page.click(goOn);
    await page.waitForSelector('#problems:not([hidden])');
    await checkAccess(page, `problems at ${width}`);
    await fillRequired(page, 'Short');
    await page.click(goOn);
    await page.waitForSelector(sendButton);
    await checkAccess(page, `check at ${width}`);
    await page.context().close();
  }
});

test('the confirmation is not shown to someone without a reference', async () => {
  for (const query of ['', '?reference=TA-2222-2223', '?reference=%3Cscript%3E']) {
    const response = await fetch(`${site.address}/technical-assistance/request/received/${query}`, {
      redirect: 'manual',
    });
    assert.equal(response.status, 303, query);
  }
});

test('the one question that matters is on the second screen of a telephone at the latest, and the start is not repeated', async () => {
  const { page } = await visit(formAddress);
  const y = await page.locator('#f-issue').evaluate((element) => element.getBoundingClientRect().top + scrollY);
  assert.ok(y <= 900, `“What is happening?” begins at ${Math.round(y)} px`);
  assert.ok(await page.isVisible('.before-you-start'));
  assert.equal(await page.locator('.before-you-start > li').count(), 3);
  await page.click(goOn);
  await page.waitForSelector('#problems:not([hidden])');
  assert.equal(await page.isVisible('.before-you-start'), false);
  const bare = await visit(formAddress, { javaScriptEnabled: false });
  await bare.page.click(goOn);
  await bare.page.waitForSelector('#problems');
  assert.equal(await bare.page.locator('.before-you-start').count(), 0);
  await page.context().close();
  await bare.page.context().close();
});

test('who comes from a project finds its kind of crime ticked, and is told so; what is unticked stays so', async () => {
  const { pages, vocabulary } = JSON.parse(
    readFileSync(join(dist, 'technical-assistance/request/directory.json'), 'utf8'),
  ) as {
    pages: Record<string, { title: string; topics: string[] }>;
    vocabulary: { topics: { value: string; label: string; group: string }[] };
  };
  const crimes = new Map(
    vocabulary.topics.filter(({ group }) => group === 'crime').map(({ value, label }) => [value, label]),
  );
  const [about = '', { topics } = assert.fail()] =
    Object.entries(pages).find(
      ([key, page]) => key.startsWith('program-profiles/') && page.topics.some((topic) => crimes.has(topic)),
    ) ?? assert.fail();
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await visit(`${formAddress}?about=${about}`, { javaScriptEnabled });
    if (javaScriptEnabled) {
      await page.waitForSelector('[data-part="ticked"]:visible');
      assert.match(await page.innerText('[data-part="ticked"]'), /Its topics are ticked for you above/);
      for (const topic of topics) assert.ok(await page.isChecked(`[name="topics"][value="${topic}"]`), topic);
    }
    await page.fill('#f-issue', unique('From a project'));
    await page.fill('#f-name', 'Jane Doe');
    await page.fill('#f-email', 'jane.doe@pd.example');
    await page.fill('#f-agency', 'Springfield Police Department');
    await page.selectOption('#f-state', 'TX');
    await page.click(goOn);
    await page.waitForSelector(sendButton);
    assert.equal(
      await page.innerText('[data-fill="answer:topics"]'),
      topics.map((topic) => crimes.get(topic)).join('; '),
    );
    await page.context().close();
  }
});

test('browser and function count characters alike, and read an address however it was pasted', async () => {
  const { page } = await visit(formAddress);
  await fillRequired(page, '👮'.repeat(2001));
  await page.fill('#f-email', '\u200bjane.doe@pd.example');
  await page.click(goOn);
  assert.equal(
    await page.innerText('#problems li:visible'),
    '“What is happening?” has 2,001 characters; 2,000 are allowed. Take out 1.',
  );
  await page.fill('#f-issue', '👮'.repeat(1001));
  assert.equal(await page.innerText('#f-issue-count'), '1,001 of 2,000 characters used.');
  await page.click(goOn);
  await page.waitForSelector(sendButton);
  assert.equal(await page.innerText('[data-fill="answer:email"]'), 'jane.doe@pd.example');
  await page.click(sendButton);
  await referenceOn(page);
  await page.context().close();
});

test('paper shows all that was typed', async () => {
  const { page } = await visit(formAddress, { viewport: { width: 900, height: 900 } });
  const lines = Array.from({ length: 60 }, (_, index) => `Line number ${index}`).join('\n');
  await page.fill('#f-issue', lines);
  await page.emulateMedia({ media: 'print' });
  const { shown, all } = await page
    .locator('#f-issue')
    .evaluate((area) => ({ shown: area.clientHeight, all: area.scrollHeight }));
  assert.ok(shown >= all && all > 600, `${shown} of ${all} px`);
  await page.context().close();
});

test('a browser that knows neither script nor style nor “hidden” is shown one state at a time', () => {
  const page = readFileSync(join(dist, formAddress, 'index.html'), 'utf8').replace(/<script[^]*?<\/script>/g, '');
  assert.doesNotMatch(
    page,
    /There is a problem|was not sent|cannot tell|Nothing has been sent|Send the request|Error:/,
  );
  assert.doesNotMatch(page, / hidden[ >]/);
});
