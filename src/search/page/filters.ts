/** The filters: built once from the catalog, then only counted anew, so that focus stays where it is. */
import { make, part } from '../../components/dom.ts';
import { slugOf } from '../../lib/text.ts';
import type { Manifest } from '../format.ts';
import { facetLabels, facetNames, type FacetName } from '../../lib/facets.ts';
import type { Filters } from '../search.ts';
import type { Chosen } from './address.ts';

const boxesOf = (root: ParentNode, name?: FacetName): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>(name ? `input[name="${name}"]` : '.facet input[type="checkbox"]'),
];

/** Addresses of the first years named values by their words: `state=texas`, `kind=program-profile`. They still lead there. */
const placeOf = (facets: Manifest['facets'], name: FacetName, value: string): number => {
  const place = facets[name].findIndex(({ id }) => id === value);
  return place >= 0 ? place : facets[name].findIndex(({ id, label }) => slugOf(label) === value || id === `${value}s`);
};

/** Places of the chosen values in the manifest, the same choice by ids alone, and whether any was not known. */
export const filtersFrom = (
  chosen: Chosen,
  { facets }: Manifest,
): { filters: Filters; ids: Chosen; hasUnknown: boolean } => {
  const filters: Partial<Record<FacetName, number[]>> = {};
  const ids: Chosen = {};
  let hasUnknown = false;
  for (const name of facetNames) {
    for (const value of chosen[name] ?? []) {
      const place = placeOf(facets, name, value);
      if (place < 0) hasUnknown = true;
      else (filters[name] ??= []).push(place);
      ids[name] = [...(ids[name] ?? []), facets[name][place]?.id ?? value];
    }
  }
  return { filters, ids, hasUnknown };
};

/** `names` in the order in which they stand. What is ticked goes with the form of the question, though it stands beside it. */
export const buildFilters = (root: HTMLElement, { facets }: Manifest, names: readonly FacetName[]): void => {
  const form = part(root, 'form', HTMLFormElement).id;
  const groups = names.map((name) => {
    const legend = make('legend', { class: 'visually-hidden' }, facetLabels[name]);
    const choices = facets[name].map(({ id, label }) => {
      const box = make('input', { type: 'checkbox', name, value: id, form });
      return make('li', {}, make('label', {}, box, ' ', label, ' ', make('span', { class: 'choice-count' })));
    });
    const fieldset = make('fieldset', {}, legend, make('ul', { role: 'list' }, ...choices));
    return make('details', { class: 'facet', 'data-facet': name }, make('summary', {}, facetLabels[name]), fieldset);
  });
  part(root, '[data-facets]', HTMLElement).replaceChildren(...groups);
};

export const setChosen = (root: ParentNode, chosen: Chosen): void => {
  for (const box of boxesOf(root)) box.checked = chosen[box.name as FacetName]?.includes(box.value) ?? false;
  for (const name of facetNames) {
    const group = root.querySelector(`[data-facet="${name}"]`);
    if (group instanceof HTMLDetailsElement && chosen[name]) group.open = true;
  }
};

/** Counts beside the values; what would leave nothing is not offered. */
export const showCounts = (
  root: ParentNode,
  counts: Record<FacetName, number[]>,
  names: readonly FacetName[],
): void => {
  for (const name of names) {
    const boxes = boxesOf(root, name);
    for (const [place, box] of boxes.entries()) {
      const count = counts[name][place] ?? 0;
      const item = box.closest('li');
      if (!item) continue;
      item.hidden = count === 0 && !box.checked;
      part(item, '.choice-count', HTMLElement).textContent = `(${count.toLocaleString('en-US')})`;
    }
    const group = root.querySelector<HTMLElement>(`[data-facet="${name}"]`);
    if (group) group.hidden = boxes.every((box) => box.closest('li')?.hidden ?? true);
  }
};

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/**
 * What is found, in one line: each shelf leads to its part of the results. `addressFor` gives the address of the view with
 * these kinds alone.
 */
export const showKinds = (
  root: ParentNode,
  counts: Record<FacetName, number[]>,
  { facets }: Manifest,
  chosen: Chosen,
  addressFor: (kinds: readonly string[]) => string,
): void => {
  const items = [...part(root, '[data-kinds]', HTMLElement).children].map((item) => {
    const link = part(item, 'a', HTMLAnchorElement);
    const kinds = link.dataset['of']?.split(' ') ?? [];
    const count = facets.kind.reduce(
      (sum, { id }, place) => sum + (kinds.length === 0 || kinds.includes(id) ? (counts.kind[place] ?? 0) : 0),
      0,
    );
    link.href = addressFor(kinds);
    if (isSame(kinds, chosen.kind ?? [])) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    part(item, '.choice-count', HTMLElement).textContent = count.toLocaleString('en-US');
    return { item, count };
  });
  const isChoice = items.filter(({ count }) => count > 0).length > 2;
  // Its place stays: the results below are being read.
  for (const { item, count } of items) item.toggleAttribute('hidden', !isChoice || count === 0);
};
