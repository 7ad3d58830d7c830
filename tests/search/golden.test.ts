/** What people type leads to the right page, in a real browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtPages } from '../support/pages.ts';
import { openSite } from '../support/site.ts';
import { golden } from './golden.ts';
import { firstResults, searchFor } from './search-page.ts';

const site = openSite();
/** Of the list; what is missed is named in the output. */
const leastHits = 0.95;

test('the golden list is long, and names pages that exist', () => {
  assert.ok(golden.length >= 60);
  assert.equal(new Set(golden.map(({ query }) => query)).size, golden.length);
  const paths = new Set(builtPages().map(({ path }) => path));
  assert.deepEqual(
    golden.filter(({ oneOf }) => !oneOf.some((path) => paths.has(path))).map(({ query }) => query),
    [],
  );
});

test('the right page is among the first three', async (t) => {
  await site.withPage({}, async (page) => {
    await page.goto('/search/');
    const misses: string[] = [];
    let first = 0;
    for (const { query, oneOf } of golden) {
      await searchFor(page, query);
      const found = await firstResults(page, 3);
      const place = found.findIndex((path) => oneOf.includes(path));
      if (place === 0) first += 1;
      if (place < 0) misses.push(`${query}: ${found.join(' ')}`);
    }
    const hits = golden.length - misses.length;
    t.diagnostic(`${hits} of ${golden.length} among the first three, ${first} first of all`);
    for (const miss of misses) t.diagnostic(`missed: ${miss}`);
    assert.ok(hits >= leastHits * golden.length, misses.join('\n'));
  });
});
