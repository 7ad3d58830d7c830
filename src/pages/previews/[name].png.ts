/** A picture for shared links. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawPreview, previewPaths } from '../../data/previews.ts';
import type { Preview } from '../../lib/preview-image.ts';

export const getStaticPaths = (async () => previewPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ preview: Preview }> = async ({ props }) => new Response(await drawPreview(props.preview));
