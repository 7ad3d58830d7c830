/** What the search is told of every page: the build makes the index of it and takes the file away. */
import type { APIRoute } from 'astro';
import { searchSource } from '../../data/search-records.ts';

export const GET: APIRoute = async () => Response.json(await searchSource());
