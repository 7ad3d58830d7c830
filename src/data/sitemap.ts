/** Every page that a search engine should know, with the day its facts were last checked. */
import { addressOf } from '../lib/addresses.ts';
import type { SitemapPage } from '../lib/feeds/sitemap.ts';
import { collectionLabels } from '../lib/labels.ts';
import { site } from '../site.ts';
import { absoluteAddress, citedEntries, type CitedEntry } from './citations.ts';
import { comparedTopics } from './comparison.ts';
import { published } from './entries.ts';

const newest = (entries: readonly CitedEntry[]): string | undefined => entries.map(({ data }) => data.reviewed).sort().at(-1);

/** Pages that lead to others; each is as new as the newest entry it leads to. */
const listPages = (entries: readonly CitedEntry[]): SitemapPage[] => {
  const collectionsAt = new Map<string, string>(Object.entries(collectionLabels).map(([collection, { href }]) => [href, collection]));
  const paths = new Set(['/', '/program-profiles/compare/', '/data/', '/provenance/', ...[...site.navigation, ...site.footer].map(({ href }) => href), ...collectionsAt.keys()]);
  const ofEntries = new Set(entries.map((entry) => addressOf(entry)));
  return [...paths]
    .filter((path) => !ofEntries.has(path))
    .map((path) => {
      const collection = path === '/' ? undefined : collectionsAt.get(path);
      const listed = entries.filter((entry) => entry.collection === collection);
      return { address: absoluteAddress(path), modified: newest(listed.length > 0 ? listed : entries) };
    });
};

export const sitemapPages = async (): Promise<SitemapPage[]> => {
  const entries = await citedEntries();
  const topics = await published('topics');
  return [
    ...listPages(entries),
    ...entries.map((entry) => ({ address: absoluteAddress(addressOf(entry)), modified: entry.data.withdrawn?.date ?? entry.data.reviewed })),
    ...topics.map((topic) => ({
      address: absoluteAddress(addressOf(topic)),
      modified: newest(entries.filter(({ data }) => data.topics.some(({ id }) => id === topic.id))),
    })),
    ...(await comparedTopics()).map(({ href }) => ({ address: absoluteAddress(href), modified: newest(entries) })),
  ];
};
