/** What a real browser asks for and complains of: no other host, no violation of the policy, no error. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { builtPages, onePerTemplate } from '../support/pages.ts';
import { openSite, visit } from '../support/site.ts';
import { reached } from '../search/search-page.ts';

const site = openSite();
const pages = onePerTemplate(builtPages());

/** What a reader does on a page, so that its script runs too: types, ticks a box. Tells what there was to use. */
const use = async (page: Page): Promise<{ hasField: boolean; hasBox: boolean }> => {
  const field = page.locator('main input[type="search"], main input[name="q"]').first();
  const hasField = (await field.count()) > 0;
  if (hasField) {
    await field.fill('hot spots');
    // Elsewhere the field is a form that leads to the search.
    if ((await page.locator('main site-search').count()) > 0) await reached(page, 'settled');
  }
  const box = page.locator('main input[type="checkbox"]:visible').first();
  const hasBox = (await box.count()) > 0;
  if (hasBox) await box.check({ force: true });
  return { hasField, hasBox };
};

test('a visit to every template asks no other host, breaks no policy and logs no error', async (t) => {
  const requests = new Map<string, number>();
  const faults: string[] = [];
  const withField: string[] = [];
  const withBox: string[] = [];
  for (const { path, template } of pages)
    await site.withPage({}, async (page) => {
      page.on('request', (request) => {
        const url = new URL(request.url());
        requests.set(url.origin, (requests.get(url.origin) ?? 0) + 1);
        if (url.origin !== site.address && !['data:', 'blob:'].includes(url.protocol))
          faults.push(`${path} asks ${url.origin}`);
      });
      page.on('console', (message) => {
        // The page for addresses that do not exist answers 404 as it should.
        if (message.type() === 'error' && template !== '404.astro') faults.push(`${path}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`),
        );
      });
      const response = await visit(page, path);
      assert.ok(response.headers()['content-security-policy'], `${path} is served without a policy`);
      const { hasField, hasBox } = await use(page);
      if (hasField) withField.push(template);
      if (hasBox) withBox.push(template);
    });
  for (const [origin, count] of requests)
    t.diagnostic(`${count} requests to ${origin === site.address ? 'the site itself' : origin}`);
  assert.ok([...requests.values()].reduce((sum, count) => sum + count, 0) > 3 * pages.length);
  assert.deepEqual(faults, []);
  assert.deepEqual(withField.sort(), ['404.astro', 'index.astro', 'library/[...page].astro', 'search/index.astro']);
  assert.deepEqual(withBox.sort(), [
    'experts/[...page].astro',
    'library/[...page].astro',
    'program-profiles/[...page].astro',
    'search/index.astro',
    'technical-assistance/request/index.astro',
    'webinars/[...page].astro',
  ]);
});
