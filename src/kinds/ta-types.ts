/** A kind of technical assistance, as the programme's own table names them. */
import { z } from 'zod';
import { listed } from '../lib/text.ts';
import { defineKind, pageFacts } from './kind.ts';
import { elsewhere, section } from '../lib/facts.ts';
import { thing } from '../lib/structured-data.ts';
import { modeLabels } from '../lib/labels.ts';
import { entrySchema, listOf, oneOf, text } from './fields.ts';

/** Kinds whose entries can be the activities of a type: its page lists them. */
const activityKinds = [
  'experts',
  'program-profiles',
  'research-spotlights',
  'resources',
  'webinars',
  'meetings',
  'podcasts',
] as const;

const schema = entrySchema({
  order: z.int().min(1).describe('Place in the table, 1 first'),
  exampleTopics: z.array(text(200)).describe('Examples of what people ask for, as in the program’s table'),
  modes: listOf(oneOf(modeLabels)).describe('How it is given: telephone, on-site, virtual'),
  activities: listOf(z.enum(activityKinds)).describe(
    'Folders of content/ whose newest entries its page lists, where help of this kind is pages of this site: webinars',
  ),
  howToRequest: text(400).describe('One or two sentences: how to ask for this kind'),
});

export const taTypes = defineKind({
  schema,
  one: 'Technical assistance',
  many: 'Kinds of technical assistance',
  href: '/technical-assistance/',
  list: {
    title: 'What you can ask for',
    summary: 'Help for agencies: by telephone, on site, from an expert, or from an agency that has done it before.',
  },
  tagline: 'Help for police agencies: what to ask for, and how',
  shelf: 'assistance',
  isEvidence: false,
  line: () => [],
  date: () => undefined,
  facts: ({ howToRequest, modes }) => [
    elsewhere('How to ask', howToRequest),
    elsewhere('How it is given', listed(modes.map((mode) => modeLabels[mode]))),
  ],
  sections: ({ exampleTopics }) => section('examples', 'Example topics', exampleTopics),
  search: () => ({ names: [] }),
  things: ({ title }, around) => [
    thing('GovernmentService', {
      ...pageFacts(around),
      name: title,
      serviceType: 'Technical assistance',
      provider: thing('Organization', { name: around.provider }),
      serviceOperator: thing('GovernmentOrganization', { name: around.funder }),
      audience: thing('Audience', { audienceType: 'Police agencies' }),
      areaServed: thing('Country', { name: 'United States' }),
    }),
  ],
});
