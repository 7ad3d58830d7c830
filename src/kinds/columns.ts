/** The columns of a collection's CSV and their types, drawn from its JSON Schema. */
import type { Shape } from './shape.ts';
import type { Row } from '../lib/open-data/csv.ts';
import type { Plain } from '../lib/open-data/plain.ts';

/** A column of a CSV file; the types are those of Frictionless Table Schema 1. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'array';
  description: string | undefined;
}

const typeOf = (schema: Shape): Column['type'] => {
  if (schema.kind === 'day') return 'date';
  if (schema.type === 'integer' || schema.type === 'number' || schema.type === 'boolean') return schema.type;
  // A list of plain words is joined and is text; a list of objects is written as JSON.
  return schema.type === 'array' && schema.items?.type !== 'string' ? 'array' : 'string';
};

/** Objects become `design.kind`; lists stay one column. */
export const columnsIn = (schema: Shape | undefined, prefix = ''): Column[] =>
  Object.entries(schema?.properties ?? {}).flatMap(([name, field]): Column[] =>
    field.type === 'object'
      ? columnsIn(field, `${prefix}${name}.`)
      : [{ name: `${prefix}${name}`, type: typeOf(field), description: field.description }],
  );

export const columnsOf = (fields: Shape): Column[] => [
  { name: 'id', type: 'string', description: 'Unique in its collection; never changes' },
  { name: 'address', type: 'string', description: 'Permanent address of the page' },
  { name: 'sha256', type: 'string', description: 'SHA-256 of the entry’s file: names the version' },
  ...columnsIn(fields),
];

/** One row, its keys the names of the columns. */
export const flattened = (data: Plain, prefix = ''): Row => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const row: Row = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      Object.assign(row, flattened(value, `${prefix}${name}.`));
    else row[`${prefix}${name}`] = value;
  }
  return row;
};
