/** Entries as open data: one record each, the same in the files of an entry and of its collection. */
import { addressOf } from '../lib/addresses.ts';
import type { CslItem } from '../lib/citation/csl.ts';
import { plain, type Plain } from '../lib/open-data/plain.ts';
import type { CollectionName } from '../kinds/fields.ts';
import { site } from '../site.ts';
import { absoluteAddress, citedCollections, digestOf, workOf, type CitedEntry } from './citations.ts';
import { perEntry, published, type Entry } from './entries.ts';

/** Under this path nothing that a program relies on changes; a new form gets a new number. */
export const dataRoot = '/data/v1/';

/** Collections whose records are published: every one with pages, and the topics. */
export const openCollections = [...citedCollections, 'topics'] as const satisfies readonly CollectionName[];

interface EntryRecord {
  $schema: string;
  id: string;
  collection: CollectionName;
  address: string;
  sha256: string;
  license: string;
  citation?: CslItem;
  data: Plain;
}

export const schemaAddress = (collection: CollectionName): string =>
  absoluteAddress(`${dataRoot}schemas/${collection}.json`);

const isCited = (entry: Entry): entry is CitedEntry => entry.collection !== 'topics';

export const recordOf = perEntry((entry: Entry): EntryRecord => ({
  $schema: schemaAddress(entry.collection),
  id: entry.id,
  collection: entry.collection,
  address: absoluteAddress(addressOf(entry)),
  sha256: digestOf(entry),
  license: site.license.spdx,
  ...(isCited(entry) ? { citation: workOf(entry) } : {}),
  data: plain(entry.data),
}));

export const recordsOf = async (collection: CollectionName): Promise<EntryRecord[]> =>
  (await published(collection)).map(recordOf);
