/** Entries as open data: one record each, the same in the files of an entry and of its collection. */
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { plain } from '../lib/open-data/plain.ts';
import { slugPattern } from '../lib/text.ts';
import { site } from '../site.ts';
import { absoluteAddress, citedCollections, digestOf, isCited, workOf } from './citations.ts';
import { published, type Entry } from './entries.ts';
import { memo } from './memo.ts';
import { addressOf, kinds, type CollectionName } from '../kinds/index.ts';

/** Under this path nothing that a program relies on changes; a new form gets a new number. */
export const dataRoot = '/data/v1/';

/** Collections whose records are published: every one with pages, and the topics. */
export const openCollections: readonly CollectionName[] = [...citedCollections, 'topics'];

const schemaAddress = (collection: CollectionName): string => absoluteAddress(`${dataRoot}schemas/${collection}.json`);

export const recordOf = memo((entry: Entry) => ({
  $schema: schemaAddress(entry.collection),
  id: entry.id,
  collection: entry.collection,
  address: absoluteAddress(addressOf(entry)),
  sha256: digestOf(entry),
  license: site.license.spdx,
  ...(isCited(entry) ? { citation: workOf(entry) } : {}),
  data: plain(entry.data),
}));

/** A published record: what identifies it, then the entry's own fields under `data`. */
export const recordSchema = (collection: CollectionName): Shape => {
  const { $schema, ...data } = shapeOf(collection);
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaAddress(collection),
    title: kinds[collection].one,
    type: 'object',
    required: ['id', 'collection', 'address', 'sha256', 'license', 'data'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Address of this schema' },
      id: {
        type: 'string',
        pattern: slugPattern.source,
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

export const recordsOf = async (collection: CollectionName) => (await published(collection)).map(recordOf);

/** Every record of a collection in one file. */
export const collectionFile = async (collection: CollectionName) => ({
  collection,
  schema: schemaAddress(collection),
  license: site.license.href,
  notice: `${site.notice.lead} ${site.notice.text}`,
  entries: await recordsOf(collection),
});
