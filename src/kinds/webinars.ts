/** A webinar, past or to come. */
import { z } from 'zod';
import { dateInWords } from '../lib/dates.ts';
import { elsewhere, section } from '../lib/facts.ts';
import { organization, thing } from '../lib/structured-data.ts';
import { article, asPage, attendance, defineKind, event, onlineAt } from './kind.ts';
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

const schema = z
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

export const webinars = defineKind({
  schema,
  one: 'Webinar',
  many: 'Webinars',
  href: '/webinars/',
  tagline: 'Who spoke, what it set out to teach, and where to find slides or a recording',
  isEvidence: true,
  sort: () => ({ id: 'webinars', label: 'Webinar' }),
  line: ({ date }) => (date ? [dateInWords(date)] : []),
  date: ({ date }) => date,
  facts: ({ date, audience, recording }) => [
    elsewhere('Date', date && dateInWords(date)),
    elsewhere('For', audience),
    elsewhere('Recording', recording),
  ],
  sections: ({ objectives }) => section('objectives', 'What it set out to teach', objectives),
  search: ({ presenters }, peopleOf) => ({ names: peopleOf(presenters).map(({ name }) => name) }),
  work: asPage('Webinar'),
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
