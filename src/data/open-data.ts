/** The tables of the open data: a CSV a collection, and one row a measured outcome. */
import { addressOf } from '../lib/addresses.ts';
import { columnsOf, flattened, type Column } from '../lib/open-data/columns.ts';
import { csv, type Row } from '../lib/open-data/csv.ts';
import { dataPackage, type CsvResource } from '../lib/open-data/data-package.ts';
import { shapeOf } from '../lib/shape.ts';
import { plain } from '../lib/open-data/plain.ts';
import { collectionLabels, designLabels } from '../lib/labels.ts';
import { thing, type Thing } from '../lib/structured-data.ts';
import type { CollectionName } from '../schemas/fields.ts';
import { site } from '../site.ts';
import { absoluteAddress } from './citations.ts';
import { published } from './entries.ts';
import { dataRoot, openCollections, recordsOf } from './records.ts';

export interface Table extends CsvResource {
  rows: () => Promise<Row[]>;
}

const collectionTable = (collection: CollectionName): Table => ({
  name: collection,
  title: collectionLabels[collection].many,
  description: `One row an entry. Lists are joined with a bar; lists of several fields are written as JSON.`,
  path: `${collection}.csv`,
  columns: columnsOf(shapeOf(collection)),
  primaryKey: ['id'],
  rows: async () =>
    (await recordsOf(collection)).map(({ id, address, sha256, data }) => ({ id, address, sha256, ...flattened(data) })),
});

const outcomeColumns: Column[] = [
  { name: 'profile', type: 'string', description: 'The id of the program profile' },
  { name: 'address', type: 'string', description: 'Permanent address of the profile' },
  { name: 'row', type: 'integer', description: 'Place in the profile’s table, 1 first' },
  { name: 'state', type: 'string', description: 'Postal code' },
  { name: 'cohort', type: 'integer', description: 'Award year' },
  { name: 'topics', type: 'string', description: 'Topics of the whole project' },
  { name: 'design', type: 'string', description: 'How the project was studied' },
  {
    name: 'level',
    type: 'integer',
    description: 'Level of the design on the Maryland Scientific Methods Scale, 5 strongest; empty where it has none',
  },
  { name: 'measure', type: 'string', description: 'What was measured' },
  { name: 'direction', type: 'string', description: 'better, none, worse, mixed or not-tested' },
  { name: 'change', type: 'string', description: 'Which way the number went: up or down' },
  { name: 'figure', type: 'string', description: 'The figure as a reader would say it' },
  { name: 'period', type: 'string', description: 'When' },
  { name: 'comparison', type: 'string', description: 'Against what' },
];

const outcomes: Table = {
  name: 'outcomes',
  title: 'Outcomes of the projects',
  description: 'One row a measured outcome, nulls and adverse ones included, with the strength of the study’s design.',
  path: 'outcomes.csv',
  columns: outcomeColumns,
  primaryKey: ['profile', 'row'],
  rows: async () =>
    (await published('program-profiles')).flatMap((entry) => {
      const { state, cohort, topics, design } = entry.data;
      const address = absoluteAddress(addressOf(entry));
      return entry.data.outcomes.map((outcome, index) => ({
        profile: entry.id,
        address,
        row: index + 1,
        state,
        cohort,
        topics: plain(topics),
        design: design.kind,
        level: designLabels[design.kind].scale,
        measure: outcome.measure,
        direction: outcome.direction,
        change: outcome.change,
        figure: outcome.figure,
        period: outcome.period,
        comparison: outcome.comparison,
      }));
    }),
};

export const tables: Table[] = [...openCollections.map(collectionTable), outcomes];

export const csvOf = async ({ columns, rows }: Table): Promise<string> =>
  csv(
    columns.map(({ name }) => name),
    await rows(),
  );

const packageName = 'smart-policing-assistance';

/** Publishers that the entries name, each once, most named first. */
const publishers = async (): Promise<{ title: string }[]> => {
  const counts = new Map<string, number>();
  for (const collection of openCollections)
    for (const entry of await published(collection))
      if ('sources' in entry.data)
        for (const { publisher } of entry.data.sources) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en')).map(([title]) => ({ title }));
};

export const dataPackageDescriptor = async () =>
  dataPackage(
    {
      name: packageName,
      title: `${site.name}: open data`,
      description: `${site.description} ${site.notice.lead} ${site.notice.text}`,
      homepage: absoluteAddress('/data/'),
      license: site.license,
      sources: await publishers(),
    },
    tables,
  );

/** What the index of the data lists of a collection. */
export const dataIndex = async () =>
  Promise.all(
    openCollections.map(async (collection) => ({
      collection,
      label: collectionLabels[collection].many,
      entries: (await published(collection)).length,
      json: `${dataRoot}${collection}.json`,
      csv: `${dataRoot}${collection}.csv`,
      schema: `${dataRoot}schemas/${collection}.json`,
    })),
  );

/** The data in schema.org's words. */
export const catalogThing = async (): Promise<Thing> =>
  thing('DataCatalog', {
    name: `${site.name}: open data`,
    description: site.description,
    url: absoluteAddress('/data/'),
    license: site.license.href,
    dataset: [
      ...(await dataIndex()).map(({ label, csv: csvPath, json }) => ({ label, files: [csvPath, json] })),
      { label: outcomes.title, files: [`${dataRoot}${outcomes.path}`] },
    ].map(({ label, files }) =>
      thing('Dataset', {
        name: label,
        description: `${label} of ${site.name}. ${site.notice.lead}`,
        license: site.license.href,
        creator: thing('Organization', { name: site.name, url: site.address }),
        isAccessibleForFree: true,
        distribution: files.map((path) =>
          thing('DataDownload', {
            encodingFormat: path.endsWith('.csv') ? 'text/csv' : 'application/json',
            contentUrl: absoluteAddress(path),
          }),
        ),
      }),
    ),
  });
