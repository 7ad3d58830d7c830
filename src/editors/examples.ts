/** What the templates are filled in with. They are parsed by the schemas in tests, and never published. */
import type { CollectionName } from '../schemas/fields.ts';

const draft = { reviewed: '2026-11-04', status: 'draft', draftReason: 'Being written' };
const sources = [
  {
    title: 'Title of the page or document the facts were read in',
    publisher: 'Who published it',
    url: 'https://www.smart-policing.com/',
  },
];

export const exampleValues: Record<CollectionName, Record<string, unknown>> = {
  'ta-types': {
    title: 'Peer visits',
    summary: 'A site visits another that has solved a like problem. Say in one to three sentences what it is.',
    topics: ['research-partnerships'],
    order: 9,
    exampleTopics: ['How another site runs its weekly meeting'],
    modes: ['on-site'],
    howToRequest: 'Ask your assigned subject matter expert, or use the request form.',
    sources,
    ...draft,
  },
  experts: {
    title: 'Jordan Example',
    summary: 'Who the person is and what they can help with, in one to three sentences.',
    topics: ['crime-analysis'],
    name: 'Jordan Example',
    familyName: 'Example',
    position: 'Position at the time, as the source has it',
    affiliation: 'CNA',
    expertise: ['Crime analysis'],
    asOf: 2026,
    sources,
    ...draft,
  },
  'program-profiles': {
    title: 'Example City, Ohio (2015)',
    summary: 'What was tried and what was found, bad results with the same weight, in one to three sentences.',
    topics: ['place-based-policing', 'evaluation-and-measurement'],
    agency: 'Example City Police Department',
    place: 'Example City, Ohio',
    state: 'OH',
    cohort: 2015,
    location: { latitude: 40.1, longitude: -82.9 },
    design: { kind: 'matched-comparison', description: 'Who was compared with whom, and when.' },
    outcomes: [
      {
        measure: 'Robberies on the target blocks',
        direction: 'none',
        figure: 'no significant change',
        period: 'the year of the walks',
        comparison: 'matched blocks',
        source: 'report',
      },
    ],
    sources: [{ key: 'report', ...sources[0] }],
    ...draft,
  },
  'research-spotlights': {
    title: 'Title of the spotlight report',
    summary: 'What the report is about and what it found, failures included, in one to three sentences.',
    topics: ['gun-violence'],
    authors: [{ given: 'Jordan B.', family: 'Example' }],
    year: 2015,
    publisher: 'CNA',
    keyFindings: ['One finding, in one sentence.'],
    profiles: ['boston-massachusetts-2009'],
    sources,
    ...draft,
  },
  resources: {
    title: 'Title of the publication',
    summary: 'What it is and whom it helps, in one to three sentences.',
    topics: ['evaluation-and-measurement'],
    kind: 'guide',
    origin: 'spi',
    authors: [{ organization: 'CNA' }],
    year: 2016,
    publisher: 'CNA',
    sources,
    ...draft,
  },
  webinars: {
    title: 'Title of the webinar',
    summary: 'What it was about and who spoke, in one to three sentences.',
    topics: ['place-based-policing'],
    date: '2016-05-12',
    presenters: [
      { expert: 'hildy-saizow', role: 'Moderator' },
      { name: 'Jordan Example', affiliation: 'Example City Police Department' },
    ],
    objectives: ['What people were to learn, one line each'],
    page: 'https://www.smart-policing.com/',
    sources,
    ...draft,
  },
  meetings: {
    title: 'June 2016 SPI regional workshop',
    summary: 'Who met and what for, in one to three sentences.',
    topics: ['research-partnerships'],
    kind: 'regional-workshop',
    startDate: '2016-06-15',
    endDate: '2016-06-16',
    city: 'Columbus',
    state: 'OH',
    hosts: ['CNA'],
    sources,
    ...draft,
  },
  podcasts: {
    title: 'Title of the episode',
    summary: 'What is talked about, in one to three sentences.',
    topics: ['technology'],
    date: '2016-09',
    guests: [{ name: 'Jordan Example', role: 'Researcher' }],
    page: 'https://www.smart-policing.com/',
    sources,
    ...draft,
  },
  assistance: {
    title: 'Example City: help with an evaluation plan',
    summary: 'Who was helped, with what, in one to three sentences.',
    topics: ['evaluation-and-measurement'],
    kind: 'targeted',
    taTypes: ['targeted-technical-assistance'],
    date: '2016',
    requester: 'Example City Police Department',
    mode: 'virtual',
    issue: 'What help was asked for.',
    sources,
    ...draft,
  },
  topics: {
    title: 'Name of the topic',
    heading: 'policing strategies',
    summary: 'What it is, in two sentences of plain English.',
    synonyms: ['another name', 'an acronym'],
  },
  pages: {
    title: 'Title of the page',
    summary: 'What a reader finds here, in one to three sentences.',
    topics: [],
    sources: [],
    ...draft,
  },
};

/** Bodies of the templates, by collection; the rest begin like this. */
const body = `## A heading that says what was found, not “Results”

Write short paragraphs in plain words. Link to other pages of the site by their address, such as the [program profiles](/program-profiles/), with words that say where the link leads.

### A smaller heading under it

- Lists begin with a hyphen and a space.
- A figure stands here with its source, or among the fields above.
`;

export const exampleBody = (collection: CollectionName): string => (collection === 'topics' ? '' : body);
