/** The citations of the whole library in one file, for a reference manager. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { libraryWorks } from '../../../data/library.ts';
import { bibtex } from '../../../lib/citation/bibtex.ts';
import type { CslItem } from '../../../lib/citation/csl.ts';
import { ris } from '../../../lib/citation/ris.ts';

const formats: Record<string, (works: CslItem[]) => string> = {
  ris: (works) => works.map(ris).join('\r\n'),
  bib: (works) => works.map(bibtex).join('\n'),
  'csl.json': (works) => `${JSON.stringify(works, undefined, 1)}\n`,
};

export const getStaticPaths = (() =>
  Object.keys(formats).map((format) => ({ params: { format } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { format = '' } }) =>
  new Response(formats[format]?.(await libraryWorks()));
