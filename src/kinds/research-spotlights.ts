/** A research spotlight: the programme's own report on one project or one theme. */
import { z } from 'zod';
import { publicationWork } from '../lib/citation/works.ts';
import { section } from '../lib/facts.ts';
import { defineKind } from './kind.ts';
import { common, draftsSayWhy, evenWithFaults, links, text } from './fields.ts';
import { publicationFacts, publicationFields, publicationSearch, publicationThings } from './publication.ts';

const schema = z
  .strictObject({
    ...common,
    ...publicationFields,
    keyFindings: z.array(text(400)).default([]).describe('What it found, one sentence each, failures included'),
    supersedes: links.supersedes('research-spotlights'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);

export const researchSpotlights = defineKind({
  schema,
  one: 'Research spotlight',
  many: 'Research spotlights',
  href: '/research-spotlights/',
  tagline: 'The program’s own reports on what projects did and found',
  isEvidence: true,
  sort: () => ({ id: 'research-spotlights', label: 'Research spotlight' }),
  line: ({ year }) => (year ? [String(year)] : []),
  date: ({ year }) => year?.toString(),
  facts: (data) => publicationFacts(data),
  sections: ({ keyFindings }) => section('findings', 'Key findings', keyFindings),
  search: (data) => publicationSearch(data, 'research-spotlights'),
  work: (publication, { key, address }) => publicationWork({ key, publication, describedAt: address }),
  things: (_, around) => publicationThings(around),
});
