/** A subject matter expert (SME). Professional facts only: no private address, e-mail or telephone. */
import { z } from 'zod';
import { common, draftsSayWhy, evenWithFaults, text, year } from './fields.ts';

export const experts = z
  .strictObject({
    ...common,
    name: text(120).describe('Name as the program prints it'),
    familyName: text(80).describe('Family name, for sorting'),
    credentials: text(240).optional().describe('Degrees and courses that the source names'),
    position: text(300).describe('Position at the time that “asOf” names'),
    affiliation: text(200).optional().describe('Agency, university or company at that time'),
    expertise: z.array(text(120)).default([]).describe('Fields of expertise, a few words each'),
    asOf: year.describe('The year that the source describes: people move on'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
