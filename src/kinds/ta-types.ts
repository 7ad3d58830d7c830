/** A kind of technical assistance, as the programme's own table names them. */
import { z } from 'zod';
import { keysOf, modeLabels } from '../lib/labels.ts';
import { common, draftsSayWhy, evenWithFaults, evidenceCollections, text } from './fields.ts';

/** Collections whose entries can be the activities of a type: its page lists them. */
const activityCollections = ['experts', ...evidenceCollections] as const;

export const taTypes = z
  .strictObject({
    ...common,
    order: z.int().min(1).describe('Place in the table, 1 first'),
    exampleTopics: z.array(text(200)).describe('Examples of what people ask for, as in the program’s table'),
    modes: z
      .array(z.enum(keysOf(modeLabels)))
      .default([])
      .describe('How it is given: telephone, on-site, virtual'),
    activities: z
      .array(z.enum(activityCollections))
      .default([])
      .describe(
        'Folders of content/ whose newest entries its page lists, where help of this kind is pages of this site: webinars',
      ),
    howToRequest: text(400).describe('One or two sentences: how to ask for this kind'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
