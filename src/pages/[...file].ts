/** The files beside an entry, while writing; a build unpacks them from parcels. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { singleFilePaths } from '../data/entry-files.ts';

export const getStaticPaths = (async () => singleFilePaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
