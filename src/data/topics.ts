import { countsOf } from '../lib/counts.ts';
import { laterVotes, ownVotes } from '../lib/evidence.ts';
import { newestFirst } from '../lib/newest-first.ts';
import { withdrawnLabel, type ResourceKind } from '../lib/labels.ts';
import { topicHeadings } from '../kinds/topics.ts';
import {
  countedEvidence,
  linkTo,
  published,
  publishedAt,
  publishedNamed,
  stands,
  summaries,
  type Entry,
  type EntryLink,
  type EntrySummary,
} from './entries.ts';
import type { Reference } from '../lib/entry-reference.ts';
import { addressOf, evidenceCollections, evidenceOn, type CollectionName, isCollection } from '../kinds/index.ts';

export interface TopicLink extends EntryLink {
  id: string;
}

const linkOf = (entry: Entry<'topics'>): TopicLink => ({ id: entry.id, ...linkTo(entry) });

export const publishedTopics = async (): Promise<TopicLink[]> => (await published('topics')).map(linkOf);

/** The topics of an entry, in its own order. */
export const topicLinks = async (ids: readonly string[]): Promise<TopicLink[]> =>
  (await publishedNamed('topics', ids)).map(linkOf);

/** All topics under the eight headings of the program's library, with how much there is on each. */
export const topicsByHeading = async () => {
  const everything = (await summaries(...evidenceCollections)).filter(({ isWithdrawn }) => !isWithdrawn);
  const counts = countsOf(everything.flatMap(({ topics }) => topics));
  const groups = Map.groupBy(await published('topics'), ({ data }) => data.heading);
  return topicHeadings.map((heading) => ({
    heading,
    topics: (groups.get(heading) ?? [])
      .map((entry) => ({ ...linkOf(entry), count: counts.get(entry.id) ?? 0 }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }));
};

export type TopicHeadingGroup = Awaited<ReturnType<typeof topicsByHeading>>[number];

const firstReads = 5;

/** How many of a kind stand on a topic's own page; a page of everything follows where more are cut. */
const most = { projects: 40, experts: 20, events: 30, more: 40 };

/** Entries on a topic, newest first. */
export const entriesOn = async (topic: string, ...collections: CollectionName[]): Promise<EntrySummary[]> =>
  newestFirst((await summaries(...collections)).filter(({ topics }) => topics.includes(topic)));

/** Entries that put a topic first before those that only touch it. */
export const byWeight = (topic: string, entries: readonly EntrySummary[]): EntrySummary[] =>
  entries.toSorted((a, b) => a.topics.indexOf(topic) - b.topics.indexOf(topic));

/** Everything on a topic. */
export const topicContents = async (id: string) => {
  const reading = await entriesOn(id, ...evidenceOn('library'));
  const standing = reading.filter(({ isWithdrawn }) => !isWithdrawn);
  const practical = standing.filter(
    ({ collection, sort }) => collection === 'research-spotlights' || sort.id === ('guide' satisfies ResourceKind),
  );
  const toRead = byWeight(id, practical.length > 0 ? practical : standing).slice(0, firstReads);
  const all = await entriesOn(id, 'program-profiles');
  const experts = await entriesOn(id, 'experts');
  const events = await entriesOn(id, ...evidenceOn('events', 'assistance'));
  const more = [...reading.filter((entry) => !toRead.includes(entry)), ...all.filter(({ isWithdrawn }) => isWithdrawn)];
  const isCut =
    all.length > most.projects ||
    experts.length > most.experts ||
    events.length > most.events ||
    more.length > most.more;
  return {
    lists: [
      // The spotlights and guides first: they are short and written for practitioners.
      { id: 'read', label: 'Read first', entries: toRead },
      { id: 'events', label: 'Webinars and meetings', entries: events.slice(0, most.events) },
      { id: 'more', label: 'More to read', entries: more.slice(0, most.more) },
    ].filter(({ entries }) => entries.length > 0),
    /** Everything on the topic, newest first, where it does not all stand above; undefined where it does. */
    everything: isCut ? newestFirst([...all, ...reading, ...experts, ...events]) : undefined,
  };
};

const mostExperts = 6;

/** The briefing of a topic with its links ready; a link to a draft is left out. */
export const briefingOf = async ({ id: topic, data }: Entry<'topics'>) => {
  const entryAt = async ({ collection, id }: Reference) =>
    isCollection(collection) ? publishedAt({ collection, id }) : undefined;
  const linkAt = async (named: Reference): Promise<EntryLink | undefined> => {
    const entry = await entryAt(named);
    const note = entry && !stands(entry) ? ` (${withdrawnLabel.toLowerCase()})` : '';
    return entry && { href: addressOf(entry), label: `${entry.data.title}${note}` };
  };
  const linksTo = async (list: readonly Reference[]) =>
    (await Promise.all(list.map(linkAt))).filter((link) => link !== undefined);
  const stepsOf = (list: typeof data.tonight) =>
    Promise.all(
      list.map(async (step) => {
        const entry = step.tested ? await entryAt(step.from) : undefined;
        const evidence = entry && countedEvidence(entry);
        return {
          words: step.do,
          from: await linkAt(step.from),
          /** Whether a study with a comparison tested it. */
          isTested: step.tested,
          /** How the studies of the project that tested it came out; later evidence is never added to them. */
          own: evidence ? ownVotes(evidence) : [],
          later: evidence ? laterVotes(evidence) : [],
        };
      }),
    );
  const named = await linksTo(data.askExperts);
  /** Where the briefing names nobody: the experts on the topic. */
  const onTopic = async () =>
    (await published('experts'))
      .filter((expert) => stands(expert) && expert.data.topics.some(({ id }) => id === topic))
      .map(linkTo)
      .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  const experts = named.length > 0 ? named : await onTopic();
  return {
    known: await Promise.all(data.known.map(async ({ says, from }) => ({ says, from: await linksTo(from) }))),
    beyond: data.beyond,
    steps: [
      { id: 'tonight', label: 'What to do tonight', items: await stepsOf(data.tonight) },
      { id: 'this-week', label: 'What to do this week', items: await stepsOf(data.thisWeek) },
    ].filter(({ items }) => items.length > 0),
    notExpect: await Promise.all(
      data.notExpect.map(async ({ says, from }) => ({ says, from: from && (await linkAt(from)) })),
    ),
    unknown: data.unknown,
    experts,
    /** Who can be asked beside the provider: as many experts as a reader looks at, and agencies. */
    asked: [
      ...experts.slice(0, mostExperts).map((link) => ({ ...link, role: 'Expert' })),
      ...(await linksTo(data.askProjects)).map((link) => ({ ...link, role: 'Agency' })),
    ],
    send: data.send,
  };
};

/** Address of the page of everything on a topic. */
export const everythingOn = (id: string): string => `/topics/${id}/all/`;
