/** After the pages: the search index, as part of every build. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildCatalog } from '../lib/search/catalog.ts';
import { indexPassages } from './passages.ts';
import { readSynonyms } from './synonyms.ts';

const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10);

/** Writes `site`/pagefind and `site`/search/data. */
export const writeSearch = async (site: string, synonymsFile: URL): Promise<{ pages: number }> => {
  const records = await indexPassages(site);
  const { manifest, files } = buildCatalog(records, await readSynonyms(synonymsFile), versionOf);
  const folder = join(site, 'search', 'data', manifest.version);
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map(({ name, contents }) => writeFile(join(folder, `${name}.json`), JSON.stringify(contents))));
  await writeFile(join(site, 'search', 'data', 'manifest.json'), JSON.stringify(manifest));
  return { pages: manifest.pages };
};

export const searchIndex = (): AstroIntegration => {
  let root = new URL('./', import.meta.url);
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const { pages } = await writeSearch(fileURLToPath(dir), new URL('./content/synonyms.yaml', root));
        logger.info(`${pages} pages can be found; indexed in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
};
