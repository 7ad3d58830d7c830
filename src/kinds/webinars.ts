/** A webinar, past or to come. */
import { type z } from 'zod';
import { requestAddress } from '../lib/addresses.ts';
import { dateInWords } from '../lib/dates.ts';
import { elsewhere, section } from '../lib/facts.ts';
import type { Material } from '../lib/labels.ts';
import { rowFact } from '../lib/rows.ts';
import { organization, thing } from '../lib/structured-data.ts';
import { entrySchema, links, listOf, material, text, webAddress } from './fields.ts';
import { article, attendance, defineKind, event, onlineAt } from './kind.ts';
import { speakers, talk, talkRow, talkSearch, transcript, when } from './talks.ts';

const schema = entrySchema({
  ...when,
  presenters: speakers,
  audience: text(300).optional().describe('For whom it was meant'),
  objectives: listOf(text(300)).describe('What people were to learn, one line each'),
  page: links.page,
  recording: webAddress.optional().describe('Address of the recording, at the publisher'),
  materials: listOf(material).describe('Slides and handouts'),
  transcript,
  profiles: links.profiles('Projects that were presented: file names of content/program-profiles/ without .mdx'),
  supersedes: links.supersedes('webinars'),
});

const isSlides = (title: string): boolean => /slide|presentation/i.test(title);

const materialsOf = (data: z.output<typeof schema>): Material[] => {
  const given = data.materials.flatMap(({ title, url, file }) => (url || file ? [isSlides(title)] : []));
  return [
    ...(data.recording ? ['recording' as const] : []),
    ...(given.includes(true) ? ['slides' as const] : []),
    ...(given.includes(false) ? ['handouts' as const] : []),
    ...(data.transcript ? ['transcript' as const] : []),
  ];
};

export const webinars = defineKind({
  ...talk,
  schema,
  one: 'Webinar',
  many: 'Webinars',
  href: '/webinars/',
  list: {
    title: 'Webinars',
    summary: 'Who spoke, what each set out to teach, and where to find slides or a recording, by date.',
  },
  tagline: 'Who spoke, what it set out to teach, and where to find slides or a recording',
  facts: ({ date, audience, recording }) => [
    elsewhere('Date', date && dateInWords(date)),
    elsewhere('For', audience),
    elsewhere('Recording', recording),
  ],
  sections: ({ objectives }) => section('objectives', 'What it set out to teach', objectives),
  row: (data, key) =>
    talkRow(
      data,
      materialsOf(data),
      rowFact('ask for them', {
        lead: 'Neither recording nor slides found:',
        heard: `(${data.title})`,
        href: requestAddress({ about: key }),
      }),
    ),
  search: (data, peopleOf) => talkSearch(data.presenters, peopleOf, materialsOf(data)),
  /** An event needs a day; one known by its month or year alone is described, not dated. */
  things: (data, around) => {
    const { title, date, presenters, recording, objectives, page } = data;
    if (!date) return [article(data, around)];
    const performer = around.peopleOf(presenters).map(({ name, href, role, affiliation }) =>
      thing('Person', {
        name,
        jobTitle: role,
        affiliation: organization(affiliation),
        url: href && around.absolute(href),
      }),
    );
    return [
      event(data, around, {
        startDate: date,
        eventAttendanceMode: attendance.online,
        location: onlineAt(page, around),
        performer,
      }),
      ...(recording
        ? [
            thing('VideoObject', {
              name: title,
              description: [around.summary, ...objectives].join(' '),
              url: recording,
              uploadDate: date,
              thumbnailUrl: around.picture,
            }),
          ]
        : []),
    ];
  },
});
