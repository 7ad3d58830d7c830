/** Files of many entries in one, unpacked and removed after the build. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { CitedEntry } from '../../data/citations.ts';
import { parcelOf, parcelPaths } from '../../data/entry-files.ts';

export const getStaticPaths = (async () => parcelPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ entries: CitedEntry[] }> = ({ props }) => new Response(parcelOf(props.entries));
