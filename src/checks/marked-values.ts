/** What a field points at, beyond its own text: another entry, a file, a web address, a day. */
import { shapeOf, visit, type Shape } from '../lib/shape.ts';
import type { Entry } from './project.ts';

interface MarkedValue {
  /** With `references` or `kind`. */
  shape: Shape;
  value: unknown;
  path: (string | number)[];
}

/** Gathered once: several rules ask. */
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
