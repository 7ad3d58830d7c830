/** What is cited on a page: the publication it describes, or the page itself. */
import type { Author } from '../people.ts';
import type { Withdrawal } from '../sources.ts';
import { resourceKindLabels, type ResourceKind } from '../labels.ts';
import { cslName, dateParts, pageRange, type CslItem, type CslType } from './csl.ts';

/** What a citation needs beside the entry. */
export interface Cited {
  /** Unique in the whole library. */
  key: string;
  /** Of the page on this site, whole. */
  address: string;
  siteName: string;
  /** SHA-256 of the entry’s file, in hexadecimal. */
  digest: string;
}

/** What a publication's entry says of it. */
interface Publication {
  title: string;
  reviewed: string;
  authors: readonly Author[];
  year?: number | undefined;
  publisher?: string | undefined;
  url?: string | undefined;
  doi?: string | undefined;
  pageCount?: number | undefined;
  number?: string | undefined;
  journal?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
}

const typeOfKind: Partial<Record<ResourceKind, CslType>> = {
  article: 'article-journal',
  book: 'book',
  thesis: 'thesis',
};

/** Leaves out what is not known, so that no format prints “undefined”. */
const known = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** `kind` is undefined for a research spotlight. */
export const publicationWork = (data: Publication, { key, address }: Cited, kind?: ResourceKind): CslItem => {
  const { title, reviewed, authors, year, publisher, url, doi, number } = data;
  const label = kind ? resourceKindLabels[kind].one : 'Research spotlight';
  const type = (kind && typeOfKind[kind]) ?? 'report';
  const hasGenre = type === 'thesis' || (type === 'report' && kind !== 'report' && !number);
  return known<CslItem>({
    id: key,
    type,
    title,
    author: authors.length > 0 ? authors.map(cslName) : undefined,
    issued: year ? { 'date-parts': [[year]] } : undefined,
    accessed: year || doi || !url ? undefined : { 'date-parts': [dateParts(reviewed)] },
    'container-title': data.journal,
    publisher,
    genre: hasGenre ? label : undefined,
    // An article’s own number would be printed as that of the article in its journal.
    number: type === 'article-journal' ? undefined : number,
    volume: data.volume,
    issue: data.issue,
    page: data.pages && pageRange(data.pages),
    'number-of-pages': data.pageCount,
    DOI: doi,
    URL: url,
    note: [type === 'article-journal' && number, `Described at ${address}`].filter(Boolean).join('. '),
    language: 'en-US',
  });
};

/** A page of this site. `label`: what it is, “Program profile”. */
export const pageWork = (
  label: string,
  { title, reviewed }: Pick<Publication, 'title' | 'reviewed'>,
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
export const withdrawnWork = (work: CslItem, { date, reason }: Withdrawal): CslItem => ({
  ...work,
  note: [`Withdrawn ${date}: ${reason}`, work.note].filter(Boolean).join(' '),
});
