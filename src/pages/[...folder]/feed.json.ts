/** What is new, as JSON Feed: everything, a kind, a topic. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedOf, feedPaths, type KeptFeed } from '../../data/feeds.ts';
import { jsonFeed } from '../../lib/feeds/feed.ts';

export const getStaticPaths = (async () => feedPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ place: KeptFeed }> = async ({ props }) =>
  Response.json(jsonFeed(await feedOf(props.place, 'feed.json')));
