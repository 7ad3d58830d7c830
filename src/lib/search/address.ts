/** The view in the address, so that Back, reload and sharing keep it: ?q=body+cams&topic=technology&state=texas&sort=date. */
import { facetNames, type FacetName } from './facets.ts';

export interface SearchState {
  text: string;
  /** Slugs of the chosen values. */
  chosen: Partial<Record<FacetName, string[]>>;
  sort: 'relevance' | 'date';
}

/** Longer than any question; what is pasted beyond it is left out. */
export const longestText = 200;
const mostValues = 60;

export const stateFrom = (query: string): SearchState => {
  const parameters = new URLSearchParams(query);
  const chosen: SearchState['chosen'] = {};
  for (const name of facetNames) {
    const values = [...new Set(parameters.getAll(name))].filter(Boolean).slice(0, mostValues);
    if (values.length > 0) chosen[name] = values;
  }
  return {
    text: (parameters.get('q') ?? '').slice(0, longestText),
    chosen,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
};

/** Empty where nothing is asked for; otherwise begins with “?”. */
export const queryFrom = ({ text, chosen, sort }: SearchState): string => {
  const parameters = new URLSearchParams();
  if (text.trim()) parameters.set('q', text.trim());
  for (const name of facetNames) for (const value of chosen[name] ?? []) parameters.append(name, value);
  if (sort === 'date') parameters.set('sort', sort);
  const query = parameters.toString();
  return query && `?${query}`;
};

export const isEmpty = ({ text, chosen }: SearchState): boolean =>
  text.trim().length < 2 && Object.keys(chosen).length === 0;
