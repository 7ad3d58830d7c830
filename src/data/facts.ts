/** What the head of a page and its Markdown say of an entry, in words: kind by kind. */
import { dateInWords, spanInWords } from '../lib/dates.ts';
import {
  assistanceKindLabels,
  designLabels,
  meetingKindLabels,
  modeLabels,
  resourceKindLabels,
} from '../lib/labels.ts';
import { authorName } from '../lib/people.ts';
import { stateNames } from '../lib/states.ts';
import type { CitedEntry } from './citations.ts';

export type Fact = readonly [label: string, values: readonly string[]];
export type Section = readonly [heading: string, text: string | readonly string[]];

const one = (value: string | number | undefined): string[] => (value === undefined ? [] : [String(value)]);

const publicationFacts = (
  data: Extract<CitedEntry, { collection: 'resources' | 'research-spotlights' }>['data'],
): Fact[] => [
  ['Authors', data.authors.map(authorName)],
  ['Year', one(data.year)],
  ['Publisher', one(data.publisher)],
  ['Number', one(data.number)],
  ['DOI', one(data.doi)],
  ['Address', one(data.url)],
];

export const factsOf = (entry: CitedEntry): Fact[] => {
  switch (entry.collection) {
    case 'program-profiles': {
      const { agency, place, cohort, researchPartners, focus, strategies, design } = entry.data;
      return [
        ['Agency', [agency]],
        ['Place', [place]],
        ['Award year', one(cohort)],
        [
          'Research partner',
          researchPartners.map((partner) =>
            'name' in partner ? [partner.name, partner.affiliation].filter(Boolean).join(', ') : partner.affiliation,
          ),
        ],
        ['Focus', focus],
        ['Strategy', strategies],
        ['Study design', [designLabels[design.kind].label]],
      ];
    }
    case 'resources':
      return [
        ['Kind', [resourceKindLabels[entry.data.kind].one]],
        ...publicationFacts(entry.data),
        ['In', one(entry.data.journal)],
      ];
    case 'research-spotlights':
      return publicationFacts(entry.data);
    case 'webinars':
      return [
        ['Date', entry.data.date ? [dateInWords(entry.data.date)] : []],
        ['Recording', one(entry.data.recording)],
      ];
    case 'podcasts':
      return [
        ['Date', entry.data.date ? [dateInWords(entry.data.date)] : []],
        ['Audio', one(entry.data.audio)],
      ];
    case 'meetings': {
      const { kind, startDate, endDate, virtual, city, state, hosts } = entry.data;
      const place = [city, state && stateNames[state]].filter((part) => part !== undefined).join(', ');
      return [
        ['Kind', [meetingKindLabels[kind]]],
        ['When', [spanInWords(startDate, endDate)]],
        ['Where', virtual ? ['Online'] : place ? [place] : []],
        ['Held by', hosts],
      ];
    }
    case 'assistance': {
      const { kind, date, requester, host, mode, issue, outcome } = entry.data;
      return [
        ['Kind', [assistanceKindLabels[kind]]],
        ['When', date ? [dateInWords(date)] : []],
        ['Who was helped', [requester]],
        ['Host', one(host)],
        ['How', mode ? [modeLabels[mode]] : []],
        ['Issue', [issue]],
        ['Outcome', one(outcome)],
      ];
    }
    case 'experts': {
      const { position, affiliation, credentials, expertise, asOf } = entry.data;
      return [
        ['As of', [String(asOf)]],
        ['Position', [position]],
        ['Affiliation', one(affiliation)],
        ['Credentials', one(credentials)],
        ['Expertise', expertise],
      ];
    }
    case 'ta-types':
      return [['How to ask', [entry.data.howToRequest]]];
    default:
      return [];
  }
};

const section = (heading: string, text: string | readonly string[] | undefined): Section[] =>
  text && text.length > 0 ? [[heading, text]] : [];

export const sectionsOf = (entry: CitedEntry): Section[] => {
  switch (entry.collection) {
    case 'program-profiles':
      return [
        ...section('The problem', entry.data.problem),
        ...section('What was tried', entry.data.approach),
        ...section('How it was studied', entry.data.design.description),
      ];
    case 'research-spotlights':
      return section('Key findings', entry.data.keyFindings);
    case 'webinars':
      return section('What it set out to teach', entry.data.objectives);
    case 'meetings':
      return section('What it was for', entry.data.objectives);
    case 'ta-types':
      return section('Example topics', entry.data.exampleTopics);
    default:
      return [];
  }
};
