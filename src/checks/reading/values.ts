/** The values of an entry’s fields, gathered once: many rules ask. */
import { shapeOf, visit, type Shape } from '../../kinds/shape.ts';
import type { Entry } from './entry.ts';
import type { Frontmatter } from './frontmatter.ts';

/** What a field points at, beyond its own text: another entry, a file, a web address, a day. */
interface MarkedValue {
  /** With `references` or `kind`. */
  shape: Shape;
  value: unknown;
  path: (string | number)[];
}

const marked = new WeakMap<Entry, readonly MarkedValue[]>();

/** Every such value of an entry, in the order of its schema’s walk. */
export const markedValuesOf = (entry: Entry): readonly MarkedValue[] => {
  const known = marked.get(entry);
  if (known) return known;
  const found: MarkedValue[] = [];
  visit(shapeOf(entry.collection), entry.frontmatter?.values, (shape, value, path) => {
    if (shape.references || shape.kind) found.push({ shape, value, path });
  });
  marked.set(entry, found);
  return found;
};

interface ScalarAt {
  path: (string | number)[];
  value: unknown;
}

const scalars = new WeakMap<Frontmatter, readonly ScalarAt[]>();

/** Every scalar with its path, in the order of the file. */
export const scalarsOf = (frontmatter: Frontmatter): readonly ScalarAt[] => {
  const known = scalars.get(frontmatter);
  if (known) return known;
  const found: ScalarAt[] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    else found.push({ path, value });
  };
  walk(frontmatter.values, []);
  scalars.set(frontmatter, found);
  return found;
};

/** The groups of fields in a list, with their places; none where it is no list. */
export const groupsIn = (value: unknown): [index: number, group: Record<string, unknown>][] =>
  [...(Array.isArray(value) ? value : []).entries()].filter(([, item]) => typeof item === 'object' && item !== null);

/** The text of every field that is one. */
export const wordsOf = ({ frontmatter }: Entry): { path: (string | number)[]; value: string }[] =>
  (frontmatter ? scalarsOf(frontmatter) : []).flatMap(({ path, value }) =>
    typeof value === 'string' ? [{ path, value }] : [],
  );
