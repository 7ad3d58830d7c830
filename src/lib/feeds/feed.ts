/** What a feed holds, whatever its format. */
export interface FeedItem {
  /** Permanent address; also what identifies the item. */
  address: string;
  title: string;
  summary: string;
  /** The day its facts were last checked: 2026-11-04. */
  updated: string;
  /** The day of the thing itself, where it is known to the day. */
  published: string | undefined;
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

/** The newest by the day they were checked, then by their own date; an entry that is new or was checked again comes first. */
export const newestItems = (items: readonly FeedItem[]): FeedItem[] =>
  [...items]
    .sort(
      (a, b) =>
        b.updated.localeCompare(a.updated) ||
        (b.published ?? '').localeCompare(a.published ?? '') ||
        a.title.localeCompare(b.title, 'en'),
    )
    .slice(0, feedLength);

/** RFC 3339. A day is all that is known, so the time is midnight UTC. */
export const timestamp = (day: string): string => `${day}T00:00:00Z`;
