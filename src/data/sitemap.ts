/** The day on which each page's facts were last checked, for the sitemap. */
import { citedEntries, type CitedEntry } from './citations.ts';
import { published } from './entries.ts';
import { addressOf, kinds } from '../kinds/index.ts';

const newest = (entries: readonly CitedEntry[]): string =>
  entries
    .map(({ data }) => data.reviewed)
    .sort()
    .at(-1) ?? '';

/**
 * Days by path. A list is as new as the newest entry that it leads to; a page that is not named here is as new as `/`,
 * which is as new as the newest entry of all.
 */
export const checkedDays = async (): Promise<Record<string, string>> => {
  const entries = await citedEntries();
  const topics = await published('topics');
  const days = new Map<string, string>([
    ['/', newest(entries)],
    ...topics.map(
      (topic) =>
        [
          addressOf(topic),
          newest(entries.filter(({ data }) => data.topics.some(({ id }) => id === topic.id))),
        ] as const,
    ),
    ...Object.entries(kinds).flatMap(([collection, { href }]) => {
      const listed = entries.filter((entry) => entry.collection === collection);
      return href === '/' || listed.length === 0 ? [] : [[href, newest(listed)] as const];
    }),
    ...entries.map((entry) => [addressOf(entry), entry.data.withdrawn?.date ?? entry.data.reviewed] as const),
  ]);
  return Object.fromEntries([...days].filter(([, day]) => day !== ''));
};
