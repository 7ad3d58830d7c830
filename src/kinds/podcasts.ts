/** A podcast episode. */
import { z } from 'zod';
import { audioEndings, audioTypeOf } from '../lib/audio.ts';
import { dateInWords } from '../lib/dates.ts';
import { elsewhere } from '../lib/facts.ts';
import type { Material } from '../lib/labels.ts';
import { thing } from '../lib/structured-data.ts';
import { counted } from '../lib/text.ts';
import { entrySchema, evenWithFaults, links, webAddress } from './fields.ts';
import { defineKind, pageFacts } from './kind.ts';
import { speakers, talk, talkRow, talkSearch, transcript, when } from './talks.ts';

const schema = entrySchema({
  ...when,
  guests: speakers,
  page: links.page,
  audioBytes: z
    .int()
    .min(10_000, { error: 'look the size of the file up, and write all its figures: 24 megabytes are about 24000000' })
    .optional()
    .describe('Size of the audio file in bytes. Podcast players ask for it'),
  audio: webAddress
    .refine((address) => audioTypeOf(address) !== undefined, {
      error: `the address of a sound file ends in one of: ${audioEndings.join(', ')}. A page to listen on goes under “page”`,
    })
    .optional()
    .describe('Address of the audio file, at the publisher'),
  durationMinutes: z
    .int()
    .positive()
    .max(600, { error: 'write the length in minutes, not in seconds' })
    .optional()
    .describe('Length in minutes: 24'),
  transcript,
  profiles: links.profiles('Projects that are spoken about'),
  supersedes: links.supersedes('podcasts'),
}).refine(({ audio, audioBytes }) => !audio || audioBytes, {
  path: ['audio'],
  error: 'players need the size of the sound file: add an “audioBytes” line with its size in bytes',
  ...evenWithFaults,
});

const materialsOf = ({ audio, transcript: text }: z.output<typeof schema>): Material[] => [
  ...(audio ? ['audio' as const] : []),
  ...(text ? ['transcript' as const] : []),
];

export const podcasts = defineKind({
  ...talk,
  schema,
  one: 'Podcast',
  many: 'Podcasts',
  href: '/podcasts/',
  list: {
    title: 'Podcasts',
    summary: 'People from the program talk about the work.',
    byYear: 'in which people from the program talk about the work.',
  },
  tagline: 'People of the program talk about the work',
  facts: ({ date, durationMinutes, audio }) => [
    elsewhere('Date', date && dateInWords(date)),
    elsewhere('Length', durationMinutes && counted(durationMinutes, 'minute')),
    elsewhere('Audio', audio),
  ],
  sections: () => [],
  row: (data) => talkRow(data, materialsOf(data), []),
  search: (data, peopleOf) => talkSearch(data.guests, peopleOf, materialsOf(data)),
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
