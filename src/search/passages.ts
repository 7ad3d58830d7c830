/** Pagefind: reads the built pages, and finds the passages inside them in the reader’s browser. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { facetNames, type FacetName } from '../lib/search/facets.ts';
import type { SearchRecord } from '../lib/search/catalog.ts';

/** What every page repeats, or what belongs to another page. */
const excluded = [
  '.breadcrumbs',
  '.cite',
  '.folio',
  '.notice',
  '.page-margin',
  '.page-notes',
  '.pager',
  '.print-only',
  '.source-line',
  '.tally',
  '.entries',
  'form',
  'site-search',
];

/** Pagefind’s own interfaces, and its engine for languages without endings: this site loads none of them. */
const unused = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
  'wasm.unknown.pagefind',
];

interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
  anchors: { element: string; text: string }[];
}

const signature = 'pagefind_dcd';

/** A page as Pagefind kept it. The format is Pagefind’s own: an update that changes it stops the build here. */
const readFragment = async (folder: string, file: string): Promise<SearchRecord> => {
  const text = gunzipSync(await readFile(join(folder, file))).toString('utf8');
  if (!text.startsWith(signature))
    throw new Error(`Pagefind’s file ${file} is of an unknown format; see src/search/passages.ts.`);
  const { url, content, filters, meta, anchors } = JSON.parse(text.slice(signature.length)) as Fragment;
  return {
    href: url,
    title: meta['title'] ?? url,
    summary: meta['summary'] ?? '',
    kicker: meta['kicker'] ?? '',
    date: meta['date'] ?? '',
    names: meta['names'] ?? '',
    aka: meta['aka'] ?? '',
    headings: anchors.filter(({ element }) => /^h[2-4]$/.test(element)).map(({ text: heading }) => heading),
    body: content,
    facets: Object.fromEntries(
      facetNames.flatMap((name): [FacetName, string[]][] => (filters[name] ? [[name, filters[name]]] : [])),
    ),
    passages: file.replace(/\.pf_fragment$/, ''),
  };
};

/** Indexes the built pages in `site`, writes Pagefind’s files to `site`/pagefind and hands back what it read. */
export const indexPassages = async (site: string): Promise<SearchRecord[]> => {
  // Pagefind's memory comes from jemalloc, which keeps freed pages for ten seconds: at 10,000 entries 170 MB of 1.97 GB.
  process.env['_RJEM_MALLOC_CONF'] ??= 'background_thread:true,dirty_decay_ms:1000';
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: excluded, forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`);
  try {
    const read = await index.addDirectory({ path: site });
    if (read.errors.length > 0) throw new Error(`Pagefind could not read the pages: ${read.errors.join(', ')}`);
    const outputPath = join(site, 'pagefind');
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(`Pagefind could not write its index: ${written.errors.join(', ')}`);
    await Promise.all(unused.map((file) => rm(join(outputPath, file), { force: true })));
    const folder = join(outputPath, 'fragment');
    return await Promise.all((await readdir(folder)).map((file) => readFragment(folder, file)));
  } finally {
    await pagefind.close();
  }
};
