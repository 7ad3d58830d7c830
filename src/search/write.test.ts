/** What a build must not pass over in silence. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { facetNames } from '../lib/facets.ts';
import type { FacetWords, SearchSource } from './record.ts';
import { writePassages } from './passages.ts';
import { writeCatalog } from './write.ts';

const words = Object.fromEntries(facetNames.map((name) => [name, {}])) as unknown as FacetWords;

const sourceOf = (path: string): SearchSource => ({
  records: [
    {
      path,
      kind: 'pages',
      id: path,
      title: 'Patrol',
      summary: 'On patrol.',
      kicker: 'Page',
      date: '',
      names: [],
      aka: [],
      headings: [],
      text: 'Patrol.',
      facets: { kind: ['pages'] },
    },
  ],
  words,
});

/** A site of one page, and a list of synonyms. */
const withSite = async (run: (site: string, synonyms: URL) => Promise<void> | void): Promise<void> => {
  const site = mkdtempSync(join(tmpdir(), 'one-page-'));
  try {
    mkdirSync(join(site, 'patrol'));
    mkdirSync(join(site, 'search'));
    writeFileSync(
      join(site, 'patrol/index.html'),
      '<!doctype html><html lang="en"><head><title>Patrol</title></head><body><main data-pagefind-body><h1>Patrol</h1><p>Patrol.</p></main></body></html>',
    );
    writeFileSync(join(site, 'search/records.json'), JSON.stringify(sourceOf('/patrol/')));
    await run(site, pathToFileURL(join(site, 'synonyms.yaml')));
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
};

test('the records become the catalog, and are taken away', () =>
  withSite((site, synonyms) => {
    assert.deepEqual(writeCatalog(site, synonyms), { pages: 1 });
    const { version } = JSON.parse(readFileSync(join(site, 'search/manifest.json'), 'utf8')) as { version: string };
    assert.match(readFileSync(join(site, 'search/data', version, 'cards-0.json'), 'utf8'), /On patrol/);
    assert.equal(existsSync(join(site, 'search/records.json')), false);
  }));

test('a result that would lead to no page is refused', () =>
  withSite((site, synonyms) => {
    writeFileSync(join(site, 'search/records.json'), JSON.stringify(sourceOf('/gone/')));
    assert.throws(() => writeCatalog(site, synonyms), /No page was built at \/gone\/,/);
  }));

test('a fault in the synonyms is told with its place, and a preview has its search all the same', ({ mock }) =>
  withSite((site, synonyms) => {
    const told = mock.method(console, 'error', () => undefined);
    writeFileSync(synonyms, 'same:\n  - [CAD, dispatch\n');
    assert.deepEqual(writeCatalog(site, synonyms), { pages: 1 });
    assert.match(String(told.mock.calls[0]?.arguments[0]), /content\/synonyms\.yaml:2:1 a list that is opened/);
  }));

test('the pages’ text becomes Pagefind’s index; a site that it finds no page in is refused', () =>
  withSite(async (site) => {
    await writePassages(site);
    assert.ok(existsSync(join(site, 'pagefind/pagefind.js')));
    rmSync(join(site, 'patrol'), { recursive: true });
    await assert.rejects(writePassages(site), /Pagefind/);
  }));
