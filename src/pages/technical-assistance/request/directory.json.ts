/** What the request function knows of the content: its vocabulary, experts, projects and page titles. */
import type { APIRoute } from 'astro';
import { requestDirectory } from '../../../data/request.ts';

export const GET: APIRoute = async () => Response.json(await requestDirectory());
