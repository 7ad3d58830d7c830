/** The values of an entry’s fields, for rules that ask of many at once. */
import { shapeOf, visit, type Shape } from '../../kinds/shape.ts';
import type { CollectionName } from '../../kinds/index.ts';

interface At<Value> {
  path: (string | number)[];
  value: Value;
}

/** Every scalar, in the order of the file. */
export const scalarsIn = (value: unknown, path: (string | number)[] = []): At<unknown>[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, item]) => scalarsIn(item, [...path, key]));
};

/** Those that are text. */
export const wordsIn = (scalars: readonly At<unknown>[]): At<string>[] =>
  scalars.filter((one): one is At<string> => typeof one.value === 'string');

/** What a field points at, beyond its own text: another entry, a file, a web address, a day. */
export interface MarkedValue extends At<unknown> {
  /** With `references` or `kind`. */
  shape: Shape;
}

/** Every such value, in the order of its schema’s walk. */
export const markedValuesIn = (collection: CollectionName, values: Record<string, unknown>): MarkedValue[] => {
  const found: MarkedValue[] = [];
  visit(shapeOf(collection), values, (shape, value, path) => {
    if (shape.references || shape.kind) found.push({ shape, value, path });
  });
  return found;
};

/** The groups of fields in a list, with their places; none where it is no list. */
export const groupsIn = (value: unknown): [index: number, group: Record<string, unknown>][] =>
  [...(Array.isArray(value) ? value : []).entries()].filter(([, item]) => typeof item === 'object' && item !== null);
