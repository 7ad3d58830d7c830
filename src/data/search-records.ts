/** What the search is told of each entry. */
import { strongestOf } from '../lib/evidence.ts';
import { groupBy } from '../lib/groups.ts';
import { authorName } from '../lib/people.ts';
import type { SearchRecord } from '../lib/search-record.ts';
import { collectionNames } from '../kinds/fields.ts';
import { published, publishedNamed, summaryOf, type Entry } from './entries.ts';
import { peopleViews } from './people.ts';
import type { Reference } from '../lib/entry-reference.ts';
import type { StateCode } from '../lib/states.ts';

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Each once, the most frequent first. */
const byFrequency = <Item>(items: readonly Item[]): Item[] =>
  groupBy(items, (item) => item)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([item]) => item);

/** States of the projects that an entry names. */
const statesOfProjects = async (profiles: readonly Reference<'program-profiles'>[]): Promise<StateCode[]> =>
  (
    await publishedNamed(
      'program-profiles',
      profiles.map(({ id }) => id),
    )
  ).map(({ data }) => data.state);

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

const statesOf = async (entry: Entry): Promise<StateCode[]> => {
  if (entry.collection === 'program-profiles' || entry.collection === 'meetings')
    return entry.data.state ? [entry.data.state] : [];
  return 'profiles' in entry.data ? statesOfProjects(entry.data.profiles) : [];
};

export const searchRecordOf = async (entry: Entry): Promise<SearchRecord> => {
  const { href, title, summary, kicker, date, topics, votes } = summaryOf(entry);
  const { collection, id, data } = entry;
  const profile = collection === 'program-profiles' ? data : undefined;
  const studies = profile?.studies ?? [];
  return {
    kind: collection,
    id,
    href,
    title,
    summary,
    line: kicker,
    date,
    names: unique((await namesOf(entry)).filter((name) => name !== undefined)),
    aka: collection === 'topics' ? data.synonyms : [],
    topics: collection === 'topics' ? [id] : topics,
    states: unique(await statesOf(entry)),
    year: date && !profile ? Number(date.slice(0, 4)) : undefined,
    cohort: profile?.cohort,
    publication:
      collection === 'resources' ? data.kind : collection === 'research-spotlights' ? 'research-spotlight' : undefined,
    design: strongestOf(studies.map(({ design }) => design)),
    directions: byFrequency(votes.map(({ direction }) => direction)),
    tactics: byFrequency(studies.flatMap(({ tactics }) => tactics)),
    aims: byFrequency(studies.flatMap(({ outcomes }) => outcomes.map(({ aim }) => aim))),
    settings: profile?.settings ?? [],
  };
};

/** Of every published entry. Pages that show no single entry have none: their title and description say what they are. */
export const searchRecords = async (): Promise<SearchRecord[]> => {
  const entries = await Promise.all(collectionNames.map((collection) => published(collection)));
  return Promise.all(entries.flat().map(searchRecordOf));
};
