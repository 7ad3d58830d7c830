/** The filters: built once from the catalog, then only counted anew, so that focus stays where it is. */
import type { Manifest } from '../../lib/search/catalog.ts';
import { facetLabels, facetNames, type FacetName } from '../../lib/search/facets.ts';
import type { Filters } from '../../lib/search/search.ts';
import { part } from '../part.ts';
import { cloned } from './view.ts';

export type Chosen = Partial<Record<FacetName, string[]>>;

const boxesOf = (root: ParentNode, name?: FacetName): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>(name ? `input[name="${name}"]` : '.facet input[type="checkbox"]'),
];

/** Places of the chosen values in the manifest, and whether any was not known. */
export const filtersFrom = (chosen: Chosen, { facets }: Manifest): { filters: Filters; hasUnknown: boolean } => {
  const filters: Partial<Record<FacetName, number[]>> = {};
  let hasUnknown = false;
  for (const name of facetNames) {
    for (const slug of chosen[name] ?? []) {
      const place = facets[name].findIndex((value) => value.slug === slug);
      if (place < 0) hasUnknown = true;
      else (filters[name] ??= []).push(place);
    }
  }
  return { filters, hasUnknown };
};

export const buildFacets = (root: HTMLElement, { facets }: Manifest, names: readonly FacetName[]): void => {
  const list = part(root, '[data-facets]', HTMLElement);
  if (list.childElementCount > 0) return;
  for (const name of names) {
    const group = cloned(root, 'facet');
    group.dataset['facet'] = name;
    part(group, 'summary', HTMLElement).textContent = facetLabels[name];
    part(group, 'legend', HTMLElement).textContent = facetLabels[name];
    part(group, 'ul', HTMLUListElement).append(
      ...facets[name].map(({ label, slug }) => {
        const choice = cloned(root, 'choice');
        const box = part(choice, 'input', HTMLInputElement);
        box.name = name;
        box.value = slug;
        part(choice, '.choice-label', HTMLElement).textContent = label;
        return choice;
      }),
    );
    list.append(group);
  }
};

export const chosenIn = (root: ParentNode, names: readonly FacetName[]): Chosen => {
  const chosen: Chosen = {};
  for (const name of names) {
    const values = boxesOf(root, name).flatMap(({ checked, value }) => (checked ? value : []));
    if (values.length > 0) chosen[name] = values;
  }
  return chosen;
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
