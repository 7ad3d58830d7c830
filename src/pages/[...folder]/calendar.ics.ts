/** Meetings and webinars for a calendar. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendars } from '../../data/calendars.ts';
import { iCalendar } from '../../lib/feeds/icalendar.ts';

export const getStaticPaths = (() =>
  calendars.map(({ folder, read }) => ({
    params: { folder: folder.replace(/^\/|\/$/g, '') || undefined },
    props: { read },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ read: (typeof calendars)[number]['read'] }> = async ({ props }) =>
  new Response(iCalendar(await props.read()));
