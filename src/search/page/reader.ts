/** The catalog’s files over the network, each fetched once. */
import { formatVersion, type Card, type Manifest } from '../format.ts';
import type { FacetName } from '../../lib/facets.ts';
import type { CatalogReader } from '../scores.ts';

/** The manifest is asked about each time; what it names is in a folder that never changes. */
const root = '/search';

/** Nothing at this address: the site may have been renewed since the page was opened. */
class Gone extends Error {}

/** The site was renewed, and this page’s script cannot read what it has now. */
export class Renewed extends Error {}

const fetched = async <Contents>(path: string): Promise<Contents> => {
  const response = await fetch(`${root}/${path}.json`);
  if (response.status === 404) throw new Gone(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Contents;
};

let reader: Promise<CatalogReader> | undefined;

const open = async (): Promise<CatalogReader> => {
  const manifest = await fetched<Manifest>('manifest');
  if (manifest.format !== formatVersion) throw new Renewed();
  const files = new Map<string, Promise<unknown>>();
  const once = <Contents>(name: string): Promise<Contents> => {
    const known = files.get(name);
    if (known) return known as Promise<Contents>;
    const file = fetched<Contents>(`data/${manifest.version}/${name}`);
    files.set(name, file);
    // What failed may be asked for again.
    file.catch(() => files.delete(name));
    return file;
  };
  return {
    manifest,
    terms: (shard) => once<Record<string, number[]>>(`terms-${shard}`),
    facet: (name: FacetName) => once<number[][]>(`facet-${name}`),
    cards: (file) => once<Card[]>(`cards-${file}`),
    titles: () => once<[string, string][]>('titles'),
    vocabulary: () => once<{ common: string; rare: string }>('vocabulary'),
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
