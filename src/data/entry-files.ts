/** The files that lie beside an entry's page: its citation in three formats, its Markdown and its record. */
import { readFileSync } from 'node:fs';
import { apa } from '../lib/citation/apa.ts';
import { citationFiles } from '../lib/citation/files.ts';
import { plainText } from '../lib/citation/runs.ts';
import { bodyOfFile } from '../lib/entry.ts';
import { evidenceView } from '../lib/evidence.ts';
import { markdownTwin } from '../lib/markdown-twin.ts';
import { absoluteAddress, citedEntries, digestOf, fileBeside, workOf, type CitedEntry } from './citations.ts';
import { evidenceOf, factsOf, sectionsOf } from './entries.ts';
import { recordOf } from './records.ts';
import { addressOf, kinds } from '../kinds/index.ts';

/** The body as it was written. Read when it is needed: kept in the store it would fill the memory of a large build. */
const bodyOf = (entry: CitedEntry): string => (entry.filePath ? bodyOfFile(readFileSync(entry.filePath, 'utf8')) : '');

const markdownOf = (entry: CitedEntry): string => {
  const evidence = evidenceOf(entry);
  return markdownTwin({
    ...entry.data,
    label: kinds[entry.collection].one,
    address: absoluteAddress(addressOf(entry)),
    digest: digestOf(entry),
    withdrawn: entry.data.withdrawn,
    facts: factsOf(entry),
    sections: sectionsOf(entry),
    evidence: evidence && evidenceView(evidence),
    body: bodyOf(entry),
    citation: plainText(apa(workOf(entry))),
  });
};

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
