import { groupBy, newestFirst } from '../lib/groups.ts';
import { resourceKindLabels } from '../lib/labels.ts';
import { evidenceCollections, type CollectionName } from '../schemas/fields.ts';
import { topicHeadings, type TopicHeading } from '../schemas/topics.ts';
import { published, publishedNamed, summaries, type Entry, type EntrySummary } from './entries.ts';

export interface TopicLink {
  id: string;
  label: string;
  href: string;
}

const linkOf = (entry: Entry<'topics'>): TopicLink => ({
  id: entry.id,
  label: entry.data.title,
  href: `/topics/${entry.id}/`,
});

/** The topics of an entry, in its own order. */
export const topicLinks = async (ids: readonly string[]): Promise<TopicLink[]> =>
  (await publishedNamed('topics', ids)).map(linkOf);

export interface TopicHeadingGroup {
  heading: TopicHeading;
  topics: (TopicLink & { count: number })[];
}

/** All topics under the eight headings of the program's library, with how much there is on each. */
export const topicsByHeading = async (): Promise<TopicHeadingGroup[]> => {
  const everything = await summaries(...evidenceCollections, 'assistance');
  const counts = new Map<string, number>();
  for (const { topics } of everything) for (const id of topics) counts.set(id, (counts.get(id) ?? 0) + 1);
  const groups = new Map(groupBy(await published('topics'), ({ data }) => data.heading));
  return topicHeadings.map((heading) => ({
    heading,
    topics: (groups.get(heading) ?? [])
      .map((entry) => ({ ...linkOf(entry), count: counts.get(entry.id) ?? 0 }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }));
};

/** The topics of some collections, the fullest first, each leading to its place on the topic’s page. */
export const topicsOf = async (
  fragment: string,
  ...collections: CollectionName[]
): Promise<(TopicLink & { count: number })[]> => {
  const entries = await summaries(...collections);
  return (await published('topics'))
    .map((topic) => ({
      ...linkOf(topic),
      href: `${linkOf(topic).href}#${fragment}`,
      count: entries.filter(({ topics }) => topics.includes(topic.id)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
};

interface TopicContents {
  /** How many projects, and the judgment of each of their outcomes, whether or not they are shown. */
  projects: number;
  outcomes: EntrySummary['directions'];
  withResults: EntrySummary[];
  withoutResults: EntrySummary[];
  /** The spotlights and guides first: they are short and written for practitioners. */
  toRead: EntrySummary[];
  experts: EntrySummary[];
  events: EntrySummary[];
  more: EntrySummary[];
  /** Everything on the topic, newest first, where it does not all stand above; undefined where it does. */
  everything: EntrySummary[] | undefined;
}

const firstReads = 5;

/** How many of a kind stand on a topic's own page; a page of everything follows where more are cut. */
const most = { results: 30, untold: 30, experts: 20, events: 30, more: 40 };

/** Everything on a topic; what names it earlier among its own topics comes first. */
export const topicContents = async (id: string): Promise<TopicContents> => {
  const about = async (...collections: CollectionName[]) =>
    newestFirst((await summaries(...collections)).filter(({ topics }) => topics.includes(id)));
  const byWeight = (entries: EntrySummary[]) =>
    [...entries].sort((a, b) => a.topics.indexOf(id) - b.topics.indexOf(id));
  const reading = await about('research-spotlights', 'resources');
  const practical = reading.filter(
    ({ collection, kicker }) => collection === 'research-spotlights' || kicker[0] === resourceKindLabels.guide.one,
  );
  const toRead = byWeight(practical.length > 0 ? practical : reading).slice(0, firstReads);
  const projects = byWeight(await about('program-profiles'));
  const experts = await about('experts');
  const events = await about('webinars', 'meetings', 'podcasts', 'assistance');
  const withResults = projects.filter(({ directions }) => directions.length > 0);
  const withoutResults = projects.filter(({ directions }) => directions.length === 0);
  const more = reading.filter((entry) => !toRead.includes(entry));
  const isCut =
    withResults.length > most.results ||
    withoutResults.length > most.untold ||
    experts.length > most.experts ||
    events.length > most.events ||
    more.length > most.more;
  return {
    projects: projects.length,
    outcomes: projects.flatMap(({ directions }) => directions),
    withResults: withResults.slice(0, most.results),
    withoutResults: withoutResults.slice(0, most.untold),
    toRead,
    experts: experts.slice(0, most.experts),
    events: events.slice(0, most.events),
    more: more.slice(0, most.more),
    everything: isCut ? newestFirst([...projects, ...reading, ...experts, ...events]) : undefined,
  };
};

/** Address of the page of everything on a topic. */
export const everythingOn = (id: string): string => `/topics/${id}/all/`;
