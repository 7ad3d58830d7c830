/** What the page of an entry and its Markdown say of it in short, kind by kind. */
import { dateInWords, spanInWords } from '../lib/dates.ts';
import { designInWords, strongestOf } from '../lib/evidence.ts';
import type { Fact, Section } from '../lib/facts.ts';
import {
  assistanceKindLabels,
  expertKindLabels,
  meetingKindLabels,
  modeLabels,
  resourceKindLabels,
  settingLabels,
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

const whereAny = (label: string, values: readonly string[]): Fact[] => (values.length > 0 ? [fact(label, values)] : []);

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
      const { agency, place, cohort, award, awardAmount, researchPartners, focus, strategies } = entry.data;
      const { studies, settings, population, areaSquareMiles } = entry.data;
      const strongest = strongestOf(studies.map(({ design }) => design));
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
        ...whereAny(
          'Where it was tried',
          settings.map((setting) => settingLabels[setting]),
        ),
        fact('Strongest study design', strongest && designInWords(strongest)),
        ...whereGiven(
          'Award',
          [award, awardAmount && `$${awardAmount.toLocaleString('en-US')}`].filter(Boolean).join(', '),
        ),
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
        ...whereGiven('Host', host),
        ...whereGiven('When', date && dateInWords(date)),
        ...whereGiven('How', mode && modeLabels[mode]),
        fact('Issue', issue),
        ...whereGiven('Outcome', outcome),
      ];
    }
    case 'experts': {
      const { kind, position, affiliation, credentials, expertise, likelyExpertise, ask, asOf } = entry.data;
      return [
        elsewhere('Kind', expertKindLabels[kind]),
        elsewhere('As of', asOf),
        fact('Position', position),
        ...whereGiven('Affiliation', affiliation),
        ...whereGiven('Credentials', credentials),
        ...whereAny('Expertise', expertise.length + likelyExpertise.length > 0 ? expertise : ['Ask CNA']),
        ...whereAny('Likely expertise, from work or writing', likelyExpertise),
        ...whereAny('What to ask', ask),
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
      const { problem, approach, obstacles, cost, lessons, today } = entry.data;
      return [
        ...section('problem', 'The problem', problem),
        ...section('approach', 'What was tried', approach),
        ...section('obstacles', 'What got in the way', obstacles),
        ...section('cost', 'What it took', cost),
        ...section('lessons', 'What can be copied', lessons),
        ...section('today', 'What is alive today', today),
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
