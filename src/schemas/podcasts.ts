/** A podcast episode. */
import { z } from 'zod';
import { common, draftsSayWhy, links, partialDate, person, webAddress } from './fields.ts';

export const podcasts = z
  .strictObject({
    ...common,
    date: partialDate.optional().describe('Day, month or year, as far as it is known'),
    guests: z.array(person).default([]).describe('Who spoke: an expert by file name, or a named person'),
    page: links.page,
    audio: webAddress.optional().describe('Address of the audio file, at the publisher'),
    durationMinutes: z.int().positive().optional(),
    transcript: z
      .string()
      .regex(/^\.\/[\w./-]+\.vtt$/, { error: 'write the path of a WebVTT file beside the entry, such as ./my-episode/transcript.vtt' })
      .optional()
      .describe('WebVTT file in a folder of the entry’s name'),
    profiles: links.profiles('Projects that are spoken about'),
  })
  .superRefine(draftsSayWhy);
