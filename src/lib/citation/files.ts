/** Cited works in one file, for reference managers; each format under the ending of its files. */
import { bibtex } from './bibtex.ts';
import type { CslItem } from './csl.ts';
import { ris } from './ris.ts';

export const citationFiles = {
  ris: (works: readonly CslItem[]) => works.map(ris).join('\r\n'),
  bib: (works: readonly CslItem[]) => works.map(bibtex).join('\n'),
  'csl.json': (works: readonly CslItem[]) => `${JSON.stringify(works, undefined, 1)}\n`,
};

export type CitationFormat = keyof typeof citationFiles;
