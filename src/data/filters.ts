/** By what a list can be narrowed: the facets of the search, for the entries of the list. */
import type { CollectionName } from '../kinds/index.ts';
import { countsOf } from '../lib/counts.ts';
import type { Reference } from '../lib/entry-reference.ts';
import { facetLabels, type FacetName } from '../lib/facets.ts';

import { published, publishedAt } from './entries.ts';
import { entryFacets, facetWords } from './search-records.ts';

export interface OfferedFilter {
  name: FacetName;
  label: string;
  /** In a fixed order, none without an entry. */
  options: { id: string; label: string; count: number }[];
}

/** Ids of the values of an entry, by filter. */
export type RowFacets = Partial<Record<FacetName, readonly string[]>>;

/** Lists of words that have an order of their own; the others go by the words. */
const inOwnOrder: readonly FacetName[] = ['design', 'result', 'material'];

/** An expert has no state: the states are those of the projects that the expert was matched with. */
const statesOfExpert = async (id: string): Promise<string[]> => [
  ...new Set(
    (await published('program-profiles'))
      .filter(({ data }) => data.experts.some((expert) => expert.id === id))
      .map(({ data }) => data.state),
  ),
];

export const listFilters = async (named: readonly Reference<CollectionName>[], names: readonly FacetName[]) => {
  const words = await facetWords();
  const facetsById = new Map<string, RowFacets>();
  for (const reference of named) {
    const entry = await publishedAt(reference);
    if (!entry) continue;
    const all = await entryFacets(entry);
    const facets = entry.collection === 'experts' ? { ...all, state: await statesOfExpert(entry.id) } : all;
    facetsById.set(entry.id, Object.fromEntries(names.map((name) => [name, facets[name] ?? []])));
  }
  const filters = names.map((name): OfferedFilter => {
    const counts = countsOf([...facetsById.values()].flatMap((facets) => facets[name] ?? []));
    const order = Object.keys(words[name]);
    return {
      name,
      label: facetLabels[name],
      options: [...counts]
        .map(([id, count]) => ({ id, label: words[name][id] ?? id, count }))
        .sort((a, b) =>
          inOwnOrder.includes(name)
            ? order.indexOf(a.id) - order.indexOf(b.id)
            : name === 'year' || name === 'cohort'
              ? b.id.localeCompare(a.id, 'en')
              : a.label.localeCompare(b.label, 'en'),
        ),
    };
  });
  return { filters: filters.filter(({ options }) => options.length > 1), facetsById };
};
