/** Pagefind: reads the built pages, and finds the passages inside them in the reader’s browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { countPage, type CountedPage, type SearchRecord } from '../lib/search/counted-page.ts';
import { halfWrittenFiles, unpackedFile } from './packed-files.ts';
import { readPageHead } from './page-head.ts';

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
  meta: Record<string, string>;
  anchors: { element: string; text: string }[];
}

const signature = 'pagefind_dcd';
const output = 'pagefind';
const fragments = join(output, 'fragment');

/** The page of a fragment of Pagefind’s. Its format is Pagefind’s own: an update that changes it stops the build here. */
const readPage = (site: string, file: string): SearchRecord => {
  const text = unpackedFile(join(site, fragments, file));
  if (!text.startsWith(signature))
    throw new Error(`Pagefind’s file ${file} is of an unknown format; see src/search/passages.ts.`);
  const { url, content, meta, anchors } = JSON.parse(text.slice(signature.length)) as Fragment;
  return {
    href: url,
    title: meta['title'] ?? url,
    ...readPageHead(site, url),
    headings: anchors.filter(({ element }) => /^h[2-4]$/.test(element)).map(({ text: heading }) => heading),
    body: content,
    passages: file.replace(/\.pf_fragment$/, ''),
  };
};

/** How long to wait for more pages to be written, in milliseconds. */
const patience = 250;

/**
 * Reads and counts the pages that Pagefind writes while it writes them: it packs them one after another, so that the
 * other core is free. A page that is half written does not unpack (gzip ends with a checksum); it is read again later.
 */
const countWhileWritten = async (site: string, writing: Promise<unknown>): Promise<CountedPage[]> => {
  const folder = join(site, fragments);
  const pages = new Map<string, CountedPage>();
  const countNew = (isWritten: boolean): void => {
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      if (pages.has(file)) continue;
      try {
        pages.set(file, countPage(readPage(site, file)));
      } catch (error) {
        if (isWritten) throw error;
      }
    }
  };
  let isWritten = false;
  const written = writing.finally(() => (isWritten = true));
  while (!isWritten) {
    countNew(false);
    await Promise.race([written, setTimeout(patience)]);
  }
  countNew(true);
  return [...pages.values()];
};

/**
 * Pagefind’s command. Its interface for Node makes the index twice when it is asked to write it (1.6.0), and so takes
 * half as long again.
 */
const command = fileURLToPath(new URL('runner/bin.cjs', import.meta.resolve('pagefind')));

const runPagefind = async (site: string): Promise<void> => {
  const options = {
    site,
    'output-path': join(site, output),
    // Pages that are not to be found have no such part: nothing in them is looked at.
    'root-selector': 'main[data-pagefind-body]',
    'exclude-selectors': excluded.join(','),
    'force-language': 'en',
  };
  const pagefind = spawn(
    process.execPath,
    [command, '--quiet', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      // Pagefind's memory comes from jemalloc. Two arenas, and freed pages given back after a second instead of ten: at
      // 10,000 entries a fifth less memory and time.
      env: { _RJEM_MALLOC_CONF: 'narenas:2,dirty_decay_ms:1000', ...process.env },
    },
  );
  const [code] = (await once(pagefind, 'close')) as [number | null];
  if (code !== 0) throw new Error(`Pagefind could not make its index: it ended with ${code}.`);
};

/** Indexes the built pages in `site`, writes Pagefind’s files to `site`/pagefind and hands back what it read. */
export const indexPassages = async (site: string): Promise<CountedPage[]> => {
  const pages = await countWhileWritten(site, runPagefind(site));
  const half = [output, join(output, 'index')].flatMap((folder) => halfWrittenFiles(join(site, folder)));
  if (half.length > 0) throw new Error(`Pagefind left files half written: ${half.join(', ')}. Build again.`);
  for (const file of unused) rmSync(join(site, output, file), { force: true });
  return pages;
};
