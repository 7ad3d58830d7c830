/** A topic: the controlled vocabulary under which everything is found. */
import { z } from 'zod';
import { text } from './fields.ts';

/** The eight headings of the programme's library (technical assistance page, “SPI Website”). */
export const topicHeadings = [
  'crime',
  'crime analysis',
  'department management',
  'justice',
  'organization change',
  'outreach',
  'policing strategies',
  'technology',
] as const;
export type TopicHeading = (typeof topicHeadings)[number];

export const topics = z.strictObject({
  title: text(80).describe('The label, as shown'),
  heading: z.enum(topicHeadings).describe('The heading of the library that it stands under'),
  summary: text(299).describe('What it is, in two sentences of plain English'),
  synonyms: z
    .array(text(80))
    .default([])
    .describe('What else people type: acronyms, other names, common misspellings. They are searched'),
});
