/**
 * What a kind of entry is: all that differs from kind to kind, each in one file beside this one. The compiler names what
 * a new kind lacks. Pure: what a kind must know of other entries and of the site is handed to it.
 */
import type { z } from 'zod';
import type { CslItem } from '../lib/citation/csl.ts';
import type { EvidenceOf } from '../lib/evidence.ts';
import type { Fact, Section } from '../lib/facts.ts';
import type { Material, Shelf } from '../lib/labels.ts';
import type { Person } from './fields.ts';
import type { RowFact } from '../lib/rows.ts';
import type { StateCode } from '../lib/states.ts';
import { thing, type Properties, type Thing } from '../lib/structured-data.ts';

/** What sort of its kind an entry is: a guide among the publications. */
export interface Sort {
  id: string;
  label: string;
}

/** Who spoke, ready to show: an expert by the name and address of their page. */
export interface PersonView {
  name: string;
  href?: string | undefined;
  role?: string | undefined;
  affiliation?: string | undefined;
}

export type PeopleOf = (people: readonly Person[]) => readonly PersonView[];

/** What the search is told beside what it is told of every entry. */
export interface SearchFacts {
  /** People, agencies and places. */
  names: readonly (string | undefined)[];
  /** What else people type. */
  aka?: readonly string[];
  /** Of the entry itself; those of the projects that it names are added. */
  states?: readonly (StateCode | undefined)[];
  /** What sort of publication. */
  publication?: string;
  /** What there is to see, hear and read. */
  materials?: readonly Material[];
  /** What stands on the page beside its facts, sections and body. */
  text?: readonly string[];
}

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

/** What schema.org’s words for an entry need beside it. */
export interface Surroundings extends Cited {
  summary: string;
  work: CslItem;
  siteAddress: string;
  /** Address of the license of the words. */
  license: string;
  /** Who gives the assistance, and who pays for it. */
  provider: string;
  funder: string;
  /** Address of the picture for shared links. */
  picture: string;
  /** Titles of its topics. */
  topics: readonly string[];
  peopleOf: PeopleOf;
  absolute: (path: string) => string;
}

/** The page that lists the entries of a kind, as the search shows it. */
interface ListOf {
  title: string;
  summary: string;
  /** Behind “12 meetings …” at its head: then `src/pages/[list]/` lists them by year, and it needs no page of its own. */
  byYear?: string;
}

export interface Kind<Data = unknown> {
  schema: z.ZodType<Data>;
  /** What one entry is called, and many. */
  one: string;
  many: string;
  /** Where its entries are listed; the page of an entry lies below. */
  href: string;
  /** The page that lists them. */
  list: ListOf | undefined;
  /** A line for the picture of shared links; the site’s own where there is none. */
  tagline?: string;
  /** Where readers look for it; the site’s own pages stand on none. */
  shelf: Shelf | undefined;
  /** Whether it says what was done, taught or found: listed under topics and states by its shelf, told in feeds. */
  isEvidence: boolean;
  /** Shown first above the title; the kind itself where there are no sorts of it. */
  sort?: (data: Data) => Sort;
  /** Date and place, in words, shown after the sort. */
  line: (data: Data) => readonly string[];
  /** ISO 8601, as exact as it is known. */
  date: (data: Data) => string | undefined;
  /** For the table “At a glance” and the Markdown. */
  facts: (data: Data) => readonly Fact[];
  /** Titled text that stands in the frontmatter. */
  sections: (data: Data) => readonly Section[];
  /** In a list, beside name and sentence. `key` names the entry where help is asked for. */
  row?: (data: Data, key: string) => readonly RowFact[];
  /** A row names the projects that it is about. */
  isAboutProjects?: true;
  /** The studies of a project; no other kind has any. */
  evidence?: (data: Data) => EvidenceOf;
  search: (data: Data, peopleOf: PeopleOf) => SearchFacts;
  /** As a work that can be cited; the page itself where no publication stands behind it. */
  work?: (data: Data, cited: Cited) => CslItem;
  /** In schema.org’s words. */
  things: (data: Data, around: Surroundings) => readonly Thing[];
}

/** Keeps the type of the schema, from which all else is typed. */
export const defineKind = <Schema extends z.ZodType>(
  kind: Omit<Kind<z.output<Schema>>, 'schema'> & { schema: Schema },
): typeof kind => kind;

const publisher = ({ siteName, siteAddress }: Surroundings) =>
  thing('Organization', { name: siteName, url: siteAddress });

/** What every page says of itself. */
export const pageFacts = ({ address, summary }: Surroundings) => ({ url: address, description: summary });

/** The page as an article of this site, about something else. */
export const article = (
  { title, reviewed }: { title: string; reviewed: string },
  around: Surroundings,
  about?: Thing,
): Thing =>
  thing('Article', {
    ...pageFacts(around),
    headline: title,
    author: publisher(around),
    publisher: publisher(around),
    dateModified: reviewed,
    image: around.picture,
    license: around.license,
    about,
  });

/** The page as a page, which may be about something else. */
export const webPage = (
  { title, reviewed }: { title: string; reviewed: string },
  around: Surroundings,
  mainEntity?: Thing,
): Thing =>
  thing('WebPage', {
    ...pageFacts(around),
    name: title,
    dateModified: reviewed,
    publisher: publisher(around),
    mainEntity,
  });

export const event = ({ title }: { title: string }, around: Surroundings, properties: Properties<'Event'>): Thing =>
  thing('Event', {
    ...pageFacts(around),
    name: title,
    eventStatus: 'https://schema.org/EventScheduled',
    image: around.picture,
    ...properties,
  });

export const attendance = {
  online: 'https://schema.org/OnlineEventAttendanceMode',
  inPlace: 'https://schema.org/OfflineEventAttendanceMode',
} as const;

/** Where people meet who meet online. */
export const onlineAt = (page: string | undefined, { address }: Surroundings) =>
  thing('VirtualLocation', { url: page ?? address });
