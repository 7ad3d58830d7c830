/** What the build writes for the search: every page with what it needs, nothing that pages repeat, and its weight. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Manifest } from '../../src/lib/search/catalog.ts';
import { facetNames } from '../../src/lib/search/facets.ts';
import { headOf, readPageHead } from '../../src/search/page-head.ts';
import { launchBrowser } from '../support/chromium.ts';
import { builtPages, dist, elementsOf } from '../support/pages.ts';
import { openLine } from '../bench/line.ts';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

describe('the index', () => {
  let fragments: Fragment[] = [];
  let manifest: Manifest;
  before(() => {
    fragments = globSync('pagefind/fragment/*', { cwd: dist }).map(
      (file) =>
        JSON.parse(
          gunzipSync(readFileSync(join(dist, file)))
            .toString('utf8')
            .slice('pagefind_dcd'.length),
        ) as Fragment,
    );
    manifest = JSON.parse(readFileSync(join(dist, 'search/manifest.json'), 'utf8')) as Manifest;
  });

  test('has every entry, and no second page of a list', () => {
    const entries = builtPages().filter(({ html }) => html.includes('<article'));
    const urls = new Set(fragments.map(({ url }) => url));
    assert.ok(entries.length > 250);
    assert.deepEqual(
      entries.filter(({ path }) => !urls.has(path)).map(({ path }) => path),
      [],
    );
    assert.deepEqual(
      [...urls].filter((url) => /\/page\/|404|^\/$|^\/search\//.test(url)),
      [],
    );
    assert.deepEqual(
      builtPages()
        .filter(({ path, html }) => html.includes('content="noindex"') && urls.has(path))
        .map(({ path }) => path),
      [],
    );
    assert.equal(manifest.pages, fragments.length);
  });

  test('knows title, summary, kind and kicker of every page, by the words of its head', () => {
    const lacking = fragments.filter(({ url, meta }) => {
      const { summary, kicker, facets } = readPageHead(dist, url);
      return !meta['title'] || !summary || !kicker || facets.kind?.length !== 1;
    });
    assert.deepEqual(
      lacking.map(({ url }) => url),
      [],
    );
  });

  test('reads of a head just what an HTML parser reads', () => {
    for (const { html } of builtPages().filter(({ html }) => html.includes('data-pagefind-body'))) {
      const metas = elementsOf(html).filter((element) => element.name === 'meta');
      const contents = (name: string) =>
        metas.filter(({ attributes }) => attributes['name'] === name).map(({ attributes }) => attributes['content']);
      const { facets, ...texts } = headOf(html);
      assert.deepEqual(
        texts,
        Object.fromEntries(
          Object.keys(texts).map((name) => [
            name,
            contents(name === 'summary' ? 'description' : `search-${name}`)[0] ?? '',
          ]),
        ),
      );
      for (const name of facetNames) assert.deepEqual(facets[name] ?? [], contents(`search-${name}`));
    }
  });

  test('holds nothing that pages repeat', () => {
    for (const repeated of [
      /Skip to the content/,
      /Ask for help with this/,
      /Reviewed [A-Z][a-z]+ \d/,
      /Permanent address/,
      /To correct this page/,
      /On other sites:/,
    ])
      assert.deepEqual(
        fragments.filter(({ content }) => repeated.test(content)).map(({ url }) => url),
        [],
        String(repeated),
      );
  });

  test('knows every facet by values that an address can carry', () => {
    for (const name of facetNames) {
      assert.ok(manifest.facets[name].length > 0, name);
      const slugs = manifest.facets[name].map(({ slug }) => slug);
      assert.equal(new Set(slugs).size, slugs.length, name);
      assert.deepEqual(
        slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)),
        [],
      );
    }
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
