import type { APIRoute } from 'astro';
import { absoluteAddress } from '../data/citations.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress('/sitemap-index.xml')}\n`);
