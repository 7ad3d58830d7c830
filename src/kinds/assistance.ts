/** A past targeted assistance activity or peer-to-peer exchange. */
import { z } from 'zod';
import { dateInWords } from '../lib/dates.ts';
import { elsewhere, fact, whereGiven } from '../lib/facts.ts';
import { rowFact } from '../lib/rows.ts';
import { thing } from '../lib/structured-data.ts';
import { article, defineKind } from './kind.ts';
import { assistanceKindLabels, modeLabels } from '../lib/labels.ts';
import { dateEstimated, entrySchema, links, oneOf, partialDate, reference, text } from './fields.ts';

const schema = entrySchema({
  kind: oneOf(assistanceKindLabels).describe(
    'targeted: help given to a site. peer-exchange: one site visited or advised another',
  ),
  taTypes: z.array(reference('ta-types')).min(1).describe('The kinds of assistance it is an example of'),
  date: partialDate.optional().describe('Day, month or year, as far as it is known'),
  dateEstimated,
  requester: text(240).describe('The site or sites that were helped'),
  host: text(240).optional().describe('The site that received the visit, or who gave the help'),
  mode: oneOf(modeLabels).optional().describe('How it was given'),
  issue: text(500).describe('What help was asked for'),
  outcome: text(500).optional().describe('What came of it. Leave out where no source says'),
  page: links.page,
  profiles: links.profiles('Projects of the sites that took part'),
  supersedes: links.supersedes('assistance'),
});

export const assistance = defineKind({
  schema,
  one: 'Past assistance',
  many: 'Past assistance',
  href: '/technical-assistance/past/',
  list: {
    title: 'Past assistance',
    summary: 'What sites asked for, how help was given, and what came of it where a source says so.',
  },
  tagline: 'What sites asked for, and how help was given',
  shelf: 'assistance',
  isEvidence: true,
  sort: ({ kind }) => ({ id: kind, label: assistanceKindLabels[kind] }),
  line: ({ date }) => (date ? [dateInWords(date)] : []),
  date: ({ date }) => date,
  facts: ({ kind, date, requester, host, mode, issue, outcome }) => [
    elsewhere('Kind', assistanceKindLabels[kind]),
    fact('Who was helped', requester),
    ...whereGiven('Host', host),
    ...whereGiven('When', date && dateInWords(date)),
    ...whereGiven('How', mode && modeLabels[mode]),
    fact('Issue', issue),
    ...whereGiven('Outcome', outcome),
  ],
  sections: () => [],
  row: ({ kind, date, requester }) => [
    ...rowFact(assistanceKindLabels[kind], { isSort: true }),
    ...rowFact(date && dateInWords(date), { isDate: true }),
    ...rowFact(requester),
  ],
  search: ({ requester, host }) => ({ names: [requester, host] }),
  things: (data, around) => [
    article(
      data,
      around,
      thing('Event', {
        name: data.title,
        startDate: data.date,
        description: [data.issue, data.date && dateInWords(data.date)].filter(Boolean).join('. '),
      }),
    ),
  ],
});
