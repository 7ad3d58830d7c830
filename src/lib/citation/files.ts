/**
 * Cited works in one file, for reference managers; each format under the ending of its files. What is offered for download
 * follows this list.
 */
import { bibtex } from './bibtex.ts';
import type { CslItem } from './csl.ts';
import { ris } from './ris.ts';

interface Format {
  label: string;
  /** Media type. */
  type: string;
  write: (works: readonly CslItem[]) => string;
}

export const citationFormats = {
  ris: {
    label: 'RIS',
    type: 'application/x-research-info-systems',
    write: (works) => works.map(ris).join('\r\n'),
  },
  bib: { label: 'BibTeX', type: 'application/x-bibtex', write: (works) => works.map(bibtex).join('\n') },
  'csl.json': {
    label: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: (works) => `${JSON.stringify(works, undefined, 1)}\n`,
  },
} satisfies Record<string, Format>;

export type CitationFormat = keyof typeof citationFormats;

/** Links to the files of all formats at `path`, an address without its ending. */
export const citationLinks = (path: string) =>
  Object.entries(citationFormats).map(([ending, { label }]) => ({ label, href: `${path}.${ending}` }));
