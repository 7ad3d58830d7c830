/** Atom 1.0 (RFC 4287). */
import { timestamp, type Feed, type FeedItem } from './feed.ts';
import { element, emptyElement, xmlDocument } from './xml.ts';

const entry = (item: FeedItem): string =>
  [
    '<entry>',
    element('id', item.address),
    element('title', item.title),
    element('updated', timestamp(item.updated)),
    item.published ? element('published', timestamp(item.published)) : '',
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: item.address }),
    element('summary', item.summary),
    ...item.categories.map((term) => emptyElement('category', { term })),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');

/** A feed must say when it changed: without items, the day is that of the format. */
const lastUpdated = (feed: Feed): string =>
  feed.items.reduce((last, { updated }) => (updated > last ? updated : last), '2005-12-01');

export const atom = (feed: Feed): string =>
  xmlDocument([
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    element('id', feed.address),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', timestamp(lastUpdated(feed))),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.address }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
    emptyElement('link', { rel: 'license', href: feed.license }),
    `<author>${element('name', feed.author)}${element('uri', feed.authorAddress)}</author>`,
    ...feed.items.map(entry),
    '</feed>',
  ]);
