/** A webinar, past or to come. */
import { z } from 'zod';
import {
  common,
  dateEstimated,
  draftsSayWhy,
  evenWithFaults,
  links,
  material,
  partialDate,
  person,
  text,
  transcriptFile,
  webAddress,
} from './fields.ts';

export const webinars = z
  .strictObject({
    ...common,
    date: partialDate.optional().describe('Day, month or year, as far as it is known'),
    dateEstimated,
    presenters: z.array(person).default([]).describe('Who spoke: an expert by file name, or a named person'),
    audience: text(300).optional().describe('For whom it was meant'),
    objectives: z.array(text(300)).default([]).describe('What people were to learn, one line each'),
    page: links.page,
    recording: webAddress.optional().describe('Address of the recording, at the publisher'),
    materials: z.array(material).default([]).describe('Slides and handouts'),
    transcript: transcriptFile
      .optional()
      .describe('WebVTT file in a folder of the entry’s name: ./my-entry/transcript.vtt'),
    profiles: links.profiles('Projects that were presented: file names of content/program-profiles/ without .mdx'),
    supersedes: links.supersedes('webinars'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
