/** A page of prose: about, how requests are handled, privacy, accessibility. */
import { z } from 'zod';
import { common, draftsSayWhy, evenWithFaults, source } from './fields.ts';

export const pages = z
  .strictObject({
    ...common,
    sources: z.array(source).default([]).describe('Where its facts were read, if it states any'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
