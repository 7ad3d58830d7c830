/** What the search is told of every page: ids for the machine, words for the reader. */
import { readFileSync } from 'node:fs';
import { addressOf, collectionNames, kinds, type CollectionName } from '../kinds/index.ts';
import type { SearchFacts } from '../kinds/kind.ts';
import { countsOf } from '../lib/counts.ts';
import { bodyOfFile } from '../lib/entry.ts';
import { evidenceView, levelOf, strongestOf, voteOf, type EvidenceView } from '../lib/evidence.ts';
import {
  aimLabels,
  designLabels,
  directionLabels,
  materialLabels,
  noResultLabels,
  resourceKindLabels,
  settingLabels,
  tacticLabels,
} from '../lib/labels.ts';
import type { FacetName } from '../lib/facets.ts';
import { stateNames } from '../lib/states.ts';
import { counted } from '../lib/text.ts';
import type { FacetWords, SearchRecord, SearchSource } from '../search/record.ts';
import { countedEvidence, factsOf, projectsNamed, published, sectionsOf, summaryOf, type Entry } from './entries.ts';
import { transcriptOf } from './media.ts';
import { ownPages } from './own-pages.ts';
import { peopleOfSite } from './people.ts';
import { reportedBy } from './reported.ts';
import { statesWithProjects } from './states.ts';

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Each once, the most frequent first. */
const byFrequency = <Item>(items: readonly Item[]): Item[] =>
  [...countsOf(items)].sort(([, a], [, b]) => b - a).map(([item]) => item);

const factsFor = async <C extends CollectionName>({ collection, data }: Entry<C>): Promise<SearchFacts> =>
  kinds[collection].search(data, await peopleOfSite());

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

const headingsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/^#{2,4}\s+(.+)$/gm)].map(([, heading = '']) => heading);

const pageText = async (entry: Entry, evidence: EvidenceView | undefined): Promise<string[]> => {
  const { data } = entry;
  const transcript = 'transcript' in data ? data.transcript : undefined;
  return [
    ...sectionsOf(entry).flatMap(({ text }) => text),
    ...factsOf(entry).flatMap(({ values, isElsewhere }) => (isElsewhere ? [] : values)),
    ...(evidence ? evidenceText(evidence) : []),
    ...('caveats' in data ? data.caveats : []),
    ...(transcript ? (await transcriptOf(entry, transcript)).map(({ text }) => text) : []),
  ];
};

/** The facets of an entry, for filters outside the search too. */
export const entryFacets = async (entry: Entry): Promise<Record<FacetName, readonly string[]>> => {
  const { states = [], publication, materials = [] } = await factsFor(entry);
  const { date, topics } = summaryOf(entry);
  const { collection, data } = entry;
  const year = date?.slice(0, 4);
  const own = countedEvidence(entry);
  const { studies, settings } = own
    ? { studies: own.studies, settings: 'settings' in data ? data.settings : [] }
    : await reportedBy(entry);
  return {
    kind: [collection],
    topic: collection === 'topics' ? [entry.id] : topics,
    state: unique([
      ...states.filter((state) => state !== undefined),
      ...(await projectsNamed(entry)).map((project) => project.data.state),
    ]),
    year: year && collection !== 'program-profiles' ? [year] : [],
    cohort: collection === 'program-profiles' && data.cohort ? [String(data.cohort)] : [],
    publication: publication ? [publication] : [],
    material: materials,
    setting: unique(settings),
    tactic: byFrequency(studies.flatMap(({ tactics }) => tactics)),
    aim: own ? byFrequency(studies.flatMap(({ outcomes }) => outcomes.map((outcome) => outcome.aim))) : [],
    design: unique(studies.map(({ design }) => design)),
    result: own?.noResult ? [own.noResult] : byFrequency(studies.map((study) => voteOf(study).direction)),
  };
};

const recordOf = async (entry: Entry): Promise<SearchRecord> => {
  const { collection, data } = entry;
  const studied = countedEvidence(entry);
  const evidence = studied && evidenceView(studied);
  const facts = await factsFor(entry);
  const design = evidence && strongestOf(evidence.studies.map((study) => study.design));
  const body = bodyOf(entry);
  const { kicker, date } = summaryOf(entry);
  return {
    path: addressOf(entry),
    kind: collection,
    id: entry.id,
    title: data.title,
    summary: data.summary,
    ...(evidence && { finding: evidence.finding }),
    // A project is named for its place: that need not stand twice.
    kicker: kicker.filter((words) => !('place' in data && data.title.includes(words))).join(' · '),
    date: date ?? '',
    names: unique(facts.names.filter((name) => name !== undefined)),
    aka: facts.aka ?? [],
    headings: headingsIn(body),
    text: [...(facts.text ?? []), ...(await pageText(entry, evidence)), body].join('\n'),
    facets: await entryFacets(entry),
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

export const facetWords = async (): Promise<FacetWords> => ({
  kind: labelsOf(kinds),
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
    'research-spotlights': kinds['research-spotlights'].one,
  },
  material: materialLabels,
});

const pageRecord = (page: (typeof ownPages)[number], facets: SearchRecord['facets'] = {}): SearchRecord => ({
  ...page,
  kind: 'pages',
  id: page.path,
  kicker: kinds.pages.one,
  date: '',
  names: [],
  aka: [],
  headings: [],
  text: '',
  facets: { kind: ['pages'], ...facets },
});

export const searchSource = async (): Promise<SearchSource> => {
  const entries = (await Promise.all(collectionNames.map((collection) => published(collection)))).flat();
  const states = (await statesWithProjects()).map(({ code, name, href, projects }) =>
    pageRecord(
      {
        path: href,
        title: name,
        summary: `${counted(projects, 'project')} from ${name}, with what they found, and the people, publications and events that belong to them.`,
      },
      { state: [code] },
    ),
  );
  return {
    records: [...(await Promise.all(entries.map(recordOf))), ...ownPages.map((page) => pageRecord(page)), ...states],
    words: await facetWords(),
  };
};
