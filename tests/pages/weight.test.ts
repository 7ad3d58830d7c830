/** What a page may weigh, and where script may stand. */
import assert from 'node:assert/strict';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { budgets, heaviest, kindOf, weighPage } from '../../src/build/weights.ts';
import { builtPages, dist, elementsOf } from '../support/pages.ts';

const pages = builtPages();

/** Structured data is no code: it has a type that no browser runs. */
const dataType = 'application/ld+json';

/** The whole page has the budget that counts; this says how much of it the look may take. */
const styleBudget = 7.5 * 1024;
const fontBudget = 30_000;

/**
 * Templates that carry script, each because it does what a page without script cannot.
 * All of them work without it too; everything else is for reading and has none.
 */
const withScript: Record<string, string> = {
  'search/index.astro': 'looks through the index while one types; without script it leads to the lists',
  'library/[...page].astro': 'narrows the list as one types and ticks; without script the whole list stands there',
  'program-profiles/[...page].astro': 'shows the rows that fit; without script links lead to what is prepared',
  'webinars/[...page].astro': 'as for projects',
  'experts/[...page].astro': 'as for projects',
  'my-list/index.astro': 'shows what this browser keeps for its reader; without script it says where to look',
  'offline/index.astro': 'keeps the site on this device when asked to; without script it says what can be printed',
  'technical-assistance/request/index.astro':
    'checks answers while one writes and keeps a draft when asked to; the form posts without it',
  'program-profiles/compare/index.astro':
    'lines up the projects that one chooses; without script the tables by topic stand there',
};

test('reading pages hold no script', () => {
  const scripted = pages.filter(
    ({ html, template }) =>
      !(template in withScript) &&
      elementsOf(html).some(({ name, attributes }) => name === 'script' && attributes['type'] !== dataType),
  );
  assert.deepEqual(
    scripted.map(({ path }) => path),
    [],
  );
});

test('every exception is still needed', () => {
  const used = new Set(
    pages
      .filter(({ html }) =>
        elementsOf(html).some(({ name, attributes }) => name === 'script' && attributes['type'] !== dataType),
      )
      .map(({ template }) => template),
  );
  assert.deepEqual(
    Object.keys(withScript).filter((template) => !used.has(template)),
    [],
  );
});

test('no page holds inline code: neither script, style attribute, nor handler', () => {
  const inline = pages.filter(({ html }) =>
    elementsOf(html).some(
      ({ name, attributes }) =>
        'style' in attributes ||
        Object.keys(attributes).some((attribute) => attribute.startsWith('on')) ||
        // Data that no browser runs: for search engines, and the parts of the request form that its script puts in place.
        (name === 'script' && !('src' in attributes) && ![dataType, 'text/html'].includes(attributes['type'] ?? '')),
    ),
  );
  assert.deepEqual(
    inline.map(({ path }) => path),
    [],
  );
});

for (const kind of ['entry', 'list'] as const)
  test(`${kind} pages: HTML and CSS within ${budgets[kind] / 1024} KB`, (t) => {
    // A quick compression of all tells which are the heaviest; those are weighed as they are sent.
    const quick = pages
      .filter(({ html }) => kindOf(html) === kind)
      .map(({ file, html }) => ({ file, bytes: gzipSync(html, { level: 1 }).length }))
      .sort((a, b) => b.bytes - a.bytes);
    const weights = quick.slice(0, 30).map(({ file }) => weighPage(dist, file));
    weights.sort((a, b) => b.html.brotli - a.html.brotli);
    assert.ok(weights.length > 10, `${weights.length} pages only`);
    t.diagnostic(`heaviest of ${quick.length}: ${weights[0]?.path} with ${weights[0]?.html.brotli} bytes`);
    assert.deepEqual(
      weights.filter(({ html }) => html.brotli > budgets[kind]).map(({ path, html }) => `${path}: ${html.brotli}`),
      [],
    );
    assert.deepEqual(
      weights
        .filter(({ css }) => css.brotli > styleBudget || css.raw === 0)
        .map(({ path, css }) => `${path}: ${css.brotli} bytes of CSS`),
      [],
    );
    // The build looks at a few large pages only: it must see the heaviest among them.
    assert.equal(heaviest(dist).find((weight) => weight.kind === kind)?.path, weights[0]?.path);
  });

test('the fonts are within 30 kB together', () => {
  const fonts = globSync('**/*.{woff2,woff,ttf,otf}', { cwd: dist });
  assert.equal(fonts.length, 2);
  const bytes = fonts.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
  assert.ok(bytes <= fontBudget, `${bytes} bytes`);
});
