/** A program profile: one SPI project, that is one agency in one award cohort. */
import { z } from 'zod';
import { common, draftsSayWhy, evenWithFaults, links, reference, state, text } from './fields.ts';

/**
 * How a project was studied, in the order of the Maryland Scientific Methods Scale
 * (Sherman and others, Preventing Crime, National Institute of Justice, 1998): level 5 first.
 */
export const designKinds = [
  'randomized-trial',
  'matched-comparison',
  'comparison-group',
  'before-after',
  'descriptive',
  'under-way',
  'not-reported',
] as const;
export type DesignKind = (typeof designKinds)[number];

/** The judgment, not the direction of the number. Nulls and adverse results count like the others. */
export const directions = ['better', 'none', 'worse', 'mixed', 'not-tested'] as const;
export type Direction = (typeof directions)[number];

export const outcome = z.strictObject({
  measure: text(160).describe('What was measured: Shootings in the target area'),
  direction: z
    .enum(directions)
    .describe(
      'better, none (no change that counts), worse, mixed, or not-tested (a figure with nothing to judge it by)',
    ),
  change: z.enum(['up', 'down']).optional().describe('Which way the number went: up or down'),
  figure: text(120).optional().describe('The figure as a reader would say it: 17% fewer, 4.7 fewer a year'),
  period: text(160).optional().describe('When: 2007 to 2009, first 12 months'),
  comparison: text(240).optional().describe('Against what: matched control areas, the year before'),
  source: text(80).optional().describe('The “key” of the source on this page that the figure stands in'),
});

export const laterFinding = z.strictObject({
  finding: text(500).describe('What a later or an independent study or review found, favorable or not'),
  direction: z.enum(directions).optional().describe('As in outcomes, where the finding is a judgment'),
  source: text(80).optional().describe('The “key” of the source on this page'),
});

export const programProfiles = z
  .strictObject({
    ...common,
    agency: text(160).describe('The police agency that had the award'),
    place: text(120).describe('City or county and state in words: Boston, Massachusetts'),
    state: state.describe('Postal code of the state, two capital letters: MA'),
    cohort: z.int().min(2009).max(2035).optional().describe('Award year. Leave out where no source gives it'),
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
    focus: z.array(text(120)).default([]).describe('Focus labels of the program: Violent crime'),
    strategies: z.array(text(160)).default([]).describe('Strategy labels of the program: Place-based policing'),
    problem: text(900).optional().describe('The problem, in one to four sentences'),
    approach: text(900).optional().describe('What was tried, in one to four sentences'),
    design: z
      .strictObject({
        kind: z.enum(designKinds).describe('How it was studied: the strongest design reported'),
        description: text(900).optional().describe('The same in words: who was compared with whom, when'),
      })
      .describe('How it was studied'),
    outcomes: z.array(outcome).default([]).describe('What was found, one row a measure, in the order of the source'),
    laterEvidence: z.array(laterFinding).default([]).describe('What later or outside evidence says'),
    experts: z.array(reference('experts')).default([]).describe('Subject matter experts matched with the site'),
    supersedes: links.supersedes('program-profiles'),
  })
  .superRefine(draftsSayWhy, evenWithFaults)
  .superRefine((entry, context) => {
    const itemsOf = <Item>(list: readonly Item[] | undefined): readonly Item[] => (Array.isArray(list) ? list : []);
    const keys = new Set(itemsOf(entry.sources).flatMap((item) => (item?.key ? [item.key] : [])));
    const pointAt = (list: readonly { source?: string | undefined }[] | undefined, field: string) => {
      itemsOf(list).forEach((item, index) => {
        if (item?.source && !keys.has(item.source))
          context.addIssue({
            code: 'custom',
            path: [field, index, 'source'],
            message: `no source on this page has the key “${item.source}”; the keys are: ${[...keys].join(', ') || 'none yet'}`,
          });
      });
    };
    pointAt(entry.outcomes, 'outcomes');
    pointAt(entry.laterEvidence, 'laterEvidence');
  }, evenWithFaults);
