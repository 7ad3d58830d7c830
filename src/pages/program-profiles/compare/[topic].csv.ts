/** The table of a topic as CSV: one row a project. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedTopicPaths, type ComparedTopic } from '../../../data/comparison.ts';
import { comparisonCsv } from '../../../lib/comparison.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = (async () => comparedTopicPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: ComparedTopic }> = ({ props: { topic } }) =>
  new Response(comparisonCsv(topic.projects, site.address));
