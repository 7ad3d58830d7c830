/** What the request form and the request function know of the content. */
import { stateNames } from '../lib/states.ts';
import type { Directory } from '../lib/suggest.ts';
import { keysOf, type ResourceKind } from '../lib/labels.ts';
import type { Vocabulary } from '../request/questions.ts';
import { typesInOrder } from './lists.ts';
import { published, stands, summaries, type EntrySummary } from './entries.ts';
import { expertsByName } from './people.ts';
import { standingProfiles } from './strength.ts';
import { byWeight, entriesOn, topicsByHeading } from './topics.ts';
import { keyOf } from '../lib/entry-reference.ts';
import { addressOf, collectionNames, evidenceOn, type CollectionName } from '../kinds/index.ts';

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

const practical: ReadonlySet<string> = new Set<ResourceKind>(['guide', 'toolkit', 'fact-sheet', 'report']);
const isPractical = ({ collection, sort }: EntrySummary): boolean =>
  collection === 'research-spotlights' || practical.has(sort.id);

const standing = async (topic: string, ...collections: CollectionName[]): Promise<EntrySummary[]> =>
  byWeight(topic, await entriesOn(topic, ...collections)).filter(({ isWithdrawn }) => !isWithdrawn);

/** For each topic, three things to read and two people who know it. */
export const topicSuggestions = async () => {
  const suggestions = (await published('topics')).map(async ({ id }) => {
    const read = (await standing(id, ...evidenceOn('library'))).filter(isPractical).slice(0, 3);
    const experts = (await standing(id, 'experts')).slice(0, 2);
    return [
      id,
      {
        read: read.map(({ title, href, sort }) => ({ label: title, href, kind: sort.label })),
        experts: experts.map(({ title, href }) => ({ label: title, href })),
      },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(suggestions));
};
