/** What research spotlights and other resources share: what a citation needs. */
import { z } from 'zod';
import { elsewhere, fact, whereGiven } from '../lib/facts.ts';
import { dateParts, pageRange, type CslItem, type CslName, type CslType } from '../lib/citation/csl.ts';
import { resourceKindLabels, type ResourceKind } from '../lib/labels.ts';
import { publication as publicationThing } from '../lib/structured-data.ts';
import { listed } from '../lib/text.ts';
import { webPage, type Cited, type SearchFacts, type Surroundings } from './kind.ts';
import { author, type Author, dateEstimated, links, listOf, text, webAddress, year } from './fields.ts';

export const publicationFields = {
  authors: listOf(author).describe('In the order of the title page. Leave out where no source names them'),
  year: year.optional().describe('Year of publication. Leave out where it is not known'),
  dateEstimated,
  publisher: text(160).optional().describe('Who published it'),
  url: webAddress.optional().describe('Where to read it: the publisher’s own page or file'),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/[^\s\u2010-\u2015\u2212]+$/, {
      error: 'write the DOI as it begins with 10., without https://doi.org/ in front and without long dashes',
    })
    .refine((doi) => !/[.,;:"'\u2019\u201d>\]]$/.test(doi) && (!doi.endsWith(')') || doi.includes('(')), {
      error: 'a DOI does not end in a full stop, comma, colon, quotation mark or bracket: take the last sign out',
    })
    .refine((doi) => !/\?|\/(?:abstract|full|e?pdf|summary|meta)$|\.pdf$/i.test(doi), {
      error: 'a DOI has nothing of the publisher’s address behind it: take “?…”, “/abstract”, “/full” or “/pdf” out',
    })
    .optional()
    .describe('10.1177/1098611113497044'),
  pageCount: z.int().positive().optional().describe('Number of pages of a report'),
  number: text(60).optional().describe('Report or NCJ number: NCJ 250184'),
  grant: text(60).optional().describe('Award number it was written under: 2013-DP-BX-K006'),
  profiles: links.profiles('The projects it is about: file names of content/program-profiles/ without .mdx'),
};

type Publication = z.output<z.ZodObject<typeof publicationFields>>;

/** What a publication's entry says of it; the last four of an article alone. */
interface Published extends Publication {
  title: string;
  reviewed: string;
  journal?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
}

/** “Anthony A. Braga”, “Robert King Jr.”, “CNA”. */
const authorName = (author: Author): string =>
  'organization' in author
    ? author.organization
    : [author.given, author.family, author.suffix].filter(Boolean).join(' ');

const cslName = (author: Author): CslName =>
  'organization' in author
    ? { literal: author.organization }
    : { family: author.family, given: author.given, ...(author.suffix ? { suffix: author.suffix } : {}) };

const typeOfKind: Partial<Record<ResourceKind, CslType>> = {
  article: 'article-journal',
  book: 'book',
  thesis: 'thesis',
};

/** Leaves out what is not known, so that no format prints “undefined”. */
const known = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** `kind` is undefined for a research spotlight. */
export const publicationWork = (data: Published, { key, address }: Cited, kind?: ResourceKind): CslItem => {
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

/** The parts of a kind that are the same for both. */
export const publicationKind = {
  shelf: 'library' as const,
  isEvidence: true,
  isAboutProjects: true as const,
  line: ({ year }: Publication) => (year ? [String(year)] : []),
  date: ({ year }: Publication) => year?.toString(),
  /** The page is of this site and about the work: a reader view that took it for the work would name the wrong publisher. */
  things: (data: Publication & { title: string; reviewed: string }, around: Surroundings) => [
    webPage(data, around, publicationThing(around.work, around)),
  ],
};

/** More than three names are “Braga and others”. */
export const authorsInShort = ({ authors }: Publication): string => {
  const names = authors.map((author) => ('family' in author ? author.family : authorName(author)));
  return names.length > 3 ? `${names[0] ?? ''} and others` : listed(names);
};

/** `container`: the journal an article stands in, with volume and pages. */
export const publicationFacts = (data: Publication, container?: string) => [
  fact('Authors', listed(data.authors.map(authorName))),
  fact('Year', data.year),
  fact('Publisher', data.publisher),
  ...whereGiven('In', container),
  ...whereGiven('Length', data.pageCount ? `${data.pageCount} pages` : undefined),
  ...whereGiven('Number', data.number),
  ...whereGiven('Award', data.grant),
  elsewhere('DOI', data.doi),
  elsewhere('Address', data.url),
];

export const publicationSearch = (data: Publication, sort: string, container?: string): SearchFacts => ({
  names: [...data.authors.map(authorName), data.publisher, container],
  aka: [
    ...data.authors.slice(0, 1).flatMap((author) => ('family' in author ? author.family : [])),
    ...(container ? [container] : []),
  ],
  publication: sort,
});
