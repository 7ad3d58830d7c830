import { groupBy } from '../lib/groups.ts';
import { topicHeadings, type TopicHeading } from '../schemas/topics.ts';
import { published, summaries, type Entry } from './entries.ts';

export interface TopicLink {
  id: string;
  label: string;
  href: string;
}

const linkOf = (entry: Entry<'topics'>): TopicLink => ({ id: entry.id, label: entry.data.title, href: `/topics/${entry.id}/` });

/** The topics of an entry, in its own order. */
export const topicLinks = async (ids: readonly string[]): Promise<TopicLink[]> => {
  const topics = new Map((await published('topics')).map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => {
    const entry = topics.get(id);
    return entry ? [linkOf(entry)] : [];
  });
};

export interface TopicHeadingGroup {
  heading: TopicHeading;
  topics: (TopicLink & { summary: string; count: number })[];
}

/** All topics under the eight headings of the program's library, with how much there is on each. */
export const topicsByHeading = async (): Promise<TopicHeadingGroup[]> => {
  const everything = await summaries('program-profiles', 'research-spotlights', 'resources', 'webinars', 'meetings', 'podcasts', 'assistance');
  const counts = new Map<string, number>();
  for (const { topics } of everything) for (const id of topics) counts.set(id, (counts.get(id) ?? 0) + 1);
  const groups = new Map(groupBy(await published('topics'), ({ data }) => data.heading));
  return topicHeadings.map((heading) => ({
    heading,
    topics: (groups.get(heading) ?? [])
      .map((entry) => ({ ...linkOf(entry), summary: entry.data.summary, count: counts.get(entry.id) ?? 0 }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }));
};
