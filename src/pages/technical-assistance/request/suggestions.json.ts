/** For each topic, what to read and who knows it: the form offers them while a topic is chosen. */
import type { APIRoute } from 'astro';
import { topicSuggestions } from '../../../data/request.ts';

export const GET: APIRoute = async () => Response.json(await topicSuggestions());
