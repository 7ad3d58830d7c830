/** JSON Schemas of the published records, generated from the schemas that check the entries. */
import { z } from 'zod';
import type { CollectionName } from '../../schemas/fields.ts';
import { schemas } from '../../schemas/index.ts';
import { collectionLabels } from '../labels.ts';

export interface JsonSchema {
  $schema?: string;
  $id?: string;
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  enum?: (string | number)[];
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: boolean;
  kind?: string;
  references?: string;
  const?: string;
}

/** The frontmatter of a collection, as an editor writes it. */
const frontmatterSchema = (collection: CollectionName): JsonSchema =>
  z.toJSONSchema(schemas[collection], {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // What zod cannot show of a preprocessed value: the published date is always text.
      if (jsonSchema['kind'] === 'partial-date')
        Object.assign(jsonSchema, { type: 'string', pattern: '^\\d{4}(-\\d{2}){0,2}$' });
    },
  }) as JsonSchema;

const cache = new Map<CollectionName, JsonSchema>();

/** The fields of a collection's entries; read once a build. */
export const fieldsOf = (collection: CollectionName): JsonSchema => {
  const known = cache.get(collection);
  if (known) return known;
  const schema = frontmatterSchema(collection);
  cache.set(collection, schema);
  return schema;
};

/** A published record: what identifies it, then the entry's own fields under `data`. */
export const recordSchema = (collection: CollectionName, address: string): JsonSchema => {
  const { $schema, ...data } = fieldsOf(collection);
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: collectionLabels[collection].one,
    type: 'object',
    required: ['id', 'collection', 'address', 'sha256', 'license', 'data'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Address of this schema' },
      id: {
        type: 'string',
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        description: 'Unique in its collection; never changes',
      },
      collection: { type: 'string', const: collection },
      address: { type: 'string', description: 'Permanent address of the page' },
      sha256: {
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
        description: 'SHA-256 of the entry’s file: names the version',
      },
      license: { type: 'string', description: 'SPDX name of the license of this record' },
      citation: { type: 'object', description: 'What to cite, as CSL-JSON 1.0.2' },
      data,
    },
  };
};
