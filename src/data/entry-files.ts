/** The files that lie beside an entry's page: its citation in three formats, its Markdown and its record. */
import { citationFiles } from '../lib/citation/files.ts';
import { citedEntries, type CitedEntry, fileBeside, workOf } from './citations.ts';
import { markdownOf } from './markdown.ts';
import { recordOf } from './records.ts';

const emitters: Record<string, (entry: CitedEntry) => string> = {
  ris: (entry) => citationFiles.ris([workOf(entry)]),
  bib: (entry) => citationFiles.bib([workOf(entry)]),
  'csl.json': (entry) => citationFiles['csl.json']([workOf(entry)]),
  md: markdownOf,
  json: (entry) => `${JSON.stringify(recordOf(entry), undefined, 1)}\n`,
};

/** Path and text of each file of an entry. */
const filesOf = (entry: CitedEntry): [path: string, text: string][] =>
  Object.entries(emitters).map(([ending, emit]) => [fileBeside(entry, ending), emit(entry)]);

/** How many entries travel in one parcel: enough to be quick, small enough for the memory. */
const parcelSize = 100;

/** Files travel in a few parcels, which `src/build/unpack.ts` unpacks: its first lines say what that saves. */
export const parcelPaths = async () => {
  const entries = await citedEntries();
  return Array.from({ length: Math.ceil(entries.length / parcelSize) }, (_, index) => ({
    params: { parcel: String(index) },
    props: { entries: entries.slice(index * parcelSize, (index + 1) * parcelSize) },
  }));
};

export const parcelOf = (entries: readonly CitedEntry[]): string => JSON.stringify(entries.flatMap(filesOf));

/** In `npm run dev` nothing is unpacked: each file is made when it is asked for. */
export const singleFilePaths = async () =>
  import.meta.env.DEV
    ? (await citedEntries()).flatMap((entry) =>
        filesOf(entry).map(([path, text]) => ({ params: { file: path.slice(1) }, props: { text } })),
      )
    : [];
