/** The projects that the picker offers. */
import type { APIRoute } from 'astro';
import { comparedIndex } from '../../../data/comparison.ts';

export const GET: APIRoute = async () => Response.json(await comparedIndex());
