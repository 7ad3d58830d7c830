/** An icon of the web app manifest. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon, icons, type Icon } from '../../data/icons.ts';

export const getStaticPaths = (() =>
  icons.map((icon) => ({ params: { name: icon.name }, props: { icon } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ icon: Icon }> = async ({ props }) => new Response(await drawIcon(props.icon));
