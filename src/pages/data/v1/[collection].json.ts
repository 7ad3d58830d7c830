/** Every record of a collection in one file. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { openCollections, recordsOf, schemaAddress } from '../../../data/records.ts';
import { site } from '../../../site.ts';

type Collection = (typeof openCollections)[number];

export const getStaticPaths = (() =>
  openCollections.map((collection) => ({ params: { collection }, props: { collection } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ collection: Collection }> = async ({ props: { collection } }) =>
  Response.json({
    collection,
    schema: schemaAddress(collection),
    license: site.license.href,
    notice: `${site.notice.lead} ${site.notice.text}`,
    entries: await recordsOf(collection),
  });
