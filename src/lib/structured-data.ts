/** Schema.org in JSON-LD: what search engines and catalogs read of a page. Only what the page itself says. */
import type * as Schema from 'schema-dts';
import { isoDate, issuedParts, type CslItem, type CslName } from './citation/csl.ts';

/** Every class of schema.org; the compiler knows its properties and what each may hold. */
export type Thing = Extract<Schema.Thing | Schema.WithActionConstraints<Schema.SearchAction>, { '@type': string }>;
type Vocabulary = { [Node in Thing as Node['@type']]: Node };
type Class = keyof Vocabulary;
type ThingOf<Name extends Class> = Vocabulary[Name];
type Loose<Node> = { readonly [Property in keyof Node as Exclude<Property, '@type'>]?: Node[Property] | undefined };
export type Properties<Name extends Class> = Loose<ThingOf<Name>>;

/** Leaves out what is not known: an empty property is a false statement. */
export const thing = <Name extends Class>(type: Name, properties: Properties<Name>): ThingOf<Name> => {
  const known = Object.entries(properties).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  // What is known of a class is of that class: schema.org demands no property.
  const node: unknown = { '@type': type, ...Object.fromEntries(known) };
  return node as ThingOf<Name>;
};

const nameOf = (name: CslName) =>
  'literal' in name
    ? thing('Organization', { name: name.literal })
    : thing('Person', {
        name: [name.given, name.family, name.suffix].filter(Boolean).join(' '),
        givenName: name.given,
        familyName: name.family,
        honorificSuffix: name.suffix,
      });

export const organization = (name: string | undefined) => (name ? thing('Organization', { name }) : undefined);

/** Where an article appeared: in a journal, in its volume and issue where they are known. */
const journalOf = (work: CslItem) => {
  const name = work['container-title'];
  if (!name) return undefined;
  const periodical = thing('Periodical', { name });
  if (!work.volume && !work.issue) return periodical;
  const volume = thing('PublicationVolume', { volumeNumber: work.volume, isPartOf: periodical });
  return thing('PublicationIssue', { issueNumber: work.issue, isPartOf: volume });
};

/** A publication; summary and topics are those of the page that describes it. */
export const publication = (
  work: CslItem,
  { summary, topics, address }: { summary: string; topics: readonly string[]; address: string },
): Thing => {
  const parts = issuedParts(work);
  const common = {
    name: work.title,
    author: work.author?.map(nameOf),
    datePublished: parts && isoDate(parts),
    publisher: organization(work.publisher),
    isPartOf: journalOf(work),
    sameAs: [work.DOI && `https://doi.org/${work.DOI}`, work.URL].filter((link) => link !== undefined),
    abstract: summary,
    keywords: topics.length > 0 ? topics.join(', ') : undefined,
    inLanguage: work.language,
    mainEntityOfPage: address,
  };
  switch (work.type) {
    case 'report':
      return thing('Report', { ...common, headline: work.title, reportNumber: work.number });
    case 'article-journal':
      return thing('ScholarlyArticle', { ...common, headline: work.title, pagination: work.page });
    case 'book':
      return thing('Book', { ...common, numberOfPages: work['number-of-pages'] });
    case 'thesis':
      return thing('Thesis', common);
    case 'webpage':
      return thing('Article', common);
  }
};

export const breadcrumbs = (trail: readonly { label: string; href: string }[], siteAddress: string) =>
  thing('BreadcrumbList', {
    itemListElement: [{ label: 'Home', href: '/' }, ...trail].map(({ label, href }, index) =>
      thing('ListItem', { position: index + 1, name: label, item: new URL(href, siteAddress).href }),
    ),
  });

/** The text of a JSON-LD block; no `<` in it can end the block early. */
export const jsonLd = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
