/** A table of the open data as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { csvOf, tables, type Table } from '../../../data/open-data.ts';

export const getStaticPaths = (() =>
  tables.map((table) => ({ params: { table: table.name }, props: { table } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ table: Table }> = async ({ props }) => new Response(await csvOf(props.table));
