/** The Frictionless descriptor of the CSV files. */
import type { APIRoute } from 'astro';
import { dataPackageDescriptor } from '../../../data/open-data.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(await dataPackageDescriptor(), undefined, 2)}\n`);
