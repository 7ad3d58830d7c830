/**
 * Meta tags that reference managers and scholarly indexes read: Highwire Press (https://scholar.google.com/intl/en/scholar/inclusion.html)
 * and Dublin Core. Zotero takes a page with `citation_title` alone for a journal article, and splits every
 * `citation_author` into first and last name; so each type gets the tag that names it, and where an organization
 * is among the authors all of them are given by `DC.creator`. An organization ends with a comma there: Zotero then keeps it in one
 * piece, as in RIS.
 */
import { isoDate, issuedParts, pagesOf, type CslItem, typeNames, type CslName } from './csl.ts';

interface MetaTag {
  name: string;
  content: string;
}

const nameOf = (name: CslName): string =>
  'literal' in name
    ? `${name.literal.replaceAll(',', '')},`
    : `${name.family}, ${[name.given, name.suffix].filter(Boolean).join(' ')}`;

export const citationMeta = (item: CslItem): MetaTag[] => {
  const parts = issuedParts(item);
  const date = parts && isoDate(parts);
  const authors = item.author ?? [];
  const arePersons = authors.every((name) => 'family' in name);
  const isPage = item.type === 'webpage';
  const { first, last } = item.page ? pagesOf(item.page) : {};
  const tags: [string, string | undefined][] = [
    ['DC.type', typeNames[item.type].zotero],
    ['DC.title', item.title],
    ...authors.map((name): [string, string] => [arePersons ? 'citation_author' : 'DC.creator', nameOf(name)]),
    ['DC.date', date],
    ['DC.publisher', item.publisher],
    ['DC.language', item.language],
    ...(isPage
      ? []
      : ([
          ['citation_title', item.title],
          ['citation_publication_date', date?.replaceAll('-', '/')],
          ['citation_journal_title', item['container-title']],
          ['citation_volume', item.volume],
          ['citation_issue', item.issue],
          ['citation_firstpage', first],
          ['citation_lastpage', last],
          ['citation_technical_report_institution', item.type === 'report' ? item.publisher : undefined],
          ['citation_technical_report_number', item.type === 'report' ? item.number : undefined],
          ['citation_dissertation_institution', item.type === 'thesis' ? item.publisher : undefined],
          ['citation_publisher', item.type === 'book' ? item.publisher : undefined],
          ['citation_doi', item.DOI],
          ['citation_public_url', item.URL],
        ] satisfies [string, string | undefined][])),
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
};
