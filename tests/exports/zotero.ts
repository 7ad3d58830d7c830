/**
 * What Zotero saves from a page by its meta tags: the decisions of its translators “Embedded Metadata” and “RDF”
 * (github.com/zotero/translators, read in November 2026) written anew for the tags that this site uses.
 *
 * Order of the item type: og:type where it is definite (website, book), then DC.type where it is the name of a Zotero
 * type, then what the Highwire tags say, then a guess. Creators: citation_author first; where there is none, DC.creator.
 * A name without a comma is split before its last word.
 */
export interface Creator {
  firstName?: string;
  lastName: string;
  /** One field: an organization. */
  isSingle: boolean;
}

export interface ZoteroItem {
  itemType: string;
  title: string;
  creators: Creator[];
  date: string | undefined;
  publisher: string | undefined;
}

type Meta = Record<string, string>[];

const zoteroTypes = new Set([
  'report',
  'journalArticle',
  'book',
  'thesis',
  'webpage',
  'presentation',
  'magazineArticle',
  'document',
]);
const definite: Record<string, string> = { website: 'webpage', book: 'book' };

/** Zotero.Utilities.cleanAuthor: with a comma family name first, in one field where nothing follows; else the last word is the family name. */
const cleaned = (name: string): Creator => {
  const [family = '', given] = name.split(/,\s*/);
  if (given) return { lastName: family, firstName: given, isSingle: false };
  if (given === '') return { lastName: family, isSingle: true };
  const words = name.trim().split(/\s+/);
  const lastName = words.pop() ?? '';
  return words.length > 0 ? { lastName, firstName: words.join(' '), isSingle: false } : { lastName, isSingle: true };
};

/** `firstTime` is the first `<time datetime>` of the page: Zotero takes it where no tag gives a date. */
export const zoteroItem = (meta: Meta, firstTime?: string): ZoteroItem => {
  const all = (name: string): string[] =>
    meta.flatMap((tag) => ((tag['name'] ?? tag['property']) === name && tag['content'] ? [tag['content']] : []));
  const first = (name: string): string | undefined => all(name)[0];
  const highwire =
    (first('citation_journal_title') && 'journalArticle') ||
    (first('citation_technical_report_institution') && 'report') ||
    (first('citation_dissertation_institution') && 'thesis') ||
    (first('citation_title') && 'journalArticle') ||
    undefined;
  const dcType = first('DC.type');
  const itemType =
    definite[first('og:type') ?? ''] ??
    (dcType && zoteroTypes.has(dcType) ? dcType : undefined) ??
    highwire ??
    'webpage';
  const authors = all('citation_author');
  return {
    itemType,
    title: first('citation_title') ?? first('DC.title') ?? first('og:title') ?? '',
    creators: (authors.length > 0 ? authors : all('DC.creator')).map(cleaned),
    date: first('citation_publication_date') ?? first('DC.date') ?? firstTime,
    publisher:
      first('citation_technical_report_institution') ??
      first('citation_dissertation_institution') ??
      first('citation_publisher') ??
      first('DC.publisher'),
  };
};
