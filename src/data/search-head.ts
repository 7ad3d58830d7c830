/** What the search is told of an entry. */
import { groupBy } from '../lib/groups.ts';
import { strongestOf } from '../lib/evidence.ts';
import { authorName } from '../lib/people.ts';
import { collectionLabels, designLabels, directionLabels, resourceKindLabels } from '../lib/labels.ts';
import type { SearchHead } from '../lib/search/facets.ts';
import { stateNames } from '../lib/states.ts';
import type { Reference } from '../kinds/fields.ts';
import { publishedNamed, summaryOf, type Entry } from './entries.ts';
import { peopleViews } from './people.ts';
import { topicLinks } from './topics.ts';

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Each once, the most frequent first. */
const byFrequency = <Item>(items: readonly Item[]): Item[] =>
  groupBy(items, (item) => item)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([item]) => item);

/** States of the projects that an entry names. */
const statesOfProjects = async (profiles: readonly Reference<'program-profiles'>[]): Promise<string[]> =>
  unique(
    (
      await publishedNamed(
        'program-profiles',
        profiles.map(({ id }) => id),
      )
    ).map(({ data }) => stateNames[data.state]),
  );

const namesOf = async (entry: Entry): Promise<(string | undefined)[]> => {
  switch (entry.collection) {
    case 'program-profiles':
      return [
        entry.data.agency,
        entry.data.place,
        ...entry.data.researchPartners.flatMap((partner) => [
          'name' in partner ? partner.name : undefined,
          partner.affiliation,
        ]),
      ];
    case 'research-spotlights':
    case 'resources':
      return [...entry.data.authors.map(authorName), entry.data.publisher];
    case 'webinars':
      return (await peopleViews(entry.data.presenters)).map(({ name }) => name);
    case 'podcasts':
      return (await peopleViews(entry.data.guests)).map(({ name }) => name);
    case 'meetings':
      return [entry.data.city, ...entry.data.hosts];
    case 'experts':
      return [entry.data.name, entry.data.affiliation, ...entry.data.expertise, ...entry.data.likelyExpertise];
    case 'assistance':
      return [entry.data.requester, entry.data.host];
    default:
      return [];
  }
};

const statesOf = async (entry: Entry): Promise<string[]> => {
  switch (entry.collection) {
    case 'program-profiles':
      return [stateNames[entry.data.state]];
    case 'meetings':
      return entry.data.state ? [stateNames[entry.data.state]] : [];
    case 'research-spotlights':
    case 'resources':
    case 'webinars':
    case 'podcasts':
    case 'assistance':
      return statesOfProjects(entry.data.profiles);
    default:
      return [];
  }
};

export const searchHeadOf = async (entry: Entry): Promise<SearchHead> => {
  const { kicker, date, topics, votes } = summaryOf(entry);
  const strongest = strongestOf(votes.map(({ design }) => design));
  const { collection, data } = entry;
  const year = date?.slice(0, 4);
  return {
    kicker: kicker.join(' · '),
    date,
    names: unique((await namesOf(entry)).filter((name) => name !== undefined)),
    aka: collection === 'topics' ? data.synonyms : [],
    facets: {
      kind: [collectionLabels[collection].one],
      topic: collection === 'topics' ? [data.title] : (await topicLinks(topics)).map(({ label }) => label),
      state: await statesOf(entry),
      year: year && collection !== 'program-profiles' ? [year] : [],
      cohort: collection === 'program-profiles' && data.cohort ? [String(data.cohort)] : [],
      publication:
        collection === 'resources'
          ? [resourceKindLabels[data.kind].one]
          : collection === 'research-spotlights'
            ? [collectionLabels[collection].one]
            : [],
      result: byFrequency(votes.map(({ direction }) => direction)).map((direction) => directionLabels[direction]),
      design: strongest ? [designLabels[strongest].label] : [],
    },
  };
};
