/**
 * After the pages: the search index, as part of every build. A process of its own, so that its memory and that of the
 * pages’ builder are never needed at once: `node src/search/write.ts <folder of the pages>`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { buildCatalog } from './catalog.ts';
import type { SearchSource } from './record.ts';
import { readSynonyms, type Synonyms } from './synonyms.ts';

/** What every page repeats, or what belongs to another page. */
const excluded = [
  '.actions',
  '.breadcrumbs',
  '.cite',
  '.edit',
  '.entry-end',
  '.folio',
  '.notice',
  '.page-margin',
  '.page-notes',
  '.pager',
  '.print-only',
  '.source-line',
  '.sources',
  '.tally',
  '.rows',
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

/** Pagefind’s index of the built pages: finds the passages inside them in the reader’s browser. */
const writePassages = async (site: string): Promise<void> => {
  const { index, errors } = await createIndex({
    // Pages that are not to be found have no such part: nothing in them is looked at.
    rootSelector: 'main[data-pagefind-body]',
    excludeSelectors: excluded,
    forceLanguage: 'en',
  });
  try {
    const outputPath = join(site, 'pagefind');
    const added = await index?.addDirectory({ path: site });
    const written = added?.errors.length === 0 ? await index?.writeFiles({ outputPath }) : undefined;
    const faults = [...errors, ...(added?.errors ?? []), ...(written?.errors ?? [])];
    if (!written || faults.length > 0) throw new Error(`Pagefind could not make its index: ${faults.join('; ')}.`);
    if (added?.page_count === 0) throw new Error('Pagefind found no page to index.');
    for (const file of unused) rmSync(join(outputPath, file), { force: true });
  } finally {
    await close();
  }
};

/** None where the file is missing. Throws where it has a fault: `npm run check` tells them all. */
const synonymsIn = (file: URL): Synonyms => {
  const { synonyms, faults } = readSynonyms(existsSync(file) ? readFileSync(file, 'utf8') : '');
  const [fault] = faults;
  if (fault)
    throw new Error(
      `content/synonyms.yaml:${fault.line}:${fault.column}: ${fault.found}; ${fault.allowed}; ${fault.cure}`,
    );
  return synonyms;
};

const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10);

/** The records that the pages’ builder left in `site`; the file goes, since no reader asks for it. */
const takeRecords = (site: string): SearchSource => {
  const file = join(site, 'search', 'records.json');
  const source = JSON.parse(readFileSync(file, 'utf8')) as SearchSource;
  rmSync(file);
  const lost = source.records.filter(({ path }) => !existsSync(join(site, path, 'index.html')));
  if (lost.length > 0)
    throw new Error(`The search would lead to pages that are not there: ${lost.map(({ path }) => path).join(', ')}.`);
  return source;
};

const writeCatalog = async (site: string, source: SearchSource, synonyms: Synonyms): Promise<number> => {
  const { manifest, files } = buildCatalog(source, synonyms, versionOf);
  const folder = join(site, 'search', 'data', manifest.version);
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(join(folder, `${name}.json`), text);
  await writeFile(join(site, 'search', 'manifest.json'), JSON.stringify(manifest));
  return manifest.pages;
};

/** Writes `site`/pagefind and `site`/search: the manifest, which is asked about each time, and the folder it names, which is kept. */
export const writeSearch = async (site: string, synonymsFile: URL): Promise<{ pages: number }> => {
  const source = takeRecords(site);
  const synonyms = synonymsIn(synonymsFile);
  // Pagefind works on another core.
  const [pages] = await Promise.all([writeCatalog(site, source, synonyms), writePassages(site)]);
  return { pages };
};

if (import.meta.main) {
  const [site] = process.argv.slice(2);
  if (!site) throw new Error('Say which folder holds the built pages.');
  const started = performance.now();
  const { pages } = await writeSearch(site, new URL('../../content/synonyms.yaml', import.meta.url));
  console.log(
    `\n${pages.toLocaleString('en-US')} pages can be found; indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}
