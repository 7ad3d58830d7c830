/** The JSON Schema of a collection's records. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openCollections, recordSchema } from '../../../../data/records.ts';

type Collection = (typeof openCollections)[number];

export const getStaticPaths = (() =>
  openCollections.map((collection) => ({ params: { collection }, props: { collection } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ collection: Collection }> = ({ props: { collection } }) =>
  new Response(`${JSON.stringify(recordSchema(collection), undefined, 2)}\n`);
