/** The catalog of the last build, read from disk as the page reads it over the network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardsPerFile, type Card, type Manifest } from '../../src/search/format.ts';
import type { CatalogReader } from '../../src/search/scores.ts';
import { search } from '../../src/search/search.ts';
import { dist } from '../support/pages.ts';

export const builtCatalog = (folder: string = dist): CatalogReader => {
  const read = <Contents>(name: string): Contents =>
    JSON.parse(readFileSync(join(folder, 'search', `${name}.json`), 'utf8')) as Contents;
  const manifest = read<Manifest>('manifest');
  const files = new Map<string, unknown>();
  const once = async <Contents>(name: string): Promise<Contents> => {
    if (!files.has(name)) files.set(name, read(`data/${manifest.version}/${name}`));
    return files.get(name) as Contents;
  };
  return {
    manifest,
    terms: (shard) => once(`terms-${shard}`),
    facet: (name) => once(`facet-${name}`),
    cards: (file) => once(`cards-${file}`),
    titles: () => once('titles'),
    vocabulary: () => once('vocabulary'),
  };
};

/** The first results, best first. */
export const cardsFor = async (catalog: CatalogReader, text: string, count: number): Promise<Card[]> => {
  const { pages } = await search(catalog, text);
  const cards = pages
    .slice(0, count)
    .map(async (page) => (await catalog.cards(Math.floor(page / cardsPerFile)))[page % cardsPerFile]);
  return (await Promise.all(cards)).filter((card) => card !== undefined);
};
