/** For the sitemap, which is written when all pages are known; this file is taken away then. */
import type { APIRoute } from 'astro';
import { checkedDays } from '../data/sitemap.ts';

export const GET: APIRoute = async () => Response.json(await checkedDays());
