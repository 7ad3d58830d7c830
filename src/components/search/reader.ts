/** The catalog’s files over the network, each fetched once. */
import type { Card, Manifest } from '../../lib/search/catalog.ts';
import type { FacetName } from '../../lib/search/facets.ts';
import type { CatalogReader } from '../../lib/search/search.ts';

/** The manifest is asked about each time; what it names is in a folder that never changes. */
const root = '/search';

const fetched = async <Contents>(path: string): Promise<Contents> => {
  const response = await fetch(`${root}/${path}.json`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Contents;
};

let reader: Promise<CatalogReader> | undefined;

const open = async (): Promise<CatalogReader> => {
  const manifest = await fetched<Manifest>('manifest');
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
    vocabulary: () => once<{ common: string; rare: string }>('vocabulary'),
  };
};

/** Rejects where the catalog cannot be reached; the next call tries again. */
export const catalogReader = (): Promise<CatalogReader> => {
  reader ??= open();
  reader.catch(() => {
    reader = undefined;
  });
  return reader;
};
