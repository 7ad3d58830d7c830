/** What a build must not pass over in silence. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { facetNames } from '../lib/facets.ts';
import type { FacetWords, SearchSource } from './record.ts';
import { writeSearch } from './write.ts';

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
const withSite = async (run: (site: string, synonyms: URL) => Promise<void>): Promise<void> => {
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
  withSite(async (site, synonyms) => {
    assert.deepEqual(await writeSearch(site, synonyms), { pages: 1 });
    const { version } = JSON.parse(readFileSync(join(site, 'search/manifest.json'), 'utf8')) as { version: string };
    assert.match(readFileSync(join(site, 'search/data', version, 'cards-0.json'), 'utf8'), /On patrol/);
    assert.equal(existsSync(join(site, 'search/records.json')), false);
    assert.ok(existsSync(join(site, 'pagefind/pagefind.js')));
  }));

test('a result that would lead to no page is refused', () =>
  withSite(async (site, synonyms) => {
    writeFileSync(join(site, 'search/records.json'), JSON.stringify(sourceOf('/gone/')));
    await assert.rejects(writeSearch(site, synonyms), /pages that are not there: \/gone\//);
  }));

test('a fault in the synonyms is told with its place', () =>
  withSite(async (site, synonyms) => {
    writeFileSync(synonyms, 'same:\n  - [CAD, dispatch\n');
    await assert.rejects(writeSearch(site, synonyms), /content\/synonyms\.yaml:2:1: a list that is opened/);
  }));

test('a site that Pagefind finds no page in is refused', () =>
  withSite(async (site, synonyms) => {
    writeFileSync(join(site, 'search/records.json'), JSON.stringify({ records: [], words }));
    rmSync(join(site, 'patrol'), { recursive: true });
    await assert.rejects(writeSearch(site, synonyms), /Pagefind/);
  }));
