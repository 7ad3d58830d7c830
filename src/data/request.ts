/** What the request form and the request function know of the content. */
import { stateNames } from '../lib/states.ts';
import type { Directory } from '../lib/suggest.ts';
import { keysOf, type ResourceKind } from '../lib/labels.ts';
import type { Vocabulary } from '../request/questions.ts';
import { typesInOrder } from './lists.ts';
import { published, stands, summaries, type EntrySummary } from './entries.ts';
import { expertsByName } from './people.ts';
import { standingProfiles } from './strength.ts';
import { topicsByHeading } from './topics.ts';
import { keyOf } from '../lib/entry-reference.ts';
import { addressOf, collectionNames } from '../kinds/index.ts';

export const requestVocabulary = async (): Promise<Vocabulary> => ({
  topics: (await topicsByHeading()).flatMap(({ heading, topics }) =>
    topics.map(({ id, label }) => ({ value: id, label, group: heading })),
  ),
  types: (await typesInOrder()).map(({ id, data }) => ({ value: id, label: data.title })),
  experts: (await expertsByName()).filter(stands).map(({ id, data }) => ({ value: id, label: data.name })),
  states: keysOf(stateNames).map((code) => ({ value: code, label: stateNames[code] })),
});

export const requestDirectory = async (): Promise<Directory> => {
  const profiles = await standingProfiles();
  const everything = await summaries(...collectionNames);
  const vocabulary = await requestVocabulary();
  const crimes = new Set(vocabulary.topics.filter(({ group }) => group === 'crime').map(({ value }) => value));
  /** A page on a project has many topics; who comes from it most likely has its kind of crime. */
  const offered = ({ collection, id, topics }: EntrySummary): string[] => {
    if (collection === 'topics') return [id];
    const crime = topics.filter((topic) => crimes.has(topic));
    return crime.length > 0 ? crime : topics.slice(0, 1);
  };
  return {
    vocabulary,
    experts: (await published('experts')).filter(stands).map((entry) => ({
      id: entry.id,
      name: entry.data.name,
      href: addressOf(entry),
      topics: entry.data.topics.map(({ id }) => id),
      sites: profiles
        .filter(({ data }) => data.experts.some(({ id }) => id === entry.id))
        .map(({ data }) => ({ title: data.title, state: data.state })),
    })),
    projects: profiles.map((entry) => ({
      title: entry.data.title,
      href: addressOf(entry),
      state: entry.data.state,
      topics: entry.data.topics.map(({ id }) => id),
    })),
    pages: Object.fromEntries(
      everything.map((entry) => [keyOf(entry), { title: entry.title, href: entry.href, topics: offered(entry) }]),
    ),
  };
};

/** Entries on a topic, those that put it first before those that only touch it. */
const onTopic = (entries: readonly EntrySummary[], topic: string, most: number): EntrySummary[] =>
  entries
    .filter(({ topics, isWithdrawn }) => !isWithdrawn && topics.includes(topic))
    .sort(
      (a, b) =>
        a.topics.indexOf(topic) - b.topics.indexOf(topic) ||
        (b.date ?? '').localeCompare(a.date ?? '') ||
        a.title.localeCompare(b.title, 'en'),
    )
    .slice(0, most);

/** For each topic, three things to read and two people who know it. */
export const topicSuggestions = async () => {
  const practical: ReadonlySet<string> = new Set<ResourceKind>(['guide', 'toolkit', 'fact-sheet', 'report']);
  const readings = (await summaries('research-spotlights', 'resources')).filter(
    ({ collection, sort }) => collection === 'research-spotlights' || practical.has(sort.id),
  );
  const experts = await summaries('experts');
  return Object.fromEntries(
    (await published('topics')).map(({ id }) => [
      id,
      {
        read: onTopic(readings, id, 3).map(({ title, href, sort }) => ({
          label: title,
          href,
          kind: sort.label,
        })),
        experts: onTopic(experts, id, 2).map(({ title, href }) => ({ label: title, href })),
      },
    ]),
  );
};
