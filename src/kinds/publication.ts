/** What research spotlights and other resources share: what a citation needs. */
import { z } from 'zod';
import { author, dateEstimated, links, text, webAddress, year } from './fields.ts';

export const publicationFields = {
  authors: z.array(author).default([]).describe('In the order of the title page. Leave out where no source names them'),
  year: year.optional().describe('Year of publication. Leave out where it is not known'),
  dateEstimated,
  publisher: text(160).optional().describe('Who published it'),
  url: webAddress.optional().describe('Where to read it: the publisher’s own page or file'),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, { error: 'write the DOI as it begins with 10., without https://doi.org/ in front' })
    .refine((doi) => !/[.,;:]$/.test(doi), {
      error: 'a DOI does not end in a full stop, comma or colon: take the last sign out',
    })
    .optional()
    .describe('10.1177/1098611113497044'),
  pageCount: z.int().positive().optional().describe('Number of pages of a report'),
  number: text(60).optional().describe('Report or NCJ number: NCJ 250184'),
  grant: text(60).optional().describe('Award number it was written under: 2013-DP-BX-K006'),
  profiles: links.profiles('The projects it is about: file names of content/program-profiles/ without .mdx'),
};
