/** A national meeting, workshop, conference session or academy. */
import { z } from 'zod';
import { keysOf, meetingKindLabels } from '../lib/labels.ts';
import { common, dateEstimated, draftsSayWhy, evenWithFaults, links, partialDate, state, text } from './fields.ts';

export const meetings = z
  .strictObject({
    ...common,
    kind: z.enum(keysOf(meetingKindLabels)).describe('What sort of meeting it was'),
    virtual: z.boolean().default(false).describe('true where people met online'),
    startDate: partialDate.describe('First day, or month or year where that is all that is known'),
    dateEstimated,
    endDate: partialDate.optional().describe('Last day'),
    city: text(80).optional().describe('City where people met: Columbus'),
    state: state.optional().describe('Postal code of the state, two capital letters: OH'),
    hosts: z.array(text(160)).default([]).describe('Who held it'),
    objectives: z.array(text(300)).default([]).describe('What it was for, one line each'),
    page: links.page,
    profiles: links.profiles('Projects that took part or were presented'),
    supersedes: links.supersedes('meetings'),
  })
  .superRefine(draftsSayWhy, evenWithFaults)
  .superRefine((entry, context) => {
    if (entry.endDate && entry.startDate && entry.endDate < entry.startDate)
      context.addIssue({
        code: 'custom',
        path: ['endDate'],
        message: 'the meeting ends before it starts; check both dates',
      });
  }, evenWithFaults);
