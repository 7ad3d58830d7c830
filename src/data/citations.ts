/** Every entry as a work that can be cited. */
import { addressOf, collectionNames, kinds, type CollectionName } from '../kinds/index.ts';
import { citationKey, dateParts, type CslItem } from '../lib/citation/csl.ts';
import type { Cited } from '../kinds/kind.ts';
import { withdrawnLabel } from '../lib/labels.ts';
import { site } from '../site.ts';
import { published, withdrawalOf, type Entry, type Withdrawal } from './entries.ts';
import { memo } from './memo.ts';

/** Collections whose entries have a page, a citation and a record of their own: all but the topics, which lead to them. */
export type CitedCollection = Exclude<CollectionName, 'topics'>;
export type CitedEntry = Entry<CitedCollection>;
export const citedCollections = collectionNames.filter((name): name is CitedCollection => name !== 'topics');

export const isCited = (entry: Entry): entry is CitedEntry => entry.collection !== 'topics';

/** Where it was taken back, why, before its summary: for who does not see the notice on its page. */
export const summaryWithNotice = ({ data: { summary, withdrawn } }: CitedEntry): string =>
  withdrawn ? `${withdrawnLabel}. ${withdrawn.reason} ${summary}` : summary;

/** SHA-256 of the entry's file, in hexadecimal. */
export const digestOf = ({ digest }: { digest?: unknown }): string => String(digest ?? '');

export const absoluteAddress = (path: string): string => new URL(path, site.address).href;

export const citedAs = (entry: { collection: CollectionName; id: string; digest?: unknown }): Cited => ({
  key: citationKey(entry.collection, entry.id),
  address: absoluteAddress(addressOf(entry)),
  siteName: site.name,
  digest: digestOf(entry),
});

/** A page of this site. `label`: what it is, “Project profile”. */
const pageWork = (
  label: string,
  { title, reviewed }: { title: string; reviewed: string },
  { key, address, siteName, digest }: Cited,
): CslItem => ({
  id: key,
  type: 'webpage',
  title,
  author: [{ literal: siteName }],
  issued: { 'date-parts': [dateParts(reviewed)] },
  genre: label,
  URL: address,
  note: `Version of ${reviewed}, SHA-256 ${digest.slice(0, 12)}`,
  language: 'en-US',
});

/** Said first in the note: no format of references has a field for it that other programs read. */
const withdrawnWork = (work: CslItem, { date, reason }: Withdrawal): CslItem => ({
  ...work,
  note: [`Withdrawn ${date}: ${reason}`, work.note].filter(Boolean).join(' '),
});

const makeWork = <C extends CollectionName>(entry: Entry<C>): CslItem => {
  const { one, work } = kinds[entry.collection];
  const cited = citedAs(entry);
  return work?.(entry.data, cited) ?? pageWork(one, entry.data, cited);
};

export const workOf = memo((entry: CitedEntry): CslItem => {
  const work = makeWork(entry);
  const withdrawal = withdrawalOf(entry);
  return withdrawal ? withdrawnWork(work, withdrawal) : work;
});

/** Every published entry that can be cited, in the order of the collections. */
export const citedEntries = async (): Promise<CitedEntry[]> => {
  const lists = await Promise.all(citedCollections.map((collection) => published<CitedCollection>(collection)));
  return lists.flat();
};

/** Path of an entry's file in another format, beside its page: `/program-profiles/boston-massachusetts-2009.ris`. */
export const fileBeside = (entry: { collection: CollectionName; id: string }, ending: string): string =>
  `${addressOf(entry).replace(/\/$/, '')}.${ending}`;
