/** The citations of the whole library in one file, for a reference manager. */
import type { APIRoute } from 'astro';
import { libraryWorks } from '../../../data/lists.ts';
import { citationFiles, type CitationFormat } from '../../../lib/citation/files.ts';

export const getStaticPaths = () => Object.keys(citationFiles).map((format) => ({ params: { format } }));

export const GET: APIRoute<never, { format: CitationFormat }> = async ({ params }) =>
  new Response(citationFiles[params.format](await libraryWorks()));
