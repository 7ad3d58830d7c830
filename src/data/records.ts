/** Entries as open data: one record each, the same in the files of an entry and of its collection. */
import { plain } from '../lib/open-data/plain.ts';
import { site } from '../site.ts';
import { absoluteAddress, citedCollections, digestOf, isCited, workOf } from './citations.ts';
import { published, type Entry } from './entries.ts';
import { memo } from './memo.ts';
import { addressOf, type CollectionName } from '../kinds/index.ts';

/** Under this path nothing that a program relies on changes; a new form gets a new number. */
export const dataRoot = '/data/v1/';

/** Collections whose records are published: every one with pages, and the topics. */
export const openCollections: readonly CollectionName[] = [...citedCollections, 'topics'];

export const schemaAddress = (collection: CollectionName): string =>
  absoluteAddress(`${dataRoot}schemas/${collection}.json`);

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

export const recordsOf = async (collection: CollectionName) => (await published(collection)).map(recordOf);
