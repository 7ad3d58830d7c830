/** What people type leads to the right page. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtPages, dist } from '../support/pages.ts';
import { builtCatalog, cardsFor } from './built-catalog.ts';
import { golden } from './golden.ts';

/** Of the list; what is missed is named in the output. */
const leastAmongThree = 0.97;
const leastFirst = 0.85;

test('the golden list is long, and names pages that exist', () => {
  assert.ok(golden.length >= 140);
  assert.ok(golden.filter(({ kind }) => kind.startsWith('sentences')).length >= 40);
  assert.equal(new Set(golden.map(({ query }) => query)).size, golden.length);
  const paths = new Set(builtPages().map(({ path }) => path));
  assert.deepEqual(
    golden.flatMap(({ query, oneOf }) => oneOf.filter((path) => !paths.has(path)).map((path) => `${query}: ${path}`)),
    [],
  );
});

test('the right page is among the first three', async (t) => {
  const catalog = builtCatalog();
  const misses: string[] = [];
  const notFirst: string[] = [];
  for (const { query, oneOf } of golden) {
    const found = (await cardsFor(catalog, query, 3)).map(({ u }) => u);
    const place = found.findIndex((path) => oneOf.includes(path));
    if (place !== 0) (place < 0 ? misses : notFirst).push(`${query}: ${found.join(' ')}`);
  }
  const among = golden.length - misses.length;
  const first = among - notFirst.length;
  t.diagnostic(`${among} of ${golden.length} among the first three, ${first} first of all`);
  for (const miss of misses) t.diagnostic(`missed: ${miss}`);
  for (const late of notFirst) t.diagnostic(`not first: ${late}`);
  assert.ok(among >= leastAmongThree * golden.length, misses.join('\n'));
  assert.ok(first >= leastFirst * golden.length, notFirst.join('\n'));
});

test('an award number, whole or in part, leads to its project', async () => {
  const catalog = builtCatalog();
  const awards = globSync('program-profiles/*[0-9].json', { cwd: dist }).flatMap((file) => {
    const { data } = JSON.parse(readFileSync(join(dist, file), 'utf8')) as { data: { award?: string } };
    return data.award ? { path: `/${file.slice(0, -'.json'.length)}/`, award: data.award } : [];
  });
  assert.ok(awards.length > 30);
  const typed = (award: string): string[] => {
    const parts = award.split('-');
    const begun = parts.slice(0, -1);
    return [
      award,
      begun.join('-'),
      parts.slice(1).join('-').toLowerCase(),
      begun.join(' ').toLowerCase(),
      parts.join(''),
    ];
  };
  for (const text of new Set(awards.flatMap(({ award }) => typed(award)))) {
    const [first] = await cardsFor(catalog, text, 1);
    const own = awards.filter(({ award }) => typed(award).includes(text)).map(({ path }) => path);
    assert.ok(own.includes(first?.u ?? ''), `${text}: ${first?.u}`);
  }
});
