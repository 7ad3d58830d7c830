/** The feeds: everything, each kind, each topic. */
import { newestItems, type Feed, type FeedItem } from '../lib/feeds/feed.ts';
import { site } from '../site.ts';
import { absoluteAddress, isCited, summaryWithNotice } from './citations.ts';
import { memo } from './memo.ts';
import { changedAt } from './changed.ts';
import { published, summaryOf } from './entries.ts';
import { evidenceCollections, type CollectionName, kinds } from '../kinds/index.ts';

interface Item extends FeedItem {
  collection: CollectionName;
  topics: readonly string[];
}

const itemsOf = memo(async (): Promise<Item[]> => {
  const labels = new Map((await published('topics')).map((topic) => [topic.id, topic.data.title]));
  const lists = await Promise.all(
    evidenceCollections.map(async (collection) =>
      (await published(collection)).filter(isCited).map((entry): Item => {
        const { href, title, date, topics } = summaryOf(entry);
        return {
          address: absoluteAddress(href),
          title,
          summary: summaryWithNotice(entry),
          updated: changedAt(entry),
          date,
          categories: [kinds[collection].one, ...topics.flatMap((topic) => labels.get(topic) ?? [])],
          collection,
          topics,
        };
      }),
    ),
  );
  return lists.flat();
});

interface KeptFeed {
  /** Path of the folder in which the feeds lie, with its slashes. */
  folder: string;
  title: string;
  keep: (item: Item) => boolean;
}

export const feedOf = async ({ folder, title, keep }: KeptFeed, file: string): Promise<Feed> => ({
  title: `${title} | ${site.name}`,
  description: 'New entries, and entries that were changed, corrected or withdrawn, the latest first.',
  page: absoluteAddress(folder),
  address: absoluteAddress(`${folder}${file}`),
  author: site.name,
  authorAddress: site.address,
  license: site.license.href,
  language: site.language,
  items: newestItems((await itemsOf()).filter(keep)),
});

/** Every feed there is: the same in Atom and in JSON. */
export const feeds = async (): Promise<KeptFeed[]> => [
  { folder: '/', title: 'Everything new', keep: () => true },
  ...evidenceCollections.map((collection) => ({
    folder: kinds[collection].href,
    title: kinds[collection].many,
    keep: (item: Item) => item.collection === collection,
  })),
  ...(await published('topics')).map(({ id, data }) => ({
    folder: `/topics/${id}/`,
    title: data.title,
    keep: (item: Item) => item.topics.includes(id),
  })),
];
