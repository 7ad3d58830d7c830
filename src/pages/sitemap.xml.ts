import type { APIRoute } from 'astro';
import { sitemapPages } from '../data/sitemap.ts';
import { sitemap } from '../lib/feeds/sitemap.ts';

export const GET: APIRoute = async () => new Response(sitemap(await sitemapPages()));
