/** Every file that is no page: src/data/files.ts says which there are. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteFiles } from '../data/files.ts';

export const getStaticPaths = (async () =>
  (await siteFiles()).map(([path, make]) => ({
    params: { file: path.slice(1) },
    props: { make },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ make: () => unknown }> = async ({ props }) => {
  const contents = await props.make();
  return typeof contents === 'string' || contents instanceof Uint8Array
    ? new Response(contents as BodyInit)
    : Response.json(contents);
};
