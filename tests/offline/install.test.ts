/** What surrounds offline reading: the manifest and its icons, the headers of the workers, the packs for paper. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { imageSize } from 'image-size';
import { builtPages, dist } from '../support/pages.ts';
import { openSite, visit } from '../support/site.ts';

const site = openSite();
const pages = builtPages();

interface Manifest {
  name: string;
  start_url: string;
  display: string;
  icons: { src: string; sizes: string; purpose: string }[];
}

test('the site can be installed: a manifest with icons of the sizes that it says', async () => {
  assert.ok(pages.every(({ html }) => html.includes('<link rel="manifest" href="/manifest.webmanifest"')));
  const response = await fetch(`${site.address}/manifest.webmanifest`);
  assert.match(response.headers.get('content-type') ?? '', /^application\/manifest\+json/);
  const { name, start_url: start, display, icons } = (await response.json()) as Manifest;
  assert.ok(name);
  assert.equal(start, '/');
  assert.equal(display, 'minimal-ui');
  assert.deepEqual(new Set(icons.map(({ purpose }) => purpose)), new Set(['any', 'maskable']));
  for (const { src, sizes } of icons) {
    const picture = await fetch(`${site.address}${src}`);
    assert.equal(picture.headers.get('content-type'), 'image/png', src);
    const { width, height } = imageSize(new Uint8Array(await picture.arrayBuffer()));
    assert.equal(`${width}x${height}`, sizes, src);
  }
});

test('browsers ask each time whether a worker is new, and run workers of this site alone', async () => {
  const workers = globSync('offline-worker-*.js', { cwd: dist });
  assert.equal(workers.length, 3);
  for (const path of workers) {
    const { headers } = await fetch(`${site.address}/${path}`);
    assert.equal(headers.get('cache-control'), 'public, max-age=0, must-revalidate', path);
    assert.match(headers.get('content-security-policy') ?? '', /; manifest-src 'self'; worker-src 'self';/, path);
  }
});

test('every topic has a pack of three sheets at most, which no search leads to', async () => {
  const packs = pages.filter(({ template }) => template === 'topics/[id]/pack/index.astro');
  const topics = pages.filter(({ template }) => template === 'topics/[id].astro');
  assert.equal(packs.length, topics.length);
  for (const { path, html } of topics) assert.ok(html.includes(`href="${path}pack/"`), path);
  for (const { path, html } of packs) {
    assert.match(html, /<meta name="robots" content="noindex"/, path);
    assert.doesNotMatch(html, /data-pagefind-body/, path);
  }
  const longest = packs.sort((a, b) => b.html.length - a.html.length)[0];
  assert.ok(longest);
  await site.withPage({}, async (page) => {
    await visit(page, longest.path);
    for (const format of ['Letter', 'A4'] as const) {
      const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
      const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
      assert.ok(sheets > 0 && sheets <= 3, `${longest.path} takes ${sheets} sheets of ${format}`);
    }
  });
});
