/** What the page of an entry and its Markdown say of it in short, kind by kind. */
import { dateInWords, spanInWords } from '../lib/dates.ts';
import type { Fact, Section } from '../lib/facts.ts';
import {
  assistanceKindLabels,
  designLabels,
  expertKindLabels,
  meetingKindLabels,
  modeLabels,
  resourceKindLabels,
} from '../lib/labels.ts';
import { authorName } from '../lib/people.ts';
import { stateNames } from '../lib/states.ts';
import { counted, listed } from '../lib/text.ts';
import type { CitedEntry } from './citations.ts';

const fact = (label: string, value: string | number | readonly string[] | undefined): Fact => ({
  label,
  values: value === undefined || value === '' ? [] : typeof value === 'object' ? value : [String(value)],
});

/** Left out where it is not given, since most entries of the kind have none. */
const whereGiven = (label: string, value: string | undefined): Fact[] => (value ? [fact(label, value)] : []);

const elsewhere = (label: string, value: string | number | undefined): Fact => ({
  ...fact(label, value),
  isElsewhere: true,
});

type Publication = Extract<CitedEntry, { collection: 'resources' | 'research-spotlights' }>['data'];

const publicationFacts = (data: Publication, container?: string): Fact[] => [
  fact('Authors', listed(data.authors.map(authorName))),
  fact('Year', data.year),
  fact('Publisher', data.publisher),
  ...whereGiven('In', container),
  ...whereGiven('Length', data.pageCount ? `${data.pageCount} pages` : undefined),
  ...whereGiven('Number', data.number),
  ...whereGiven('Award', data.grant),
  elsewhere('DOI', data.doi),
  elsewhere('Address', data.url),
];

export const factsOf = (entry: CitedEntry): Fact[] => {
  switch (entry.collection) {
    case 'program-profiles': {
      const { agency, place, cohort, researchPartners, focus, strategies, design, population, areaSquareMiles } =
        entry.data;
      return [
        fact('Agency', agency),
        fact('Place', place),
        fact('Award year', cohort),
        fact(
          'Research partner',
          researchPartners.map((partner) =>
            'name' in partner ? [partner.name, partner.affiliation].filter(Boolean).join(', ') : partner.affiliation,
          ),
        ),
        fact('Focus', focus),
        fact('Strategy', strategies),
        fact('Study design', design.kind === 'not-reported' ? undefined : designLabels[design.kind].label),
        fact(
          'Population of the area',
          population &&
            population.toLocaleString('en-US') +
              (areaSquareMiles ? ` in ${areaSquareMiles.toLocaleString('en-US')} square miles` : ''),
        ),
      ];
    }
    case 'resources': {
      const { kind, journal, volume, issue, pages } = entry.data;
      const container =
        journal &&
        [journal, volume && `volume ${volume}`, issue && `issue ${issue}`, pages && `pages ${pages}`]
          .filter(Boolean)
          .join(', ');
      return [elsewhere('Kind', resourceKindLabels[kind].one), ...publicationFacts(entry.data, container)];
    }
    case 'research-spotlights':
      return publicationFacts(entry.data);
    case 'webinars':
      return [
        elsewhere('Date', entry.data.date && dateInWords(entry.data.date)),
        elsewhere('For', entry.data.audience),
        elsewhere('Recording', entry.data.recording),
      ];
    case 'podcasts': {
      const { date, durationMinutes, audio } = entry.data;
      return [
        elsewhere('Date', date && dateInWords(date)),
        elsewhere('Length', durationMinutes && counted(durationMinutes, 'minute')),
        elsewhere('Audio', audio),
      ];
    }
    case 'meetings': {
      const { kind, startDate, endDate, virtual, city, state, hosts } = entry.data;
      const place = [city, state && stateNames[state]].filter((part) => part !== undefined).join(', ');
      return [
        elsewhere('Kind', meetingKindLabels[kind]),
        fact('When', spanInWords(startDate, endDate)),
        fact('Where', virtual ? 'Online' : place),
        fact('Held by', hosts),
      ];
    }
    case 'assistance': {
      const { kind, date, requester, host, mode, issue, outcome } = entry.data;
      return [
        elsewhere('Kind', assistanceKindLabels[kind]),
        fact('Who was helped', requester),
        fact('Host', host),
        fact('When', date && dateInWords(date)),
        fact('How', mode && modeLabels[mode]),
        fact('Issue', issue),
        fact('Outcome', outcome),
      ];
    }
    case 'experts': {
      const { kind, position, affiliation, credentials, expertise, asOf } = entry.data;
      return [
        elsewhere('Kind', expertKindLabels[kind]),
        elsewhere('As of', asOf),
        fact('Position', position),
        fact('Affiliation', affiliation),
        fact('Credentials', credentials),
        fact('Expertise', expertise),
      ];
    }
    case 'ta-types':
      return [elsewhere('How to ask', entry.data.howToRequest)];
    default:
      return [];
  }
};

const section = (id: string, label: string, text: Section['text'] | undefined, lead?: string): Section[] =>
  text && text.length > 0 ? [{ id, label, text, ...(lead && { lead }) }] : [];

export const sectionsOf = (entry: CitedEntry): Section[] => {
  switch (entry.collection) {
    case 'program-profiles': {
      const { problem, approach, design } = entry.data;
      return [
        ...section('problem', 'The problem', problem),
        ...section('approach', 'What was tried', approach),
        ...section('design', 'How it was studied', design.description, `${designLabels[design.kind].label}.`),
      ];
    }
    case 'research-spotlights':
      return section('findings', 'Key findings', entry.data.keyFindings);
    case 'webinars':
      return section('objectives', 'What it set out to teach', entry.data.objectives);
    case 'meetings':
      return section('objectives', 'What it was for', entry.data.objectives);
    case 'ta-types':
      return section('examples', 'Example topics', entry.data.exampleTopics);
    default:
      return [];
  }
};
