/** A topic: the controlled vocabulary under which everything is found, and a briefing on what is known about it. */
import { z } from 'zod';
import { defineKind, webPage } from './kind.ts';
import { beyondKindLabels, directionLabels } from '../lib/labels.ts';
import {
  anyReference,
  common,
  draftsSayWhy,
  evenWithFaults,
  listOf,
  oneOf,
  reference,
  text,
  webAddress,
  year,
} from './fields.ts';

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

const step = z.strictObject({
  do: text(240).describe('One thing to do, begun with a verb: Map calls by address, not by beat'),
  from: anyReference.describe('The entry it rests on: program-profiles/glendale-arizona-2009'),
  tested: z
    .boolean()
    .describe('true where a study with a comparison tested this step; false where a site did it or a guide advises it'),
});

const schema = z
  .strictObject({
    title: text(80).describe('The label, as shown'),
    heading: z.enum(topicHeadings).describe('The heading of the library that it stands under'),
    problem: text(40)
      .optional()
      .describe('Only for a problem people come with: the same as an officer would say it: Shootings'),
    summary: text(299).describe('What it is, in two sentences of plain English'),
    synonyms: listOf(text(80)).describe(
      'What else people type: acronyms, other names, common misspellings. They are searched',
    ),
    known: z
      .array(
        z.strictObject({
          says: text(300).describe('What SPI’s own studies found, nulls and harm as plainly as gains'),
          from: z.array(reference('program-profiles')).min(1).describe('The projects it rests on'),
        }),
      )
      .default([])
      .describe('What is known from SPI’s own studies, the strongest first. One to four lines'),
    beyond: listOf(
      z.strictObject({
        says: text(300).describe('What a review, rating or guide beyond SPI says'),
        kind: oneOf(beyondKindLabels).describe('What it is: systematic-review'),
        direction: oneOf(directionLabels).optional().describe('As in outcomes, where it is a judgment'),
        year: year.optional().describe('Year of the review or rating, where known'),
        title: text(240).describe('Its title'),
        publisher: text(160).describe('Who published it'),
        url: webAddress.optional().describe('Its address at the publisher; leave out where only a copy is known'),
      }),
    ).describe('What is known beyond SPI: never SPI’s result, and shown apart'),
    tonight: listOf(step).describe('What to do tonight: one to three steps'),
    thisWeek: listOf(step).describe('What to do this week: one to four steps'),
    notExpect: listOf(
      z.strictObject({
        says: text(240).describe('What not to expect: Call-ins alone to last'),
        from: anyReference.optional().describe('The entry it rests on'),
      }),
    ).describe('What not to expect'),
    unknown: listOf(text(240)).describe('What is not known: the questions nobody here has answered'),
    askExperts: listOf(reference('experts')).describe('Experts to ask, the best match first'),
    askProjects: listOf(reference('program-profiles')).describe('Agencies to ask, the best match first'),
    send: listOf(text(120)).describe('What to send with a request: Shootings by block, last 12 months'),
    reviewed: common.reviewed,
    status: common.status,
    draftReason: common.draftReason,
  })
  .superRefine(draftsSayWhy, evenWithFaults);

export const topics = defineKind({
  schema,
  one: 'Topic',
  many: 'Topics',
  href: '/topics/',
  list: {
    title: 'Topics',
    summary: 'Everything on this site, under the eight headings of the program’s library.',
  },
  tagline: 'Everything on a topic: projects, reading, people, events',
  shelf: 'topics',
  isEvidence: false,
  line: () => [],
  date: () => undefined,
  facts: () => [],
  sections: () => [],
  search: ({ synonyms, problem, ...briefing }) => ({
    names: [],
    aka: [...(problem ? [problem] : []), ...synonyms],
    text: [
      ...briefing.known.map(({ says }) => says),
      ...briefing.beyond.flatMap(({ says, title, publisher }) => [says, title, publisher]),
      ...[...briefing.tonight, ...briefing.thisWeek].map((one) => one.do),
      ...briefing.notExpect.map(({ says }) => says),
      ...briefing.unknown,
      ...briefing.send,
    ],
  }),
  things: (data, around) => [webPage(data, around)],
});
