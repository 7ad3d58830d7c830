/** For the sitemap, which is written when all pages are known. */
import type { APIRoute } from 'astro';
import { checkedDays } from '../../data/sitemap.ts';

export const GET: APIRoute = async () => Response.json(await checkedDays());
