/** The day on which each page's facts were last checked, for the sitemap. */
import { citedEntries } from './citations.ts';
import { addressOf, kinds } from '../kinds/index.ts';

/**
 * Days by path. A list or a topic is as new as the newest entry that it leads to; a page that is not named here is as new
 * as `/`, which is as new as the newest entry of all.
 */
export const checkedDays = async (): Promise<Record<string, string>> => {
  const days: Record<string, string> = {};
  const entries = await citedEntries();
  for (const { collection, data } of entries)
    for (const path of ['/', kinds[collection].href, ...data.topics.map(addressOf)])
      if (data.reviewed > (days[path] ?? '')) days[path] = data.reviewed;
  for (const entry of entries) days[addressOf(entry)] = entry.data.withdrawn?.date ?? entry.data.reviewed;
  return days;
};
