/** JSON Schemas of the published records, generated from the schemas that check the entries. */
import { shapeOf, type Shape } from './shape.ts';
import { type CollectionName, kinds } from './index.ts';

/** A published record: what identifies it, then the entry's own fields under `data`. */
export const recordSchema = (collection: CollectionName, address: string): Shape => {
  const { $schema, ...data } = shapeOf(collection);
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: kinds[collection].one,
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
