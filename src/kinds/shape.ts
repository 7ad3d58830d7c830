/** The schemas in a form that can be walked: JSON Schema, with what `.meta()` adds. */
import { z } from 'zod';
import { partialDatePattern } from '../lib/dates.ts';
import { kinds, type CollectionName } from './index.ts';

export interface Shape {
  $schema?: string;
  $id?: string;
  title?: string;
  type?: string;
  description?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  enum?: string[];
  const?: string;
  pattern?: string;
  format?: string;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  additionalProperties?: boolean;
  /** The collection a reference points into; `any` where the value names the folder too. */
  references?: CollectionName | 'any';
  /** What a piece of text is: a day, a date as exact as known, a web address, a file beside the entry. */
  kind?: 'day' | 'partial-date' | 'web-address' | 'file';
}

const shapes = new Map<CollectionName, Shape>();

/** The frontmatter of a collection, as an editor writes it. */
export const shapeOf = (collection: CollectionName): Shape => {
  const known = shapes.get(collection);
  if (known) return known;
  const shape = z.toJSONSchema(kinds[collection].schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // What zod cannot show of a preprocessed value: the date in a file that was read is always text.
      if (jsonSchema['kind'] === 'partial-date')
        Object.assign(jsonSchema, { type: 'string', pattern: partialDatePattern });
    },
  }) as Shape;
  shapes.set(collection, shape);
  return shape;
};

/** The branch of an “either, or” that a value means: the one that shares most keys with it. */
export const branchFor = (shape: Shape, value: unknown): Shape => {
  if (!shape.anyOf) return shape;
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const score = (one: Shape) => keys.filter((key) => one.properties?.[key]).length;
  return shape.anyOf.reduce((best, one) => (score(one) > score(best) ? one : best));
};

/** The shape at a path, choosing branches by the value found there. */
export const shapeAt = (shape: Shape, path: readonly PropertyKey[], value: unknown): Shape | undefined => {
  let here: Shape | undefined = branchFor(shape, value);
  let inside = value;
  for (const step of path) {
    if (typeof step === 'number') {
      here = here?.items;
      inside = Array.isArray(inside) ? inside[step] : undefined;
    } else {
      here = here?.properties?.[String(step)];
      inside =
        typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[String(step)] : undefined;
    }
    if (here) here = branchFor(here, inside);
  }
  return here;
};
