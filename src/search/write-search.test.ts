/** What a build must not pass over in silence. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeSearch } from './write-search.ts';

const synonyms = new URL('../../content/synonyms.yaml', import.meta.url);

/** A site of one page, whose head is longer than what is read of most pages. */
const withSite = async (run: (site: string) => Promise<void>): Promise<void> => {
  const site = mkdtempSync(join(tmpdir(), 'one-page-'));
  try {
    mkdirSync(join(site, 'long'));
    const filler = `<script type="application/ld+json">${JSON.stringify({ filler: 'x'.repeat(20_000) })}</script>`;
    writeFileSync(
      join(site, 'long/index.html'),
      `<!doctype html><html lang="en"><head><title>Long</title>${filler}<meta name="search-kicker" content="At the very end"></head><body><main data-pagefind-body><h1>Long</h1><p>Patrol.</p></main></body></html>`,
    );
    mkdirSync(join(site, 'search'));
    await run(site);
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
};

test('a head of any length is read to its end', () =>
  withSite(async (site) => {
    assert.deepEqual(await writeSearch(site, synonyms), { pages: 1 });
    const { version } = JSON.parse(readFileSync(join(site, 'search/manifest.json'), 'utf8')) as { version: string };
    assert.match(readFileSync(join(site, 'search/data', version, 'cards-0.json'), 'utf8'), /At the very end/);
  }));

test('an index with a file half written is refused', () =>
  withSite(async (site) => {
    mkdirSync(join(site, 'pagefind/index'), { recursive: true });
    writeFileSync(join(site, 'pagefind/index/en_cut.pf_index'), gzipSync('pagefind_dcd').subarray(0, -1));
    await assert.rejects(writeSearch(site, synonyms), /half written: en_cut\.pf_index/);
  }));

test('a site that Pagefind finds no page in is refused', () =>
  withSite(async (site) => {
    rmSync(join(site, 'long'), { recursive: true });
    await assert.rejects(writeSearch(site, synonyms), /Pagefind could not make its index/);
  }));
