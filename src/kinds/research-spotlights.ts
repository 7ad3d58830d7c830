/** A research spotlight: the programme's own report on one project or one theme. */
import { section } from '../lib/facts.ts';
import { rowFact } from '../lib/rows.ts';
import { defineKind } from './kind.ts';
import { entrySchema, links, listOf, text } from './fields.ts';
import {
  authorsInShort,
  publicationFacts,
  publicationFields,
  publicationKind,
  publicationSearch,
  publicationWork,
} from './publication.ts';

const schema = entrySchema({
  ...publicationFields,
  keyFindings: listOf(text(400)).describe('What it found, one sentence each, failures included'),
  supersedes: links.supersedes('research-spotlights'),
});

export const researchSpotlights = defineKind({
  ...publicationKind,
  schema,
  one: 'Research spotlight',
  many: 'Research spotlights',
  href: '/research-spotlights/',
  list: {
    title: 'Research spotlights',
    summary: 'The program’s own reports on what projects did and found, failures included, by year.',
    byYear: 'by year: the program’s own reports on what projects did and found, failures included.',
  },
  tagline: 'The program’s own reports on what projects did and found',
  facts: (data) => publicationFacts(data),
  sections: ({ keyFindings }) => section('findings', 'Key findings', keyFindings),
  row: (data) => rowFact(authorsInShort(data)),
  search: (data) => publicationSearch(data, 'research-spotlights'),
  work: publicationWork,
});
