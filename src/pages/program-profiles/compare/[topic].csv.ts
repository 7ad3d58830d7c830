/** The table of a topic as CSV: one row a project. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedTopicPaths, type ComparedTopic } from '../../../data/comparison.ts';
import { comparisonColumns, comparisonRow } from '../../../lib/comparison.ts';
import { csvForPeople } from '../../../lib/open-data/csv.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = (async () => comparedTopicPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: ComparedTopic }> = ({ props: { topic } }) =>
  new Response(
    csvForPeople(
      comparisonColumns,
      topic.projects.map((project) => comparisonRow(project, site.address)),
    ),
  );
