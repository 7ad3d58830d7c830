/**
 * After the pages: Pagefind’s index of their text, as part of every build. It works beside the rest, on another core:
 * `node src/search/passages.ts <folder of the pages>`.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** What every page repeats, or what belongs to another page. */
const excluded = [
  '.actions',
  '.breadcrumbs',
  '.cite',
  '.edit',
  '.entry-end',
  '.folio',
  '.notice',
  '.page-notes',
  '.pager',
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
export const writePassages = async (site: string): Promise<void> => {
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

if (import.meta.main) {
  const [site] = process.argv.slice(2);
  if (!site) throw new Error('Say which folder holds the built pages.');
  await writePassages(site);
}
