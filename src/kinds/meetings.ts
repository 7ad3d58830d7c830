/** A national meeting, workshop, conference session or academy. */
import { z } from 'zod';
import { isBefore, spanInWords } from '../lib/dates.ts';
import { elsewhere, fact, section } from '../lib/facts.ts';
import { rowFact } from '../lib/rows.ts';
import { stateNames } from '../lib/states.ts';
import { thing } from '../lib/structured-data.ts';
import { attendance, defineKind, event, onlineAt } from './kind.ts';
import { meetingKindLabels } from '../lib/labels.ts';
import {
  complain,
  dateEstimated,
  entrySchema,
  evenWithFaults,
  links,
  listOf,
  oneOf,
  partialDate,
  state,
  text,
} from './fields.ts';

const schema = entrySchema({
  kind: oneOf(meetingKindLabels).describe('What sort of meeting it was'),
  virtual: z.boolean().default(false).describe('true where people met online'),
  startDate: partialDate.describe('First day, or month or year where that is all that is known'),
  dateEstimated,
  endDate: partialDate.optional().describe('Last day'),
  city: text(80).optional().describe('City where people met: Columbus'),
  state: state.optional().describe('Postal code of the state, two capital letters: OH'),
  hosts: listOf(text(160)).describe('Who held it'),
  objectives: listOf(text(300)).describe('What it was for, one line each'),
  page: links.page,
  profiles: links.profiles('Projects that took part or were presented'),
  supersedes: links.supersedes('meetings'),
}).superRefine((entry, context) => {
  const { startDate, endDate } = entry;
  if (
    [startDate, endDate].every((date) => partialDate.safeParse(date).success) &&
    endDate &&
    isBefore(endDate, startDate)
  )
    complain(context, ['endDate'], 'the meeting ends before it starts; check both dates');
}, evenWithFaults);

/** “Columbus, Ohio”; empty where it is not known. */
const placeOf = ({ city, state: code }: z.output<typeof schema>): string =>
  [city, code && stateNames[code]].filter(Boolean).join(', ');

export const meetings = defineKind({
  schema,
  one: 'Meeting',
  many: 'Meetings',
  href: '/meetings/',
  list: {
    title: 'Meetings',
    summary: 'National meetings, workshops and conference sessions by date, with what they were for.',
    byYear: 'by date: national meetings, workshops and conference sessions, with what they were for.',
  },
  tagline: 'National meetings, workshops and conference sessions',
  shelf: 'events',
  isEvidence: true,
  sort: ({ kind }) => ({ id: kind, label: meetingKindLabels[kind] }),
  line: ({ startDate, endDate }) => [spanInWords(startDate, endDate)],
  date: ({ startDate }) => startDate,
  facts: (data) => [
    elsewhere('Kind', meetingKindLabels[data.kind]),
    fact('When', spanInWords(data.startDate, data.endDate)),
    fact('Where', data.virtual ? 'Online' : placeOf(data)),
    fact('Held by', data.hosts),
  ],
  row: (data) => [
    ...rowFact(meetingKindLabels[data.kind], { isSort: true }),
    ...rowFact(spanInWords(data.startDate, data.endDate), { isDate: true }),
    ...rowFact(data.virtual ? 'Online' : placeOf(data)),
  ],
  sections: ({ objectives }) => section('objectives', 'What it was for', objectives),
  search: ({ city, state, hosts }) => ({ names: [city, ...hosts], states: [state] }),
  things: (data, around) => {
    const { startDate, endDate, city, state, virtual, hosts, page } = data;
    const place = placeOf(data);
    const location = virtual
      ? onlineAt(page, around)
      : place
        ? thing('Place', {
            name: place,
            address: thing('PostalAddress', { addressLocality: city, addressRegion: state, addressCountry: 'US' }),
          })
        : undefined;
    return [
      event(data, around, {
        startDate,
        endDate,
        location,
        eventAttendanceMode: virtual ? attendance.online : location ? attendance.inPlace : undefined,
        organizer: hosts.map((name) => thing('Organization', { name })),
      }),
    ];
  },
});
