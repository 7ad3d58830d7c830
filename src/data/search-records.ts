/** What the search is told of every page: ids for the machine, words for the reader. */
import { readFileSync } from 'node:fs';
import { addressOf } from '../lib/addresses.ts';
import { bodyOfFile } from '../lib/entry.ts';
import { evidenceView, levelOf, strongestOf, type EvidenceView } from '../lib/evidence.ts';
import {
  aimLabels,
  collectionLabels,
  designLabels,
  directionLabels,
  noResultLabels,
  resourceKindLabels,
  settingLabels,
  tacticLabels,
} from '../lib/labels.ts';
import { authorName } from '../lib/people.ts';
import { stateNames, type StateCode } from '../lib/states.ts';
import { collectionNames } from '../kinds/fields.ts';
import type { Reference } from '../lib/entry-reference.ts';
import type { FacetWords, SearchRecord, SearchSource } from '../search/record.ts';
import type { CitedEntry } from './citations.ts';
import { published, publishedNamed, summaryOf, type Entry } from './entries.ts';
import { factsOf, sectionsOf } from './facts.ts';
import { transcriptOf } from './media.ts';
import { ownPages } from './own-pages.ts';
import { peopleViews } from './people.ts';

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Each once, the most frequent first. */
const byFrequency = <Item>(items: readonly Item[]): Item[] =>
  [...Map.groupBy(items, (item) => item)].sort(([, a], [, b]) => b.length - a.length).map(([item]) => item);

/** States of the projects that an entry names. */
const statesOfProjects = async (profiles: readonly Reference<'program-profiles'>[]): Promise<StateCode[]> =>
  unique(
    (
      await publishedNamed(
        'program-profiles',
        profiles.map(({ id }) => id),
      )
    ).map(({ data }) => data.state),
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

const statesOf = async (entry: Entry): Promise<StateCode[]> => {
  switch (entry.collection) {
    case 'program-profiles':
      return [entry.data.state];
    case 'meetings':
      return entry.data.state ? [entry.data.state] : [];
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

const briefingOf = ({ data }: Entry<'topics'>): string[] => [
  ...data.known.map(({ says }) => says),
  ...data.beyond.flatMap(({ says, title, publisher }) => [says, title, publisher]),
  ...[...data.tonight, ...data.thisWeek].map((step) => step.do),
  ...data.notExpect.map(({ says }) => says),
  ...data.unknown,
  ...data.send,
];

const evidenceText = ({ studies, later }: EvidenceView): string[] => [
  ...studies.flatMap(({ title, description = '', by = '', outcomes }) => [
    title,
    description,
    by,
    ...outcomes.map(({ measure, figure = '', comparison = '' }) => `${measure}: ${figure} ${comparison}`),
  ]),
  ...later.map(({ finding }) => finding),
];

/** Markdown as words: without addresses of links and without components. */
const bodyOf = ({ filePath }: Entry): string =>
  filePath
    ? bodyOfFile(readFileSync(filePath, 'utf8'))
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/<\/?[A-Za-z][^>]*>|https?:\/\/\S+/g, ' ')
    : '';

/** What people type for it beside its title. */
const shortNamesOf = (entry: Entry): string[] => {
  switch (entry.collection) {
    case 'topics':
      return [...(entry.data.problem ? [entry.data.problem] : []), ...entry.data.synonyms];
    case 'experts': {
      const { name, familyName } = entry.data;
      const given = name.slice(0, name.indexOf(familyName)).replace(/[‘’“”"']/g, '');
      return unique(
        given
          .split(' ')
          .filter((part) => part.length > 2)
          .map((part) => `${part} ${familyName}`),
      );
    }
    case 'program-profiles':
      return [entry.data.place.replace(`, ${stateNames[entry.data.state]}`, '')];
    default:
      return [];
  }
};

const headingsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/^#{2,4}\s+(.+)$/gm)].map(([, heading = '']) => heading);

const pageText = async (entry: Entry, evidence: EvidenceView | undefined): Promise<string[]> => {
  if (entry.collection === 'topics') return briefingOf(entry);
  const cited = entry as CitedEntry;
  const transcript = 'transcript' in cited.data ? cited.data.transcript : undefined;
  return [
    ...sectionsOf(cited).flatMap(({ text }) => text),
    ...factsOf(cited).flatMap(({ values, isElsewhere }) => (isElsewhere ? [] : values)),
    ...(evidence ? evidenceText(evidence) : []),
    ...cited.data.caveats,
    ...(transcript ? (await transcriptOf(entry, transcript)).map(({ text }) => text) : []),
  ];
};

const facetsOf = async (entry: Entry, evidence: EvidenceView | undefined): Promise<SearchRecord['facets']> => {
  const { date, topics } = summaryOf(entry);
  const { collection, data } = entry;
  const year = date?.slice(0, 4);
  return {
    kind: [collection],
    topic: collection === 'topics' ? [entry.id] : topics,
    state: await statesOf(entry),
    year: year && collection !== 'program-profiles' ? [year] : [],
    cohort: collection === 'program-profiles' && data.cohort ? [String(data.cohort)] : [],
    publication: collection === 'resources' ? [data.kind] : collection === 'research-spotlights' ? [collection] : [],
    ...(collection === 'program-profiles' && { setting: data.settings }),
    ...(evidence && {
      tactic: byFrequency(evidence.studies.flatMap(({ tactics }) => tactics)),
      aim: byFrequency(evidence.studies.flatMap(({ outcomes }) => outcomes.map((row) => row.aim))),
      design: unique(evidence.studies.map(({ design }) => design)),
      result: evidence.noResult ? [evidence.noResult] : byFrequency(evidence.studies.map(({ direction }) => direction)),
    }),
  };
};

const recordOf = async (entry: Entry): Promise<SearchRecord> => {
  const { collection, data } = entry;
  const evidence = collection === 'program-profiles' ? evidenceView(data) : undefined;
  const design = evidence && strongestOf(evidence.studies.map((study) => study.design));
  const body = bodyOf(entry);
  const { kicker, date } = summaryOf(entry);
  return {
    path: addressOf(entry),
    kind: collection,
    id: entry.id,
    title: data.title,
    summary: data.summary,
    ...(collection === 'program-profiles' && { finding: data.finding }),
    kicker: kicker.join(' · '),
    date: date ?? '',
    names: unique((await namesOf(entry)).filter((name) => name !== undefined)),
    aka: shortNamesOf(entry),
    headings: headingsIn(body),
    text: [...(await pageText(entry, evidence)), body].join('\n'),
    facets: await facetsOf(entry, evidence),
    ...(evidence && {
      evidence: {
        design,
        level: design ? levelOf(design) : 0,
        own: evidence.studies.map(({ direction }) => direction),
        later: evidence.later.map(({ direction }) => direction),
        noResult: evidence.noResult,
      },
    }),
  };
};

const labelsOf = (labels: Record<string, string | { label: string } | { one: string }>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels).map(([id, words]) => [
      id,
      typeof words === 'string' ? words : 'label' in words ? words.label : words.one,
    ]),
  );

const facetWords = async (): Promise<FacetWords> => ({
  kind: labelsOf(collectionLabels),
  topic: Object.fromEntries((await published('topics')).map(({ id, data }) => [id, data.title])),
  tactic: tacticLabels,
  setting: settingLabels,
  aim: aimLabels,
  result: { ...directionLabels, ...noResultLabels },
  design: labelsOf(designLabels),
  state: stateNames,
  // Years say themselves.
  year: {},
  cohort: {},
  publication: {
    ...labelsOf(resourceKindLabels),
    'research-spotlights': collectionLabels['research-spotlights'].one,
  },
});

export const searchSource = async (): Promise<SearchSource> => {
  const entries = (await Promise.all(collectionNames.map((collection) => published(collection)))).flat();
  return {
    records: [
      ...(await Promise.all(entries.map(recordOf))),
      ...ownPages.map(({ path, title, summary }): SearchRecord => ({
        path,
        kind: 'pages',
        id: path,
        title,
        summary,
        kicker: collectionLabels.pages.one,
        date: '',
        names: [],
        aka: [],
        headings: [],
        text: '',
        facets: { kind: ['pages'] },
      })),
    ],
    words: await facetWords(),
  };
};
