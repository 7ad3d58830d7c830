/**
 * After the pages: what the search ranks by and shows, as part of every build. A process of its own, so that its memory and
 * that of the pages’ builder are never needed at once: `node src/search/write.ts <folder of the pages>`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalog } from './catalog.ts';
import type { SearchSource } from './record.ts';
import { readSynonyms, type Synonyms } from './synonyms.ts';

/**
 * None where the file is missing. Of one with faults, what can be read: a build stops at the check before it comes here, and
 * a preview shows the pages all the same.
 */
const synonymsIn = (file: URL): Synonyms => {
  const { synonyms, faults } = readSynonyms(existsSync(file) ? readFileSync(file, 'utf8') : '');
  for (const { line, column, found } of faults)
    console.error(`content/synonyms.yaml:${line}:${column} ${found}; left out of this preview’s search`);
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
    throw new Error(
      `No page was built at ${lost.map(({ path }) => path).join(', ')}, where the search would lead. Each kind of entry needs a page in src/pages/ for its entries, and one for its list where it has no list.byYear.`,
    );
  return source;
};

/** Writes `site`/search: the manifest, which is asked about each time, and the folder it names, which is kept. */
export const writeCatalog = (site: string, synonymsFile: URL): { pages: number } => {
  const { manifest, files } = buildCatalog(takeRecords(site), synonymsIn(synonymsFile), versionOf);
  const folder = join(site, 'search', 'data', manifest.version);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, `${name}.json`), text);
  writeFileSync(join(site, 'search', 'manifest.json'), JSON.stringify(manifest));
  return { pages: manifest.pages };
};

if (import.meta.main) {
  const [site] = process.argv.slice(2);
  if (!site) throw new Error('Say which folder holds the built pages.');
  const { pages } = writeCatalog(site, new URL('../../content/synonyms.yaml', import.meta.url));
  console.log(`\n${pages.toLocaleString('en-US')} pages can be found`);
}
