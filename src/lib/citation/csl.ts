/**
 * A work as the Citation Style Language describes it (CSL-JSON 1.0.2,
 * https://docs.citationstyles.org/en/stable/specification.html): the one model that every citation,
 * file and meta tag is made from.
 */

/** The types of works, and their names in RIS, in BibTeX, and in Zotero, which takes its own from DC.type word for word. */
export const typeNames = {
  report: { ris: 'RPRT', bibtex: 'techreport', zotero: 'report' },
  'article-journal': { ris: 'JOUR', bibtex: 'article', zotero: 'journalArticle' },
  book: { ris: 'BOOK', bibtex: 'book', zotero: 'book' },
  thesis: { ris: 'THES', bibtex: 'phdthesis', zotero: 'thesis' },
  webpage: { ris: 'ELEC', bibtex: 'misc', zotero: 'webpage' },
} as const satisfies Record<string, { ris: string; bibtex: string; zotero: string }>;
export type CslType = keyof typeof typeNames;

/** A person in parts, or an organization as one piece that nobody may split. */
export type CslName = { family: string; given: string; suffix?: string } | { literal: string };

/** `[2013]`, `[2013, 2]` or `[2013, 2, 14]`: as exact as it is known. */
type DateParts = [number] | [number, number] | [number, number, number];

export interface CslItem {
  id: string;
  type: CslType;
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [DateParts] };
  /** The day an undated work was seen at its address. */
  accessed?: { 'date-parts': [DateParts] };
  'container-title'?: string;
  publisher?: string;
  genre?: string;
  number?: string;
  volume?: string;
  issue?: string;
  page?: string;
  'number-of-pages'?: number;
  DOI?: string;
  URL?: string;
  note?: string;
  language?: string;
}

/** The parts of `2013-02-14`, `2013-02` or `2013`. */
export const dateParts = (date: string): DateParts => {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
};

/** ISO 8601, as exact as it is known. */
export const isoDate = ([year, month, day]: DateParts): string =>
  [String(year), ...[month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0')))].join(
    '-',
  );

export const issuedParts = (item: CslItem): DateParts | undefined => item.issued?.['date-parts'][0];

/** Unique in the whole library, and legal in BibTeX: letters, figures and hyphens. */
export const citationKey = (collection: string, id: string): string => `${collection}-${id}`;

/** Where the work is to be found: its DOI before its address. */
export const locatorOf = (item: CslItem): string | undefined => (item.DOI ? `https://doi.org/${item.DOI}` : item.URL);

/** A publisher that is also the only author is not named twice (APA 7, section 9.29). */
export const distinctPublisher = (item: CslItem): string | undefined =>
  item.author?.length === 1 && item.author.some((name) => 'literal' in name && name.literal === item.publisher)
    ? undefined
    : item.publisher;

/**
 * First and last page as a source may print them: “pp. 287—304”, “S12-3–S12-9”, “287-304”. A hyphen parts two pages only where
 * both are numbers, Roman ones too, or bear the same letters; in “S12-3” it belongs to the page.
 */
export const pagesOf = (pages: string): { first: string; last: string | undefined } => {
  const bare = pages
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/^\s*(?:pp?\.?|pages?)\s*(?=\S*\d)/i, '')
    .trim();
  const range =
    /^(?<first>[^\s,;]+?)\s*(?:[–—−‒―]|--+)\s*(?<last>[^\s,;]+)$/.exec(bare) ??
    /^(?<first>(?<letters>[A-Za-z]*)\d+)\s*(?:-|to)\s*(?<last>\k<letters>\d+)$/.exec(bare) ??
    /^(?<first>[ivxlc]+)\s*-\s*(?<last>[ivxlc]+)$/i.exec(bare);
  return { first: range?.groups?.['first'] ?? bare, last: range?.groups?.['last'] };
};

/** Whether the last page comes before the first; in “287–90” the last is 290. */
export const isBackwards = (pages: string): boolean => {
  const { first, last = first } = pagesOf(pages);
  const [, letters = '', begin = ''] = /^([a-z]*)(\d+)$/i.exec(first) ?? [];
  const end = /^\d+$/.test(last) ? last.padStart(begin.length, begin) : last.replace(letters, '');
  return begin !== '' && /^\d+$/.test(end) && last !== first && Number(end) <= Number(begin);
};

/** The same in one piece, with the dash that print uses. */
export const pageRange = (pages: string): string => {
  const { first, last } = pagesOf(pages);
  return last ? `${first}–${last}` : first;
};
