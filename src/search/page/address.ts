/** The view in the address, so that Back, reload and sharing keep it: ?q=body+cams&topic=technology&state=TX&sort=date. */
import { facetNames, type FacetName } from '../../lib/facets.ts';

/** Ids of the chosen values. */
export type Chosen = Partial<Record<FacetName, readonly string[]>>;

export interface SearchState {
  text: string;
  chosen: Chosen;
  sort: 'relevance' | 'date';
}

/** Longer than any question; what is pasted beyond it is left out. */
export const longestText = 200;
const valueLimit = 60;

export const stateFrom = (query: string): SearchState => stateOf(new URLSearchParams(query));

/** What the form asks for: its fields have the names of the address. */
export const stateIn = (form: HTMLFormElement): SearchState => stateOf(new FormData(form));

const stateOf = (parameters: URLSearchParams | FormData): SearchState => {
  const chosen: Chosen = {};
  for (const name of facetNames) {
    const values = [...new Set(parameters.getAll(name).map(String))].filter(Boolean).slice(0, valueLimit);
    if (values.length > 0) chosen[name] = values;
  }
  return {
    text: String(parameters.get('q') ?? '').slice(0, longestText),
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

/** Nothing is asked for yet: no text or the first letter of one, and no filter. */
export const isEmpty = ({ text, chosen }: SearchState): boolean =>
  (text.trim() === '' || /^[\p{L}\p{N}]$/u.test(text.trim())) && Object.keys(chosen).length === 0;
