/** What the search is told of the entries, for the step that writes its index. */
import type { APIRoute } from 'astro';
import { searchRecords } from '../../data/search-records.ts';

export const GET: APIRoute = async () => Response.json(await searchRecords());
