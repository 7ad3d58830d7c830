/** The files that a search needs, made from the built pages. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalog } from '../lib/search/catalog.ts';
import { indexPassages } from './passages.ts';
import { readSynonyms } from './synonyms.ts';

const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10);

/** Writes `site`/pagefind and `site`/search: the manifest, which is asked about each time, and the folder it names, which is kept. */
export const writeSearch = async (site: string, synonymsFile: URL): Promise<{ pages: number }> => {
  const pages = await indexPassages(site);
  const { manifest, files } = buildCatalog(pages, await readSynonyms(synonymsFile), versionOf);
  const folder = join(site, 'search', 'data', manifest.version);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, `${name}.json`), text);
  writeFileSync(join(site, 'search', 'manifest.json'), JSON.stringify(manifest));
  return { pages: manifest.pages };
};
