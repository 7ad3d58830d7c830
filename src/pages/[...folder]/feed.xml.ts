/** What is new, as Atom: everything, a kind, a topic. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { feedOf, feedPaths, type KeptFeed } from '../../data/feeds.ts';
import { atom } from '../../lib/feeds/feed.ts';

export const getStaticPaths = (async () => feedPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ place: KeptFeed }> = async ({ props }) =>
  new Response(atom(await feedOf(props.place, 'feed.xml')));
