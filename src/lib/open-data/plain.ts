/** The fields of an entry as an editor wrote them: a link to another entry is its file name again. */
import { isReference } from '../entry-reference.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { [key: string]: Plain };

export const plain = (value: unknown): Plain => {
  if (isReference(value)) return value.path ?? value.id;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item)]])),
    );
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};
