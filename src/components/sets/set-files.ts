/** The files of a set, made from the published records of its entries. Loaded when one is asked for. */
import type { CslItem, CslName } from '../../lib/citation/csl.ts';
import { citationFormats, type CitationFormat } from '../../lib/citation/files.ts';
import { comparisonCsv } from '../../lib/comparison.ts';
import { csvForPeople } from '../../lib/open-data/csv.ts';
import { projectOf, recordsAt } from './records.ts';
import { projectIdsOf, type SetEntry } from './set.ts';

export type SetFormat = 'csv' | CitationFormat;

interface SetFile {
  name: string;
  type: string;
  text: string;
  /** Titles of the entries that are not in it: withdrawn from the site, or never to be cited. */
  missing: string[];
  count: number;
}

const nameOf = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family, name.suffix].filter(Boolean).join(' ');

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

/** Exactly these entries, in their order. Throws where the network fails: a file never lacks an entry without a word. */
export const setFile = async (entries: readonly SetEntry[], format: SetFormat, origin: string): Promise<SetFile> => {
  const records = await recordsAt(entries.map(({ path }) => path));
  const isTable = format === 'csv' && projectIdsOf(entries).length === entries.length;
  const held = entries.flatMap(({ path }, index) => {
    const record = records[index];
    return record && (isTable || record.citation) ? [{ path, record }] : [];
  });
  const cited = held.flatMap(({ path, record: { citation } }) => (citation ? [{ path, citation }] : []));
  const text = isTable
    ? comparisonCsv(
        held.map(({ record }) => projectOf(record)),
        origin,
      )
    : format === 'csv'
      ? csvForPeople(cited.map(({ path, citation }) => workRow(citation, new URL(path, origin).href)))
      : citationFormats[format].write(cited.map(({ citation }) => citation));
  const isHeld = new Set(held.map(({ path }) => path));
  const missing = entries.filter(({ path }) => !isHeld.has(path)).map(({ title }) => title);
  return {
    name: `smart-policing-set.${format}`,
    type: format === 'csv' ? 'text/csv;charset=utf-8' : citationFormats[format].type,
    text,
    missing,
    count: entries.length - missing.length,
  };
};
