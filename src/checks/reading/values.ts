/** The values of an entry’s fields, for rules that ask of many at once. */
import { branchFor, type Shape } from '../../kinds/shape.ts';

interface At<Value> {
  path: (string | number)[];
  value: Value;
  /** What the schema wants there; undefined in a field that it does not know. */
  shape: Shape | undefined;
}

/** Every scalar, in the order of the file. */
export const scalarsIn = (value: unknown, shape: Shape | undefined, path: (string | number)[] = []): At<unknown>[] => {
  const here = shape && branchFor(shape, value);
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsIn(item, here?.items, [...path, index]));
  if (typeof value !== 'object' || value === null) return [{ path, value, shape: here }];
  return Object.entries(value).flatMap(([key, item]) => scalarsIn(item, here?.properties?.[key], [...path, key]));
};

/** Those that are text. */
export const wordsIn = (scalars: readonly At<unknown>[]): At<string>[] =>
  scalars.filter((one): one is At<string> => typeof one.value === 'string');

/** Those that point beyond their own text: at another entry, a file, a web address, a day. */
export const markedIn = (words: readonly At<string>[]): (At<string> & { shape: Shape })[] =>
  words.flatMap((one) => (one.shape?.references || one.shape?.kind ? { ...one, shape: one.shape } : []));

/** The groups of fields in a list, with their places; none where it is no list. */
export const groupsIn = (value: unknown): [index: number, group: Record<string, unknown>][] =>
  [...(Array.isArray(value) ? value : []).entries()].filter(([, item]) => typeof item === 'object' && item !== null);
