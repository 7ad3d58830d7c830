/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { timestamp, type Feed } from './feed.ts';

export const jsonFeed = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  description: feed.description,
  home_page_url: feed.page,
  feed_url: feed.address,
  language: feed.language,
  authors: [{ name: feed.author, url: feed.authorAddress }],
  items: feed.items.map(({ address, title, summary, updated, published, categories }) => ({
    id: address,
    url: address,
    title,
    content_text: summary,
    date_modified: timestamp(updated),
    ...(published ? { date_published: timestamp(published) } : {}),
    tags: categories,
  })),
});
