/** What the build writes for the search: every page with what it needs, nothing that pages repeat, and its weight. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { unpacked, type Card } from '../../src/search/format.ts';
import { facetNames } from '../../src/lib/facets.ts';
import { openLine } from '../bench/line.ts';
import { launchBrowser } from '../support/chromium.ts';
import { builtPages, dist, elementsOf } from '../support/pages.ts';
import { openSite } from '../support/site.ts';
import { builtCatalog } from './built-catalog.ts';

const site = openSite();
const catalog = builtCatalog();
const { manifest } = catalog;

interface Indexed {
  url: string;
  content: string;
  meta: Record<string, string>;
}

describe('the index', () => {
  let cards: Card[] = [];
  let indexed: Indexed[] = [];
  before(async () => {
    const files = Array.from({ length: Math.ceil(manifest.pages / 8) }, (_, file) => catalog.cards(file));
    cards = (await Promise.all(files)).flat();
    // As Pagefind’s own interface hands it out.
    indexed = await site.withPage({}, async (page) => {
      await page.goto('/search/');
      return page.evaluate(async () => {
        const address = '/pagefind/pagefind.js';
        const pagefind = (await import(address)) as {
          search: (text: null) => Promise<{ results: { data: () => Promise<Indexed> }[] }>;
        };
        const { results } = await pagefind.search(null);
        return Promise.all(results.map(({ data }) => data())).then((pages) =>
          pages.map(({ url, content, meta }) => ({ url, content, meta })),
        );
      });
    });
  });

  test('has every entry, and no second page of a list', () => {
    const entries = builtPages().filter(({ html }) => html.includes('<article'));
    const paths = new Set(cards.map(({ u }) => u));
    assert.ok(entries.length > 250);
    assert.deepEqual(
      entries.filter(({ path }) => !paths.has(path)).map(({ path }) => path),
      [],
    );
    assert.deepEqual(
      [...paths].filter((path) => /\/page\/|404|^\/$|^\/search\//.test(path)),
      [],
    );
    assert.deepEqual(
      builtPages()
        .filter(({ path, html }) => html.includes('content="noindex"') && paths.has(path))
        .map(({ path }) => path),
      [],
    );
    assert.equal(paths.size, manifest.pages);
  });

  test('and the passages are of the same pages, under the same titles', () => {
    const titles = (list: [string, string | undefined][]) => list.sort(([a], [b]) => a.localeCompare(b, 'en'));
    assert.deepEqual(
      titles(indexed.map(({ url, meta }) => [url, meta['title']])),
      titles(cards.map(({ u, t }) => [u, t])),
    );
  });

  test('knows summary and kicker of every page', () => {
    assert.deepEqual(
      cards.filter(({ t, s, k }) => !t || !s || !k).map(({ u }) => u),
      [],
    );
  });

  test('says of a project what its page says', () => {
    const withEvidence = cards.filter(({ e }) => e);
    assert.ok(withEvidence.length > 70);
    for (const { u, e } of withEvidence)
      assert.ok((e?.own.length ?? 0) > 0 !== (e?.noResult !== undefined) && e?.own.length !== undefined, u);
    assert.equal(manifest.levels.length, manifest.pages);
    assert.deepEqual(
      cards.flatMap(({ u, e }, page) => (Number(manifest.levels[page]) === (e?.level ?? 0) ? [] : u)),
      [],
    );
  });

  test('the records of the pages’ builder are no file of the site', () =>
    assert.equal(existsSync(join(dist, 'search/records.json')), false));

  test('pages tell search engines nothing that only the search is told', () => {
    for (const { path, html } of builtPages().slice(0, 40))
      assert.equal(
        elementsOf(html).some(({ name, attributes }) => name === 'meta' && attributes['name']?.startsWith('search-')),
        false,
        path,
      );
  });

  test('passages hold nothing that pages repeat', () => {
    for (const repeated of [
      /Skip to the content/,
      /Ask for help with this/,
      /Checked [A-Z][a-z]+ \d/,
      /Permanent address/,
      /To correct this page/,
      /On other sites:/,
    ])
      assert.deepEqual(
        indexed.filter(({ content }) => repeated.test(content)).map(({ url }) => url),
        [],
        String(repeated),
      );
  });

  test('knows every facet by ids that an address can carry, each with its words', () => {
    for (const name of facetNames) {
      const values = manifest.facets[name];
      assert.ok(values.length > 0, name);
      assert.equal(new Set(values.map(({ id }) => id)).size, values.length, name);
      for (const { id, label } of values) {
        assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$|^[A-Z]{2}$/);
        assert.ok(label && (label !== id || /^\d{4}$/.test(id)), `${name} ${id}`);
      }
    }
  });

  test('a publication stands under what its studies tried and found, a newsletter under nothing', async () => {
    const data = (path: string): { profiles?: string[]; settings?: string[] } =>
      (JSON.parse(readFileSync(join(dist, `${path.slice(1, -1)}.json`), 'utf8')) as { data: object }).data;
    const names = ['tactic', 'setting', 'design', 'result'] as const;
    const valuesOf = async (page: number): Promise<string[]> =>
      (
        await Promise.all(
          names.map(async (name) =>
            (await catalog.facet(name)).flatMap((figures, value) =>
              unpacked(figures).some((posting) => posting.page === page)
                ? `${name} ${manifest.facets[name][value]?.id}`
                : [],
            ),
          ),
        )
      ).flat();
    const pageOf = (path: string): number => cards.findIndex(({ u }) => u === path);
    let inherited = 0;
    for (const [page, { u }] of cards.entries()) {
      if (!/^\/(?:library|research-spotlights)\/[^/]+\//.test(u)) continue;
      const values = await valuesOf(page);
      const { profiles = [] } = data(u);
      const ofProjects = (await Promise.all(profiles.map((id) => valuesOf(pageOf(`/program-profiles/${id}/`))))).flat();
      assert.deepEqual(
        values.filter((value) => !ofProjects.includes(value)),
        [],
        u,
      );
      if (values.length > 0) inherited += 1;
    }
    assert.ok(inherited > 60, `${inherited} publications`);
    // Nine projects, and no study cites it.
    assert.deepEqual(await valuesOf(pageOf('/library/newsletter-xxii-winter-2017/')), []);
    // One of the four trials of Philadelphia, not all of them.
    assert.deepEqual(
      (await valuesOf(pageOf('/library/article-groff-2015/'))).filter((value) => value.startsWith('design')),
      ['design randomized-trial'],
    );
  });

  test('every list of synonyms leads to a value or a page that is there', () => {
    const phrases = manifest.phrases.flatMap(({ stems, exact }) => [...stems, ...exact]);
    assert.ok(phrases.length > 400);
    assert.ok(
      manifest.phrases.every(
        ({ stems, exact, facet, pages }) =>
          stems.length + exact.length > 0 && (facet !== undefined || pages !== undefined || stems.length > 1),
      ),
    );
  });
});

describe('weight', () => {
  test('page and search are at most 120 KB on the wire to the first results', async (t) => {
    const line = await openLine({ folder: dist });
    const browser = await launchBrowser();
    try {
      for (const query of ['body cams', 'shot spoter', 'how do we keep it going after the grant']) {
        line.reset();
        const context = await browser.newContext();
        const page = await context.newPage();
        // Passages are fetched once the results stand; on a busy machine they could slip into the count.
        await page.route('**/pagefind/**', (route) => route.abort());
        await page.goto(`${line.address}/search/`);
        await page.locator('site-search input[name="q"]').fill(query);
        await page
          .locator('site-search:is([data-state="shown"], [data-state="counted"], [data-state="settled"])')
          .waitFor();
        const bytes = line.sent.reduce((sum, sent) => sum + sent.bytes, 0);
        await context.close();
        t.diagnostic(`${query}: ${(bytes / 1024).toFixed(1)} KB in ${line.sent.length} requests`);
        assert.ok(bytes > 20_000 && bytes <= 120 * 1024, `${bytes} bytes for ${query}`);
      }
    } finally {
      await browser.close();
      await line.stop();
    }
  });
});
