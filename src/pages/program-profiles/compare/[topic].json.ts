/** The table of a topic as JSON. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedTopicPaths, type ComparedTopic } from '../../../data/comparison.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = (async () => comparedTopicPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: ComparedTopic }> = ({ props: { topic } }) =>
  Response.json({ topic: topic.label, license: site.license.href, projects: topic.projects });
