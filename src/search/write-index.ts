/**
 * After the pages: the search index, as part of every build. A process of its own, so that its memory and that of
 * the pages’ builder are never needed at once: `node src/search/write-index.ts <folder of the pages>`.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCatalog } from '../lib/search/catalog.ts';
import { indexPassages } from './passages.ts';
import { readSynonyms } from './synonyms.ts';

const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10);

/** Writes `site`/pagefind and `site`/search/data. */
const writeSearch = async (site: string, synonymsFile: URL): Promise<{ pages: number }> => {
  const records = await indexPassages(site);
  const { manifest, files } = buildCatalog(records, await readSynonyms(synonymsFile), versionOf);
  const folder = join(site, 'search', 'data', manifest.version);
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map(({ name, contents }) => writeFile(join(folder, `${name}.json`), JSON.stringify(contents))));
  await writeFile(join(site, 'search', 'data', 'manifest.json'), JSON.stringify(manifest));
  return { pages: manifest.pages };
};

const [site] = process.argv.slice(2);
if (!site) throw new Error('Say which folder holds the built pages.');
const started = performance.now();
const { pages } = await writeSearch(site, new URL('../../content/synonyms.yaml', import.meta.url));
console.log(`\n${pages.toLocaleString('en-US')} pages can be found; indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
