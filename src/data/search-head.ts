/** What the search is told of an entry, in the words of its filters. */
import { collectionLabels, designLabels, directionLabels, resourceKindLabels } from '../lib/labels.ts';
import type { SearchHead } from '../lib/search/facets.ts';
import { stateNames } from '../lib/states.ts';
import type { Entry } from './entries.ts';
import { searchRecordOf } from './search-records.ts';
import { topicLinks } from './topics.ts';

export const searchHeadOf = async (entry: Entry): Promise<SearchHead> => {
  const { kind, line, date, names, aka, topics, states, year, cohort, publication, directions, design } =
    await searchRecordOf(entry);
  return {
    kicker: line.join(' · '),
    date,
    names,
    aka,
    facets: {
      kind: [collectionLabels[kind].one],
      topic: (await topicLinks(topics)).map(({ label }) => label),
      state: states.map((code) => stateNames[code]),
      year: year ? [String(year)] : [],
      cohort: cohort ? [String(cohort)] : [],
      publication: publication
        ? [publication === 'research-spotlight' ? collectionLabels[kind].one : resourceKindLabels[publication].one]
        : [],
      result: directions.map((direction) => directionLabels[direction]),
      design: design ? [designLabels[design].label] : [],
    },
  };
};
