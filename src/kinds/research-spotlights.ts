/** A research spotlight: the programme's own report on one project or one theme. */
import { z } from 'zod';
import { common, draftsSayWhy, evenWithFaults, links, text } from './fields.ts';
import { publicationFields } from './publication.ts';

export const researchSpotlights = z
  .strictObject({
    ...common,
    ...publicationFields,
    keyFindings: z.array(text(400)).default([]).describe('What it found, one sentence each, failures included'),
    supersedes: links.supersedes('research-spotlights'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
