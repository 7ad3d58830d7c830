/** What a feed holds, and the same as Atom 1.0 (RFC 4287) and JSON Feed 1.1. */
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';

export interface FeedItem {
  /** Permanent address; also what identifies the item. */
  address: string;
  title: string;
  summary: string;
  /** When anything that is shown last changed. */
  updated: Date;
  /** The day of the thing itself, as exact as it is known: 2013-02-14, 2013-02 or 2013. */
  date: string | undefined;
  /** Kind and topics, in words. */
  categories: readonly string[];
}

export interface Feed {
  title: string;
  description: string;
  /** Of the page that lists the same. */
  page: string;
  /** Of the feed itself. */
  address: string;
  author: string;
  authorAddress: string;
  license: string;
  language: string;
  items: readonly FeedItem[];
}

/** Items of a feed: readers fetch it again and again. */
export const feedLength = 50;

/** The first year of the program: what has no date cannot be older, and must not pass for new in a reader that sorts by date. */
const earliest = '2009';

/** The first moment of the day, month or year. */
export const published = ({ date = earliest }: Pick<FeedItem, 'date'>): Date => new Date(date);

/** The last changed first, then by their own date. */
export const newestItems = <Item extends FeedItem>(items: readonly Item[]): Item[] =>
  [...items]
    .sort(
      (a, b) =>
        b.updated.getTime() - a.updated.getTime() ||
        published(b).getTime() - published(a).getTime() ||
        a.title.localeCompare(b.title, 'en'),
    )
    .slice(0, feedLength);

/** feedsmith sets text with signs on lines of its own; the white space would become part of a title. */
export const tight = (xml: string): string =>
  xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');

export const atom = (feed: Feed): string =>
  tight(
    generateAtomFeed({
      id: feed.address,
      title: { value: feed.title },
      subtitle: { value: feed.description },
      // A feed must say when it changed: without items, the day is that of the format.
      updated: feed.items.reduce((last, { updated }) => (updated > last ? updated : last), new Date('2005-12-01')),
      links: [
        { rel: 'self', type: 'application/atom+xml', href: feed.address },
        { rel: 'alternate', type: 'text/html', href: feed.page },
        { rel: 'license', href: feed.license },
      ],
      authors: [{ name: feed.author, uri: feed.authorAddress }],
      entries: feed.items.map((item) => ({
        id: item.address,
        title: { value: item.title },
        updated: item.updated,
        published: published(item),
        links: [{ rel: 'alternate', type: 'text/html', href: item.address }],
        summary: { value: item.summary },
        categories: item.categories.map((term) => ({ term })),
      })),
    }),
  );

export const jsonFeed = (feed: Feed): unknown =>
  generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.address,
    language: feed.language,
    authors: [{ name: feed.author, url: feed.authorAddress }],
    items: feed.items.map((item) => ({
      id: item.address,
      url: item.address,
      title: item.title,
      content_text: item.summary,
      date_modified: item.updated,
      date_published: published(item),
      tags: [...item.categories],
    })),
  });
