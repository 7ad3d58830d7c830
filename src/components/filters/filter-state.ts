/** What a list shows: read from the address, and written back. Ids only; no DOM, so that Node can test it. */
import { countsOf } from '../../lib/counts.ts';
import { idsIn, shortened } from '../../lib/ids-in-address.ts';

/** Values of each filter that a list offers, by id. */
type Offered = ReadonlyMap<string, ReadonlySet<string>>;

export interface Choice {
  /** One value a filter. */
  chosen: ReadonlyMap<string, string>;
  /** A set named entry by entry; undefined where the filters alone decide. */
  ids: readonly string[] | undefined;
}

export interface FilterState extends Choice {
  /** Asked for, and no filter or value of this list: “color”, “state: ZZ”. Shown to the reader, so cut to a length that fits. */
  unknown: readonly string[];
  /** Second and later values of a filter, which takes one. */
  leftOut: readonly string[];
}

/** The kind stands in the address for the search page, which takes the same filters. */
const ignored = new Set(['kind']);

/** Whatever stands in the address, the result is known ids and plain text. */
export const filterStateFrom = (query: string, offered: Offered): FilterState => {
  const chosen = new Map<string, string>();
  const unknown = new Set<string>();
  const leftOut = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === 'ids' || ignored.has(name) || value === '') continue;
    const values = offered.get(name);
    if (!values) unknown.add(shortened(name));
    else if (!values.has(value)) unknown.add(shortened(`${name}: ${value}`));
    else if (!chosen.has(name)) chosen.set(name, value);
    else if (chosen.get(name) !== value) leftOut.add(`${name}: ${value}`);
  }
  return { chosen, ids: idsIn(query), unknown: [...unknown], leftOut: [...leftOut] };
};

/** Empty where all is shown; otherwise begins with “?”. Commas stay readable. */
export const filterQuery = ({ chosen, ids }: Choice): string => {
  const parameters = new URLSearchParams([...chosen]).toString();
  const parts = [parameters, ids && `ids=${ids.map(encodeURIComponent).join(',')}`].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
};

export interface FilteredRow {
  id: string;
  /** Ids of its values, by filter. */
  facets: ReadonlyMap<string, readonly string[]>;
}

export const matches = (row: FilteredRow, { chosen, ids }: Choice): boolean =>
  (ids === undefined || ids.includes(row.id)) &&
  [...chosen].every(([name, value]) => row.facets.get(name)?.includes(value) ?? false);

/** How many rows each value of a filter would leave beside the other filters. */
export const countsBeside = (name: string, rows: readonly FilteredRow[], { chosen, ids }: Choice) => {
  const others = new Map([...chosen].filter(([other]) => other !== name));
  const left = rows.filter((row) => matches(row, { chosen: others, ids }));
  return countsOf(left.flatMap(({ facets }) => facets.get(name) ?? []));
};
