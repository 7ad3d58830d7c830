/** A podcast episode. */
import { z } from 'zod';
import { dateInWords } from '../lib/dates.ts';
import { elsewhere } from '../lib/facts.ts';
import { thing } from '../lib/structured-data.ts';
import { counted } from '../lib/text.ts';
import { asPage, defineKind, pageFacts } from './kind.ts';
import { audioEndings, audioTypeOf } from '../lib/audio.ts';
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

const schema = z
  .strictObject({
    ...common,
    date: partialDate.optional().describe('Day, month or year, as far as it is known'),
    dateEstimated,
    guests: z.array(person).default([]).describe('Who spoke: an expert by file name, or a named person'),
    page: links.page,
    audio: webAddress
      .refine((address) => audioTypeOf(address) !== undefined, {
        error: `the address of a sound file ends in one of: ${audioEndings.join(', ')}. A page to listen on goes under “page”`,
      })
      .optional()
      .describe('Address of the audio file, at the publisher'),
    durationMinutes: z.int().positive().optional().describe('Length in minutes: 24'),
    audioBytes: z.int().positive().optional().describe('Size of the audio file in bytes. Podcast players ask for it'),
    transcript: transcriptFile
      .optional()
      .describe('WebVTT file in a folder of the entry’s name: ./my-entry/transcript.vtt'),
    profiles: links.profiles('Projects that are spoken about'),
    supersedes: links.supersedes('podcasts'),
  })
  .superRefine(draftsSayWhy, evenWithFaults)
  .refine(({ audio, audioBytes }) => !audio || audioBytes, {
    path: ['audio'],
    error: 'players need the size of the sound file: add an “audioBytes” line with its size in bytes',
    ...evenWithFaults,
  });

export const podcasts = defineKind({
  schema,
  one: 'Podcast',
  many: 'Podcasts',
  href: '/podcasts/',
  tagline: 'People of the program talk about the work',
  isEvidence: true,
  sort: () => ({ id: 'podcasts', label: 'Podcast' }),
  line: ({ date }) => (date ? [dateInWords(date)] : []),
  date: ({ date }) => date,
  facts: ({ date, durationMinutes, audio }) => [
    elsewhere('Date', date && dateInWords(date)),
    elsewhere('Length', durationMinutes && counted(durationMinutes, 'minute')),
    elsewhere('Audio', audio),
  ],
  sections: () => [],
  search: ({ guests }, peopleOf) => ({ names: peopleOf(guests).map(({ name }) => name) }),
  work: asPage('Podcast'),
  things: ({ audio, date, title, durationMinutes }, around) => [
    thing('PodcastEpisode', {
      ...pageFacts(around),
      name: title,
      datePublished: date,
      timeRequired: durationMinutes ? `PT${durationMinutes}M` : undefined,
      associatedMedia: audio ? thing('AudioObject', { contentUrl: audio }) : undefined,
    }),
  ],
});
