/** The podcast feed; there is none while no episode has audio. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { podcast } from '../../data/podcast.ts';
import { podcastFeed, type Podcast } from '../../lib/feeds/podcast.ts';

export const getStaticPaths = (async () => {
  const props = await podcast();
  return props ? [{ params: { podcast: 'podcast' }, props }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Podcast & Record<string, unknown>> = ({ props }) => new Response(podcastFeed(props));
