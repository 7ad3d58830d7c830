/** A podcast episode. */
import { z } from 'zod';
import {
  common,
  dateEstimated,
  draftsSayWhy,
  evenWithFaults,
  links,
  partialDate,
  person,
  transcriptFile,
  webAddress,
} from './fields.ts';

export const podcasts = z
  .strictObject({
    ...common,
    date: partialDate.optional().describe('Day, month or year, as far as it is known'),
    dateEstimated,
    guests: z.array(person).default([]).describe('Who spoke: an expert by file name, or a named person'),
    page: links.page,
    audio: webAddress.optional().describe('Address of the audio file, at the publisher'),
    durationMinutes: z.int().positive().optional().describe('Length in minutes: 24'),
    audioBytes: z.int().positive().optional().describe('Size of the audio file in bytes. Podcast players ask for it'),
    transcript: transcriptFile
      .optional()
      .describe('WebVTT file in a folder of the entry’s name: ./my-entry/transcript.vtt'),
    profiles: links.profiles('Projects that are spoken about'),
    supersedes: links.supersedes('podcasts'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
