/** The catalog’s files over the network. */
import { fetched, fetchedAnew } from '../../components/fetched.ts';
import { formatVersion, type Card, type Manifest } from '../format.ts';
import type { FacetName } from '../../lib/facets.ts';
import type { CatalogReader } from '../scores.ts';

/** The manifest is asked about each time; what it names is in a folder that never changes. */
const root = '/search';

/** Nothing at this address: the site may have been renewed since the page was opened. */
class Gone extends Error {}

/** The site was renewed, and this page’s script cannot read what it has now. */
export class Renewed extends Error {}

const there = async <Contents>(file: Promise<Contents | undefined>): Promise<Contents> => {
  const contents = await file;
  if (contents === undefined) throw new Gone();
  return contents;
};

let reader: Promise<CatalogReader> | undefined;

const open = async (): Promise<CatalogReader> => {
  const manifest = await there(fetchedAnew<Manifest>(`${root}/manifest.json`));
  if (manifest.format !== formatVersion) throw new Renewed();
  const file = <Contents>(name: string): Promise<Contents> =>
    there(fetched<Contents>(`${root}/data/${manifest.version}/${name}.json`));
  return {
    manifest,
    terms: (shard) => file<Record<string, number[]>>(`terms-${shard}`),
    facet: (name: FacetName) => file<number[][]>(`facet-${name}`),
    cards: (place) => file<Card[]>(`cards-${place}`),
    titles: () => file<[string, string][]>('titles'),
    vocabulary: () => file<{ common: string; rare: string }>('vocabulary'),
  };
};

/** Rejects where the catalog cannot be reached; the next call tries again. */
const catalogReader = (): Promise<CatalogReader> => {
  reader ??= open();
  reader.catch(() => {
    reader = undefined;
  });
  return reader;
};

/**
 * Does something with the catalog. In a tab that is older than the site, files of the old edition are gone: then the new
 * edition is opened, and it is done again. Rejects with `Renewed` where that does not help.
 */
export const withCatalog = async <Result>(use: (catalog: CatalogReader) => Promise<Result>): Promise<Result> => {
  const catalog = await catalogReader();
  try {
    return await use(catalog);
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    reader = undefined;
    const renewed = await catalogReader();
    if (renewed.manifest.version === catalog.manifest.version) throw new Renewed();
    return use(renewed);
  }
};
