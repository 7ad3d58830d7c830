/** The podcast feed; there is none while no episode has audio. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { podcast } from '../../data/podcast.ts';
import { podcastFeed, type Podcast } from '../../lib/feeds/podcast.ts';

export const getStaticPaths = (async () => {
  const feed = await podcast();
  return feed ? [{ params: { podcast: 'podcast' }, props: { feed } }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Podcast }> = ({ props }) => new Response(podcastFeed(props.feed));
