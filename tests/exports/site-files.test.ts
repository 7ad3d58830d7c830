/** Sitemap, robots, llms.txt, Markdown twins, pictures for shared links, the page of contradictions. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { built, builtFiles, decoded, dist, metaTags, records, stemOf } from './built.ts';

const parser = new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap', parseTagValue: false });
const { sitemapindex } = parser.parse(built('sitemap-index.xml')) as { sitemapindex: { sitemap: { loc: string }[] } };
const listed = sitemapindex.sitemap.flatMap(
  ({ loc }) =>
    (parser.parse(built(new URL(loc).pathname.slice(1))) as { urlset: { url: { loc: string; lastmod?: string }[] } })
      .urlset.url,
);
const pages = new Map(listed.map(({ loc, lastmod }) => [new URL(loc).pathname, lastmod]));

test('the sitemap has every page once, with dates, and nothing else', () => {
  assert.equal(pages.size, listed.length);
  const isHidden = (path: string): boolean =>
    /\/page\/\d+\//.test(path) || /<meta name="robots" content="[^"]*noindex/.test(built(`${path}index.html`));
  const all = builtFiles('**/index.html').map((path) => `/${path.replace(/index\.html$/, '')}`);
  assert.deepEqual(
    all.filter((path) => !pages.has(path) && !isHidden(path)),
    [],
  );
  assert.deepEqual(
    [...pages.keys()].filter((path) => !all.includes(path)),
    [],
  );
  for (const lastmod of pages.values()) assert.match(lastmod ?? '', /^\d{4}-\d{2}-\d{2}/);
  for (const record of records())
    assert.equal(pages.get(`${stemOf(record)}/`)?.slice(0, 10), record.data['reviewed'], record.id);
  assert.match(built('robots.txt'), /^User-agent: \*\nAllow: \/\n\nSitemap: https?:\/\/\S+\/sitemap-index\.xml\n$/);
});

test('llms.txt leads to the Markdown of every entry', () => {
  const text = built('llms.txt');
  assert.match(text, /^# .+\n\n> .+\n/);
  const linked = [...text.matchAll(/\]\((\S+?)\)/g)].map(([, address = '']) => new URL(address).pathname);
  for (const record of records()) assert.ok(linked.includes(`${stemOf(record)}.md`), record.id);
  for (const path of linked) assert.ok(path.endsWith('/') ? built(`${path}index.html`) : built(path));
});

test('every page has a Markdown twin with its title, summary, body, sources and citation', () => {
  for (const record of records()) {
    const twin = built(`${stemOf(record)}.md`);
    const source = readFileSync(
      new URL(`../../content/${record.collection}/${record.id}.mdx`, import.meta.url),
      'utf8',
    );
    assert.ok(twin.startsWith(`# ${record.data['title'] as string}\n`));
    assert.ok(twin.includes(record.data['summary'] as string));
    const headings = [...source.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    for (const heading of headings) assert.ok(twin.includes(`## ${heading}`), `${record.id}: ${heading}`);
    for (const { title } of record.data['sources'] as { title: string }[])
      assert.ok(twin.includes(title.replaceAll(/[[\]]/g, '\\$&')), `${record.id}: ${title}`);
    assert.match(twin, /\n## Cite\n\n.+\n$/);
    assert.doesNotMatch(twin, /\]\(\/(?!\/)/, 'links are whole');
    const html = built(`${stemOf(record)}/index.html`);
    const [glance = ''] = /<table class="ledger glance">.*?<\/table>/s.exec(html) ?? [];
    for (const [, label = '', value = ''] of glance.matchAll(/<th scope="row">(.*?)<\/th>\s*<td>(.*?)<\/td>/gs)) {
      const words = decoded(value.replaceAll(/<\/p>\s*<p>/g, '; ').replaceAll(/<[^>]+>/g, '')).trim();
      assert.ok(twin.includes(`- ${label}: ${words}\n`), `${record.id}: ${label}: ${words}`);
    }
    assert.ok(html.includes(`<link rel="alternate" type="text/markdown" href="${stemOf(record)}.md">`));
  }
});

test('every page names a picture that is there, 1200 by 630, and what it shows', async () => {
  const pictures = new Set<string>();
  for (const path of builtFiles('**/index.html')) {
    const tags = Object.fromEntries(
      metaTags(built(path)).map((tag) => [tag['property'] ?? tag['name'] ?? '', tag['content'] ?? '']),
    );
    for (const needed of ['og:title', 'og:type', 'og:url', 'og:description', 'og:image'])
      assert.ok(tags[needed], `${path}: ${needed}`);
    pictures.add(new URL(tags['og:image'] ?? '').pathname);
  }
  assert.ok(pictures.size > 8);
  for (const picture of pictures) {
    const { width, height, format } = await sharp(`${dist}${picture}`).metadata();
    assert.deepEqual([width, height, format], [1200, 630, 'png']);
    const [red] = (await sharp(`${dist}${picture}`).stats()).channels;
    assert.ok(red && red.min < 40 && red.max > 240, `${picture}: light on dark, or dark on light`);
  }
});

test('each page says which version it is and where it stays', () => {
  for (const record of records()) {
    const html = decoded(built(`${stemOf(record)}/index.html`));
    assert.ok(html.includes(record.sha256.slice(0, 12)), record.id);
    assert.ok(html.includes(`Permanent address: ${record.address}`), record.id);
    for (const ending of ['ris', 'bib', 'csl.json', 'md', 'json'])
      assert.ok(html.includes(`href="${stemOf(record)}.${ending}"`));
  }
});

test('every contradiction between sources stands on one page, with what is shown', () => {
  const html = decoded(built('provenance/index.html'));
  let count = 0;
  for (const record of records())
    for (const { about, found, resolution } of (record.data['discrepancies'] ?? []) as {
      about: string;
      found: string[];
      resolution: string;
    }[]) {
      count += 1;
      for (const words of [about, ...found, resolution]) assert.ok(html.includes(words), `${record.id}: ${words}`);
      assert.ok(html.includes(`href="${stemOf(record)}/"`));
    }
  assert.ok(count > 20);
  assert.ok(html.includes(`In ${count} cases`));
});
