/** The files of a set, made from the files that lie beside each page. Loaded when one is asked for. */
import pMap from 'p-map';
import { bibtex } from '../../lib/citation/bibtex.ts';
import { citationKey, type CslItem, type CslName } from '../../lib/citation/csl.ts';
import { ris } from '../../lib/citation/ris.ts';
import { comparisonColumns, comparisonRow } from '../../lib/comparison.ts';
import { csvForPeople } from '../../lib/open-data/csv.ts';
import { besideOf, fetched, projectAt } from './records.ts';
import { partsOf, projectIdsOf, type SetEntry } from './set.ts';

export type SetFormat = 'csv' | 'ris' | 'bib' | 'csl.json';

interface SetFile {
  name: string;
  type: string;
  text: string;
  /** Titles of the entries that are not in it: withdrawn from the site, or never to be cited. */
  missing: string[];
  count: number;
}

const types: Record<SetFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  ris: 'application/x-research-info-systems',
  bib: 'application/x-bibtex',
  'csl.json': 'application/vnd.citationstyles.csl+json',
};

const concurrency = 8;
/** From so many publications on, the file of the whole library is fetched once and picked from. */
const manyWorks = 20;
const libraryFile = '/data/v1/library.csl.json';
/** Rooms of the site, with the collection by which the library’s file names their entries. */
const libraryRooms: Record<string, string> = { library: 'resources', 'research-spotlights': 'research-spotlights' };

const libraryKeyOf = ({ path }: SetEntry): string | undefined => {
  const parts = partsOf(path);
  const collection = parts && libraryRooms[parts.room];
  return parts && collection ? citationKey(collection, parts.id) : undefined;
};

/** A work for each entry, in their order; undefined where it has none. */
const worksOf = async (entries: readonly SetEntry[]): Promise<(CslItem | undefined)[]> => {
  const keys = entries.map(libraryKeyOf);
  const isLarge = keys.filter((key) => key !== undefined).length > manyWorks;
  const library = new Map(
    isLarge ? (await fetched<CslItem[]>(libraryFile))?.map((item) => [item.id, item] as const) : [],
  );
  return pMap(
    entries,
    async ({ path }, index) =>
      library.get(keys[index] ?? '') ??
      (partsOf(path) ? (await fetched<CslItem[]>(besideOf(path, 'csl.json')))?.[0] : undefined),
    { concurrency },
  );
};

const nameOf = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family, name.suffix].filter(Boolean).join(' ');

const workColumns = ['id', 'title', 'authors', 'year', 'publisher', 'journal', 'doi', 'url', 'page'] as const;

/** `page` is its page on this site. */
const workRow = (item: CslItem, page: string) => ({
  id: item.id,
  title: item.title,
  authors: (item.author ?? []).map(nameOf),
  year: item.issued?.['date-parts'][0][0],
  publisher: item.publisher,
  journal: item['container-title'],
  doi: item.DOI,
  url: item.URL,
  page,
});

const works: Record<Exclude<SetFormat, 'csv'>, (items: readonly CslItem[]) => string> = {
  ris: (items) => items.map(ris).join('\r\n'),
  bib: (items) => items.map(bibtex).join('\n'),
  'csl.json': (items) => `${JSON.stringify(items, undefined, 1)}\n`,
};

interface Written {
  text: string;
  isThere: readonly boolean[];
}

const projectTable = async (entries: readonly SetEntry[], origin: string): Promise<Written> => {
  const found = await pMap(entries, ({ path }) => projectAt(path), { concurrency });
  const rows = found.flatMap((project) => (project ? [comparisonRow(project, origin)] : []));
  return { text: csvForPeople(comparisonColumns, rows), isThere: found.map((project) => project !== undefined) };
};

const worksFile = async (entries: readonly SetEntry[], format: SetFormat, origin: string): Promise<Written> => {
  const found = await worksOf(entries);
  const text =
    format === 'csv'
      ? csvForPeople(
          workColumns,
          found.flatMap((item, index) =>
            item ? [workRow(item, new URL(entries[index]?.path ?? '', origin).href)] : [],
          ),
        )
      : works[format](found.filter((item) => item !== undefined));
  return { text, isThere: found.map((item) => item !== undefined) };
};

/** Exactly these entries, in their order. Throws where the network fails: a file never lacks an entry without a word. */
export const setFile = async (entries: readonly SetEntry[], format: SetFormat, origin: string): Promise<SetFile> => {
  const isOfProjects = projectIdsOf(entries).length === entries.length;
  const { text, isThere } =
    format === 'csv' && isOfProjects ? await projectTable(entries, origin) : await worksFile(entries, format, origin);
  const missing = entries.filter((_, index) => !isThere[index]).map(({ title }) => title);
  return {
    name: `smart-policing-set.${format}`,
    type: types[format],
    text,
    missing,
    count: entries.length - missing.length,
  };
};
