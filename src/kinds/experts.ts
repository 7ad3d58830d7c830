/** A subject matter expert (SME), or a leader of the assistance. Professional facts only: no private address, e-mail or telephone. */
import { z } from 'zod';
import { expertKindLabels, keysOf } from '../lib/labels.ts';
import { common, draftsSayWhy, evenWithFaults, text, year } from './fields.ts';

export const experts = z
  .strictObject({
    ...common,
    name: text(120).describe('Name as the program prints it'),
    familyName: text(80).describe('Family name, for sorting'),
    kind: z
      .enum(keysOf(expertKindLabels))
      .default('subject-matter-expert')
      .describe('What the sources call the person'),
    credentials: text(240).optional().describe('Degrees and courses that the source names'),
    position: text(300).describe('Position at the time that “asOf” names'),
    affiliation: text(200).optional().describe('Agency, university or company at that time'),
    expertise: z.array(text(120)).default([]).describe('Fields of expertise that a source names, a few words each'),
    likelyExpertise: z
      .array(text(120))
      .default([])
      .describe('Fields inferred from what the person wrote or did; marked as inferred wherever they show'),
    ask: z.array(text(160)).default([]).describe('What one may ask this person, one line each'),
    asOf: year.describe('The year that the source describes: people move on'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
