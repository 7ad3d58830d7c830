/** Schema.org in JSON-LD: what search engines and catalogs read of a page. Only what the page itself says. */
import { isoDate, issuedParts, type CslItem, type CslName, type CslType } from './citation/csl.ts';

export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

/** Leaves out what is not known: an empty property is a false statement. */
export const thing = (type: string, properties: Record<string, unknown>): Thing => ({
  '@type': type,
  ...Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ),
});

const nameOf = (name: CslName): Thing =>
  'literal' in name
    ? thing('Organization', { name: name.literal })
    : thing('Person', {
        name: [name.given, name.family, name.suffix].filter(Boolean).join(' '),
        givenName: name.given,
        familyName: name.family,
        honorificSuffix: name.suffix,
      });

export const organization = (name: string | undefined): Thing | undefined =>
  name ? thing('Organization', { name }) : undefined;

const workTypes: Record<CslType, string> = {
  report: 'Report',
  'article-journal': 'ScholarlyArticle',
  book: 'Book',
  thesis: 'Thesis',
  webpage: 'Article',
};

/** A publication; summary and topics are those of the page that describes it. */
export const publication = (
  work: CslItem,
  { summary, topics }: { summary: string; topics: readonly string[] },
): Thing => {
  const parts = issuedParts(work);
  const journal = work['container-title'];
  return thing(workTypes[work.type], {
    name: work.title,
    headline: work.type === 'article-journal' || work.type === 'report' ? work.title : undefined,
    author: work.author?.map(nameOf),
    datePublished: parts && isoDate(parts),
    publisher: organization(work.publisher),
    reportNumber: work.type === 'report' ? work.number : undefined,
    numberOfPages: work.type === 'book' ? work['number-of-pages'] : undefined,
    pagination: work.type === 'article-journal' ? work.page : undefined,
    isPartOf: journal
      ? work.volume || work.issue
        ? thing('PublicationIssue', {
            issueNumber: work.issue,
            isPartOf: thing('PublicationVolume', {
              volumeNumber: work.volume,
              isPartOf: thing('Periodical', { name: journal }),
            }),
          })
        : thing('Periodical', { name: journal })
      : undefined,
    sameAs: [work.DOI && `https://doi.org/${work.DOI}`, work.URL].filter(Boolean),
    abstract: summary,
    keywords: topics.length > 0 ? topics.join(', ') : undefined,
    inLanguage: work.language,
  });
};

interface Crumb {
  label: string;
  address: string;
}

export const breadcrumbs = (crumbs: readonly Crumb[]): Thing =>
  thing('BreadcrumbList', {
    itemListElement: crumbs.map(({ label, address }, index) =>
      thing('ListItem', { position: index + 1, name: label, item: address }),
    ),
  });

/** The text of a JSON-LD block; no `<` in it can end the block early. */
export const jsonLd = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
