/** A program profile: one SPI project, that is one agency in one award cohort, and the studies of it. */
import { z } from 'zod';
import { designInWords, strongestOf } from '../lib/evidence.ts';
import { fact, section, whereGiven } from '../lib/facts.ts';
import { stateNames } from '../lib/states.ts';
import { thing } from '../lib/structured-data.ts';
import {
  aimLabels,
  designLabels,
  directionLabels,
  noResultLabels,
  settingLabels,
  tacticLabels,
} from '../lib/labels.ts';
import { article, defineKind } from './kind.ts';
import { complain, entrySchema, evenWithFaults, links, listOf, oneOf, reference, state, text, year } from './fields.ts';

const design = oneOf(designLabels);

const outcome = z
  .strictObject({
    measure: text(160).describe('What was measured: Shootings in the target area'),
    headline: z
      .literal(true)
      .optional()
      .describe('true on the one outcome that the study set out to change: it is the study’s vote in every count'),
    aim: oneOf(aimLabels).describe('What it was meant to change, from the list: gun-violence'),
    direction: oneOf(directionLabels).describe(
      'better, none (no change that counts), worse, mixed, or not-tested (a figure or claim with nothing to judge it by)',
    ),
    percent: z
      .number()
      .min(-100)
      .max(10000)
      .optional()
      .describe('Change in percent of the earlier or compared figure, below zero for a fall: -17'),
    points: z
      .number()
      .min(-100)
      .max(100)
      .optional()
      .describe('Change in percentage points, as from 47 to 57 of 100: 9.8. Never the same figure as percent'),
    change: z
      .enum(['up', 'down'])
      .optional()
      .describe('Which way the number went, where neither percent nor points is given'),
    figure: text(120)
      .optional()
      .describe('The figure as a reader would say it: 17% fewer, 9.8 points more, 4.7 fewer a year'),
    test: text(120)
      .optional()
      .describe('What the statistics say: p = 0.03, not significant, 95% interval 8 to 24 percent'),
    period: text(160).optional().describe('When: 2007 to 2009, first 12 months'),
    comparison: text(240).optional().describe('Against what: matched control areas, the year before'),
    source: text(80).optional().describe('The “key” of the source on this page that the figure stands in'),
  })
  .superRefine((row, context) => {
    const judged = row.direction === 'better' || row.direction === 'worse';
    const counted =
      row.percent !== undefined || row.points !== undefined || Boolean(row.test) || /\d/.test(row.figure ?? '');
    if (judged && !counted)
      complain(
        context,
        ['direction'],
        'give percent, points, figure or test, or write not-tested',
        `“${row.direction}” without a figure or a test`,
      );
    if (row.percent !== undefined && row.points !== undefined)
      complain(context, ['points'], 'keep the one that the source reports', 'percent and points stand side by side');
  }, evenWithFaults);

const study = z
  .strictObject({
    title: text(120).describe('What was studied, in a few words: The trial of 90 hot spots'),
    design: design.describe('How it was studied'),
    description: text(600).optional().describe('The same in words: who was compared with whom, how many'),
    years: text(40).optional().describe('The years the data cover: 2011 to 2014'),
    by: text(200).optional().describe('Who did the study: Anthony Braga and colleagues, Harvard University'),
    independent: z
      .boolean()
      .default(false)
      .describe('true where neither the agency nor its research partner did the study'),
    tactics: z.array(oneOf(tacticLabels)).min(1).describe('What was tried, from the list, most important first'),
    outcomes: z.array(outcome).min(1).describe('What was found, one row a measure, in the order of the source'),
  })
  .superRefine(({ outcomes }, context) => {
    const rows: readonly unknown[] = Array.isArray(outcomes) ? outcomes : [];
    const headlines = rows.flatMap((row, index) =>
      typeof row === 'object' && row !== null && 'headline' in row && row.headline === true ? [index] : [],
    );
    if (rows.length > 0 && headlines.length === 0)
      complain(
        context,
        ['outcomes'],
        'write “headline: true” on the one that the study set out to change',
        'no outcome is the headline',
      );
    for (const index of headlines.slice(1))
      complain(
        context,
        ['outcomes', index, 'headline'],
        'keep the line on the one that it set out to change, and take it out here',
        'the study has two headline outcomes',
      );
  }, evenWithFaults);

/** What came after, or from outside: never added to the project’s own results. */
const laterFinding = z.strictObject({
  finding: text(500).describe('What a later or an independent study or review found, favorable or not'),
  direction: oneOf(directionLabels).describe('As in outcomes'),
  year: year.describe('The year it was published or posted: 2018'),
  design: design.describe('How it was studied; for a review or rating, the design of what it rests on'),
  aim: oneOf(aimLabels).optional().describe('What it is about, from the list'),
  source: text(80).optional().describe('The “key” of the source on this page'),
});

const schema = entrySchema({
  finding: text(90).describe('The result in one sentence of at most 90 characters, bad ones as plainly as good ones'),
  agency: text(160).describe('The police agency that had the award'),
  place: text(120).describe('City or county and state in words: Boston, Massachusetts'),
  state: state.describe('Postal code of the state, two capital letters: MA'),
  cohort: z.int().min(2009).max(2035).optional().describe('Award year. Leave out where no source gives it'),
  award: text(40).optional().describe('Award number: 2016-WY-BX-0004'),
  awardAmount: z.int().positive().optional().describe('The award in dollars: 700000'),
  projectName: text(240).optional().describe('The project’s own name'),
  location: z
    .strictObject({
      latitude: z.number().min(-90).max(90).describe('Degrees north: 42.36'),
      longitude: z.number().min(-180).max(180).describe('Degrees east, so below zero in America: -71.06'),
    })
    .describe('Of the city, for the map: two decimals'),
  population: z.int().positive().optional().describe('People in the area served, as the profile gives it'),
  areaSquareMiles: z.number().positive().optional().describe('Area served in square miles, as the profile gives it'),
  researchPartners: z
    .array(
      z.union([
        z.strictObject({
          name: text(120).describe('Name of the researcher'),
          affiliation: text(160).optional().describe('University or firm: Temple University'),
        }),
        z.strictObject({ affiliation: text(160).describe('University or firm, where no person is named') }),
      ]),
    )
    .default([])
    .describe('Who studied it: name and affiliation, or the affiliation alone'),
  focus: listOf(text(120)).describe('Focus labels of the program: Violent crime'),
  strategies: listOf(text(160)).describe('Strategy labels of the program: Place-based policing'),
  settings: listOf(oneOf(settingLabels)).describe('Where it was tried, from the list'),
  problem: text(900).optional().describe('What was wrong, in one to four sentences'),
  approach: text(900).optional().describe('What they did, in one to four sentences'),
  obstacles: text(600).optional().describe('What got in the way'),
  cost: text(400).optional().describe('What it took in people, hours and money'),
  lessons: text(600).optional().describe('What can be copied, and what they would do otherwise'),
  today: text(400).optional().describe('What is alive of it today, with the year that is known'),
  studies: listOf(study).describe('The project’s own studies, strongest design first'),
  noResult: oneOf(noResultLabels)
    .optional()
    .describe(
      'Only where no study is public: no-public-result (the work was done) or plan-only (only the plan is public)',
    ),
  laterEvidence: listOf(laterFinding).describe(
    'What later or outside evidence says, oldest first. Never added to the project’s own results',
  ),
  experts: listOf(reference('experts')).describe('Subject matter experts matched with the site'),
  supersedes: links.supersedes('program-profiles'),
}).superRefine((entry, context) => {
  const listOf = <Item>(list: readonly Item[] | undefined): readonly Item[] => (Array.isArray(list) ? list : []);
  const keys = new Set(listOf(entry.sources).flatMap((item) => (item?.key ? [item.key] : [])));
  const pointAt = (list: readonly { source?: string | undefined }[] | undefined, path: readonly PropertyKey[]) => {
    listOf(list).forEach((item, index) => {
      if (item?.source && !keys.has(item.source))
        complain(
          context,
          [...path, index, 'source'],
          `no source on this page has the key “${item.source}”; the keys are: ${[...keys].join(', ') || 'none yet'}`,
        );
    });
  };
  listOf(entry.studies).forEach((item, index) => pointAt(item?.outcomes, ['studies', index, 'outcomes']));
  pointAt(entry.laterEvidence, ['laterEvidence']);
  const hasStudies = listOf(entry.studies).length > 0;
  if (hasStudies && entry.noResult)
    complain(context, ['noResult'], 'take the line out', '“noResult:” on a page that has studies');
  // Studies that are there and no list are told as such.
  if (!hasStudies && !entry.noResult && (entry.studies === undefined || Array.isArray(entry.studies)))
    complain(
      context,
      ['noResult'],
      'write the study with its outcomes, or “noResult: no-public-result”, or “noResult: plan-only”',
      'there is no study',
    );
}, evenWithFaults);

export const programProfiles = defineKind({
  schema,
  one: 'Project profile',
  many: 'Projects',
  href: '/program-profiles/',
  list: {
    title: 'Projects',
    summary: 'Every project: what each agency tried, how it was studied, and what was found, failures included.',
  },
  tagline: 'What agencies tried, how it was studied, and what was found, failures included',
  shelf: 'projects',
  isEvidence: true,
  line: ({ cohort, place }) => [cohort ? `${cohort} cohort` : 'Award year not known', place],
  date: ({ cohort }) => cohort?.toString(),
  facts: (data) => {
    const { agency, place, cohort, award, awardAmount, researchPartners, focus, strategies, settings } = data;
    const { population, areaSquareMiles } = data;
    const strongest = strongestOf(data.studies.map(({ design }) => design));
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
      ...whereGiven(
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
  },
  sections: ({ problem, approach, obstacles, cost, lessons, today }) => [
    ...section('problem', 'The problem', problem),
    ...section('approach', 'What was tried', approach),
    ...section('obstacles', 'What got in the way', obstacles),
    ...section('cost', 'What it took', cost),
    ...section('lessons', 'What can be copied', lessons),
    ...section('today', 'What is alive today', today),
  ],
  evidence: (data) => data,
  search: ({ agency, place, state, award, researchPartners }) => ({
    names: [
      agency,
      place,
      ...researchPartners.flatMap((partner) => ['name' in partner ? partner.name : undefined, partner.affiliation]),
    ],
    aka: [place.replace(`, ${stateNames[state]}`, ''), ...(award ? [award] : [])],
    states: [state],
  }),
  things: (data, around) => {
    const { agency, place, location, projectName, title, cohort } = data;
    return [
      article(
        data,
        around,
        thing('ResearchProject', {
          name: projectName ?? title,
          parentOrganization: thing('Organization', { name: agency }),
          foundingDate: cohort?.toString(),
          location: thing('Place', {
            name: place,
            geo: thing('GeoCoordinates', { latitude: location.latitude, longitude: location.longitude }),
          }),
        }),
      ),
    ];
  },
});
