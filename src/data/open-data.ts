/** The tables of the open data: a CSV a collection, and the evidence of the profiles row by row. */
import { columnsIn, columnsOf, flattened, type Column } from '../kinds/columns.ts';
import { csv, type Row } from '../lib/open-data/csv.ts';
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { plain } from '../lib/open-data/plain.ts';
import { levelOf, outcomeRow, voteOf, type Study } from '../lib/evidence.ts';
import { countsOf } from '../lib/counts.ts';
import type { DesignKind } from '../lib/labels.ts';
import { thing, type Thing } from '../lib/structured-data.ts';
import { site } from '../site.ts';
import { absoluteAddress, citedEntries } from './citations.ts';
import { published, type Entry } from './entries.ts';
import { dataRoot, openCollections, recordsOf } from './records.ts';
import { standingProfiles } from './strength.ts';
import { addressOf, type CollectionName, kinds } from '../kinds/index.ts';

interface Table {
  name: string;
  title: string;
  description: string;
  /** File name beside the descriptor. */
  path: string;
  columns: readonly Column[];
  primaryKey: readonly string[];
  /** A row may hold more than the columns: the file has the columns. */
  rows: () => Promise<Row[]>;
}

const column = (name: string, description: string, type: Column['type'] = 'string'): Column => ({
  name,
  type,
  description,
});

const collectionTable = (collection: CollectionName): Table => ({
  name: collection,
  title: kinds[collection].many,
  description: `One row an entry. Lists are joined with a bar; lists of several fields are written as JSON.`,
  path: `${collection}.csv`,
  columns: columnsOf(shapeOf(collection)),
  primaryKey: ['id'],
  rows: async () =>
    (await recordsOf(collection)).map(({ id, address, sha256, data }) => ({ id, address, sha256, ...flattened(data) })),
});

const profileColumns: Column[] = [
  column('profile', 'The id of the program profile'),
  column('address', 'Permanent address of the profile'),
  column('state', 'Postal code'),
  column('cohort', 'Award year', 'integer'),
  column('topics', 'Topics of the whole project'),
];

const profileCells = ({ id, collection, data }: Entry<'program-profiles'>): Row => ({
  profile: id,
  address: absoluteAddress(addressOf({ id, collection })),
  state: data.state,
  cohort: data.cohort,
  topics: plain(data.topics),
});

const levelColumn = column(
  'level',
  'Level of the design on the Maryland Scientific Methods Scale: 5 strongest, 0 where no source tells it',
  'integer',
);

const { studies: studyList, laterEvidence: laterList } = shapeOf('program-profiles').properties ?? {};
const outcomeList = studyList?.items?.properties?.['outcomes'];

/** What one item of a list says, in the words of the schema; those named come first, since what is published keeps its place. */
const columnsOfItem = (list: Shape | undefined, first: readonly string[] = []): Column[] => {
  const fields = columnsIn(list?.items).filter(({ type }) => type !== 'array');
  const named = first.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  return [...named, ...fields.filter((field) => !named.includes(field))].flatMap((field) =>
    field.name === 'design' ? [field, levelColumn] : [field],
  );
};

const studyColumns = columnsOfItem(studyList, ['design']);

const designCells = ({ design }: { design: DesignKind }): Row => ({ design, level: levelOf(design) });

const studyColumn = column('study', 'Place among the project’s studies, 1 first', 'integer');

/** Rows of every study of every profile. */
const perStudy = async (rows: (study: Study) => Row[]): Promise<Row[]> =>
  (await standingProfiles()).flatMap((entry) =>
    entry.data.studies.flatMap((study, index) =>
      rows(study).map((row) => ({ ...row, ...profileCells(entry), study: index + 1, ...designCells(study) })),
    ),
  );

const studies: Table = {
  name: 'studies',
  title: 'Studies of the projects',
  description:
    'One row a study of a project that stands, with the strength of its design and its vote: the judgment of its headline outcome.',
  path: 'studies.csv',
  columns: [
    ...profileColumns,
    studyColumn,
    ...studyColumns,
    column('direction', 'The vote of the study: better, none, worse, mixed or not-tested'),
  ],
  primaryKey: ['profile', 'study'],
  rows: () =>
    perStudy((study) => {
      const { outcomes: _, ...cells } = study;
      return [{ ...cells, direction: voteOf(study).direction }];
    }),
};

const outcomes: Table = {
  name: 'outcomes',
  title: 'Outcomes of the studies',
  description: 'One row a measured outcome, nulls and adverse ones included, with the strength of the study’s design.',
  path: 'outcomes.csv',
  columns: [
    ...profileColumns,
    studyColumn,
    column('row', 'Place among the study’s outcomes, 1 first', 'integer'),
    // The design of the study, and its level.
    ...studyColumns.slice(0, 2),
    ...columnsOfItem(outcomeList).map((field) =>
      // An editor gives it only where neither percent nor points tells it; a row has it always.
      field.name === 'change' ? column('change', 'Which way the number went: up or down') : field,
    ),
  ],
  primaryKey: ['profile', 'study', 'row'],
  rows: () =>
    perStudy(({ outcomes: list }) =>
      list.map((outcome, index) => {
        const { isHeadline, ...cells } = outcomeRow(outcome);
        return { ...cells, row: index + 1, headline: isHeadline };
      }),
    ),
};

const laterEvidence: Table = {
  name: 'later-evidence',
  title: 'Later evidence on the projects',
  description:
    'One row a later or outside finding on a project that stands. Never to be added to the projects’ own studies.',
  path: 'later-evidence.csv',
  columns: [
    ...profileColumns,
    column('row', 'Place among the project’s later evidence, 1 first', 'integer'),
    ...columnsOfItem(laterList, ['year', 'design', 'direction', 'aim', 'finding']),
  ],
  primaryKey: ['profile', 'row'],
  rows: async () =>
    (await standingProfiles()).flatMap((entry) =>
      entry.data.laterEvidence.map((later, index) => ({
        ...later,
        ...profileCells(entry),
        row: index + 1,
        ...designCells(later),
      })),
    ),
};

/** Tables drawn from the profiles, beside those of whole collections. */
const evidenceTables = [studies, outcomes, laterEvidence];

export const tables: Table[] = [...openCollections.map(collectionTable), ...evidenceTables];

export const csvOf = async ({ columns, rows }: Table): Promise<string> =>
  csv(
    columns.map(({ name }) => name),
    await rows(),
  );

/** Publishers that the entries name, each once, most named first. */
const publishers = async (): Promise<{ title: string }[]> => {
  const named = (await citedEntries()).flatMap(({ data }) => data.sources);
  return [...countsOf(named.map(({ publisher }) => publisher))]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
    .map(([title]) => ({ title }));
};

/** A Frictionless Data Package (https://specs.frictionlessdata.io/data-package/, version 1) over the CSV files. */
export const dataPackageDescriptor = async () => ({
  profile: 'tabular-data-package',
  name: 'smart-policing-assistance',
  title: `${site.name}: open data`,
  description: `${site.description} ${site.notice.lead} ${site.notice.text}`,
  homepage: absoluteAddress('/data/'),
  licenses: [{ name: site.license.spdx, title: site.license.title, path: site.license.href }],
  sources: await publishers(),
  resources: tables.map(({ name, title, description, path, columns, primaryKey }) => ({
    profile: 'tabular-data-resource',
    name,
    title,
    description,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true },
    schema: { fields: columns, primaryKey },
  })),
});

/** Undefined of a table drawn from the profiles. */
const collectionOf = ({ name }: Table): CollectionName | undefined =>
  openCollections.find((collection) => collection === name);

/** What the index of the data lists of each table; a collection has its records and their schema beside it. */
export const dataIndex = async () =>
  Promise.all(
    tables.map(async (table) => {
      const collection = collectionOf(table);
      return {
        label: table.title,
        csv: `${dataRoot}${table.path}`,
        collection: collection && {
          entries: (await published(collection)).length,
          json: `${dataRoot}${collection}.json`,
          schema: `${dataRoot}schemas/${collection}.json`,
        },
      };
    }),
  );

const download = (file: string, encodingFormat: string) =>
  thing('DataDownload', { encodingFormat, contentUrl: absoluteAddress(`${dataRoot}${file}`) });

/** The data in schema.org's words. */
export const catalogThing = (): Thing =>
  thing('DataCatalog', {
    name: `${site.name}: open data`,
    description: site.description,
    url: absoluteAddress('/data/'),
    license: site.license.href,
    dataset: tables.map((table) =>
      thing('Dataset', {
        name: table.title,
        description: `${table.title} of ${site.name}. ${site.notice.lead}`,
        license: site.license.href,
        creator: thing('Organization', { name: site.name, url: site.address }),
        isAccessibleForFree: true,
        distribution: [
          download(table.path, 'text/csv'),
          ...(collectionOf(table) ? [download(`${table.name}.json`, 'application/json')] : []),
        ],
      }),
    ),
  });
