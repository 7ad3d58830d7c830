import type { APIRoute } from 'astro';
import { guideForPrograms } from '../data/guide-for-programs.ts';

export const GET: APIRoute = async () => new Response(await guideForPrograms());
