/** Every entry as a work that can be cited. */
import { addressOf } from '../lib/addresses.ts';
import { citationKey, type CslItem } from '../lib/citation/csl.ts';
import { pageWork, publicationWork } from '../lib/citation/works.ts';
import { collectionLabels } from '../lib/labels.ts';
import { evidenceCollections, type CollectionName } from '../kinds/fields.ts';
import { site } from '../site.ts';
import { perEntry, published, type Entry } from './entries.ts';

/** Collections whose entries have a page, a citation and a record of their own. */
export const citedCollections = [
  ...evidenceCollections,
  'assistance',
  'experts',
  'ta-types',
  'pages',
] as const satisfies readonly CollectionName[];
export type CitedCollection = (typeof citedCollections)[number];
export type CitedEntry = Entry<CitedCollection>;

/** SHA-256 of the entry's file, in hexadecimal. */
export const digestOf = (entry: Entry): string => String(entry.digest ?? '');

export const absoluteAddress = (path: string): string => new URL(path, site.address).href;

export const workOf = perEntry((entry: CitedEntry): CslItem => {
  const key = citationKey(entry.collection, entry.id);
  const address = absoluteAddress(addressOf(entry));
  if (entry.collection === 'research-spotlights')
    return publicationWork({ key, publication: entry.data, describedAt: address });
  if (entry.collection === 'resources') {
    const { kind, journal, volume, issue, pages } = entry.data;
    return publicationWork({
      key,
      publication: entry.data,
      kind,
      article: { journal, volume, issue, pages },
      describedAt: address,
    });
  }
  const { title, reviewed } = entry.data;
  return pageWork({
    key,
    title,
    label: collectionLabels[entry.collection].one,
    reviewed,
    address,
    siteName: site.name,
    digest: digestOf(entry),
  });
});

/** Every published entry that can be cited, in the order of the collections. */
export const citedEntries = async (): Promise<CitedEntry[]> => {
  const lists = await Promise.all(citedCollections.map((collection) => published(collection)));
  return lists.flat();
};

/** Path of an entry's file in another format, beside its page: `/program-profiles/boston-massachusetts-2009.ris`. */
export const fileBeside = (entry: { collection: CollectionName; id: string }, ending: string): string =>
  `${addressOf(entry).replace(/\/$/, '')}.${ending}`;
