/** A past targeted assistance activity or peer-to-peer exchange. */
import { z } from 'zod';
import { assistanceKindLabels, keysOf, modeLabels } from '../lib/labels.ts';
import { common, dateEstimated, draftsSayWhy, evenWithFaults, links, partialDate, reference, text } from './fields.ts';

export const assistance = z
  .strictObject({
    ...common,
    kind: z
      .enum(keysOf(assistanceKindLabels))
      .describe('targeted: help given to a site. peer-exchange: one site visited or advised another'),
    taTypes: z.array(reference('ta-types')).min(1).describe('The kinds of assistance it is an example of'),
    date: partialDate.optional().describe('Day, month or year, as far as it is known'),
    dateEstimated,
    requester: text(240).describe('The site or sites that were helped'),
    host: text(240).optional().describe('The site that received the visit, or who gave the help'),
    mode: z.enum(keysOf(modeLabels)).optional().describe('How it was given'),
    issue: text(500).describe('What help was asked for'),
    outcome: text(500).optional().describe('What came of it. Leave out where no source says'),
    page: links.page,
    profiles: links.profiles('Projects of the sites that took part'),
    supersedes: links.supersedes('assistance'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
