import { groupBy, newestFirst } from '../lib/groups.ts';
import { resourceKindLabels } from '../lib/labels.ts';
import type { CollectionName } from '../schemas/fields.ts';
import { topicHeadings, type TopicHeading } from '../schemas/topics.ts';
import { published, summaries, type Entry, type EntrySummary } from './entries.ts';

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

/** The topics of some collections, the fullest first, each leading to its place on the topic’s page. */
export const topicsOf = async (fragment: string, ...collections: CollectionName[]): Promise<(TopicLink & { count: number })[]> => {
  const entries = await summaries(...collections);
  return (await published('topics'))
    .map((topic) => ({ ...linkOf(topic), href: `${linkOf(topic).href}#${fragment}`, count: entries.filter(({ topics }) => topics.includes(topic.id)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
};

export interface TopicContents {
  projects: EntrySummary[];
  /** The spotlights and guides first: they are short and written for practitioners. */
  toRead: EntrySummary[];
  experts: EntrySummary[];
  events: EntrySummary[];
  more: EntrySummary[];
}

const firstReads = 5;

/** Everything on a topic; what names it earlier among its own topics comes first. */
export const topicContents = async (id: string): Promise<TopicContents> => {
  const about = async (...collections: CollectionName[]) =>
    newestFirst((await summaries(...collections)).filter(({ topics }) => topics.includes(id)));
  const byWeight = (entries: EntrySummary[]) => [...entries].sort((a, b) => a.topics.indexOf(id) - b.topics.indexOf(id));
  const reading = await about('research-spotlights', 'resources');
  const practical = reading.filter(({ collection, kicker }) => collection === 'research-spotlights' || kicker[0] === resourceKindLabels.guide.one);
  const toRead = byWeight(practical.length > 0 ? practical : reading).slice(0, firstReads);
  return {
    projects: byWeight(await about('program-profiles')),
    toRead,
    experts: await about('experts'),
    events: await about('webinars', 'meetings', 'podcasts', 'assistance'),
    more: reading.filter((entry) => !toRead.includes(entry)),
  };
};
