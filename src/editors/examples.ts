/**
 * What the templates are filled in with. Nothing here may be left in a page as a fact: words say what belongs there, names
 * are of nothing that exists, and what cannot be said so (days, figures, a choice) is blank. The check finds each of them.
 */
import type { CollectionName } from '../kinds/fields.ts';

const draft = { status: 'draft', draftReason: 'Being written' };
const topics = ['name-of-a-topic'];
const sources = [
  {
    title: 'Title of the page or document the facts were read in',
    publisher: 'Who published it',
    url: null,
  },
];

export const exampleValues: Record<CollectionName, Record<string, unknown>> = {
  'ta-types': {
    title: 'Name of the kind of assistance',
    summary: 'A site visits another that has solved a like problem. Say in one to three sentences what it is.',
    topics,
    exampleTopics: ['How another site runs its weekly meeting'],
    modes: null,
    howToRequest: 'Ask your assigned subject matter expert, or use the request form.',
    sources,
    ...draft,
  },
  experts: {
    title: 'Jordan Example',
    summary: 'Who the person is and what they can help with, in one to three sentences.',
    topics,
    name: 'Jordan Example',
    familyName: 'Example',
    position: 'Position at the time, as the source has it',
    affiliation: 'Agency, university or company at that time',
    expertise: ['One field of expertise, a few words'],
    sources,
    ...draft,
  },
  'program-profiles': {
    title: 'Example City, Ohio (2015)',
    summary: 'What was tried and what was found, bad results with the same weight, in one to three sentences.',
    topics,
    agency: 'Example City Police Department',
    place: 'Example City, Ohio',
    cohort: null,
    design: { kind: null, description: 'Who was compared with whom, and when.' },
    outcomes: [
      {
        measure: 'What was measured, such as robberies on the target blocks',
        direction: null,
        figure: 'The figure as a reader would say it',
        period: 'Which months or years it covers',
        comparison: 'What it was compared with',
        source: 'report',
      },
    ],
    sources: [{ key: 'report', ...sources[0] }],
    ...draft,
  },
  'research-spotlights': {
    title: 'Title of the spotlight report',
    summary: 'What the report is about and what it found, failures included, in one to three sentences.',
    topics,
    authors: [{ given: 'Jordan B. (first names as printed)', family: 'Example' }],
    year: null,
    publisher: 'Who published the report',
    keyFindings: ['One finding, in one sentence.'],
    profiles: ['name-of-a-project'],
    sources,
    ...draft,
  },
  resources: {
    title: 'Title of the publication',
    summary: 'What it is and whom it helps, in one to three sentences.',
    topics,
    authors: [{ organization: 'Name of the organization' }],
    year: null,
    publisher: 'Who published the document',
    sources,
    ...draft,
  },
  webinars: {
    title: 'Title of the webinar',
    summary: 'What it was about and who spoke, in one to three sentences.',
    topics,
    date: null,
    presenters: [
      { expert: 'name-of-an-expert', role: 'Role at the time' },
      { name: 'Jordan Example', affiliation: 'Example City Police Department' },
    ],
    objectives: ['What people were to learn, one line each'],
    page: null,
    sources,
    ...draft,
  },
  meetings: {
    title: 'Title of the meeting',
    summary: 'Who met and what for, in one to three sentences.',
    topics,
    endDate: null,
    city: null,
    state: null,
    hosts: ['Name of the organization that held it'],
    sources,
    ...draft,
  },
  podcasts: {
    title: 'Title of the episode',
    summary: 'What is talked about, in one to three sentences.',
    topics,
    date: null,
    guests: [{ name: 'Jordan Example', role: 'Role at the time' }],
    page: null,
    sources,
    ...draft,
  },
  assistance: {
    title: 'Example City: help with an evaluation plan',
    summary: 'Who was helped, with what, in one to three sentences.',
    topics,
    taTypes: ['name-of-a-kind-of-assistance'],
    date: null,
    requester: 'Example City Police Department',
    mode: null,
    issue: 'What help was asked for.',
    sources,
    ...draft,
  },
  topics: {
    title: 'Name of the topic',
    summary: 'What it is, in two sentences of plain English.',
    synonyms: null,
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
