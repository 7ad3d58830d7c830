/** A publication or tool in the library that is not a research spotlight. */
import { z } from 'zod';
import { isBackwards, pageRange } from '../lib/citation/csl.ts';
import { elsewhere } from '../lib/facts.ts';
import { rowFact } from '../lib/rows.ts';
import { defineKind } from './kind.ts';
import { resourceKindLabels } from '../lib/labels.ts';
import { entrySchema, links, oneOf, text } from './fields.ts';
import {
  authorsInShort,
  publicationFacts,
  publicationFields,
  publicationKind,
  publicationSearch,
  publicationWork,
} from './publication.ts';

/** “Vol. 16(3)” is two of them, and the words are put in where they are shown. */
const numbered = text(20).regex(/^(?!(?:vol(?:ume)?|no|nr|issue|number)\b)[^(),;]+$/i, {
  error: 'the figure stands alone: “Vol. 16(3)” is volume: "16" and issue: "3"',
});

const page = '(?:[a-z]{0,3}\\d+[a-z]?|[ivxlcdm]+)';
/** As print has them: “287–304”, “pp. 287-304”, “S12-3–S12-9”, “xii–xxi”, “287–90, 300–4”. */
const pagesPattern = new RegExp(`^(?:pp?\\.?|pages?)?\\s*${page}(?:\\s*(?:[-‐-―−]{1,2}|,|to)\\s*${page})*$`, 'i');

const schema = entrySchema({
  ...publicationFields,
  kind: oneOf(resourceKindLabels).describe('What sort of publication it is'),
  origin: z
    .enum(['spi', 'other'])
    .describe(
      'spi: written by SPI, by one of its sites, or about an SPI project. other: not SPI work, listed because it helps',
    ),
  journal: text(160)
    .regex(/^(?!.*,\s*(?:vol\b|\d))/i, {
      error: 'the journal’s name stands alone: volume, issue and pages have fields of their own',
    })
    .optional()
    .describe('For an article: the journal'),
  volume: numbered.optional().describe('For an article: volume'),
  issue: numbered.optional().describe('For an article: issue'),
  pages: text(30)
    .regex(pagesPattern, { error: 'first and last page stand alone, such as 287–304, or take the line out' })
    .refine((pages) => !isBackwards(pages), {
      error: 'the last page comes before the first: look them up, and write the first page first',
    })
    .optional()
    .describe('For an article: first and last page, 287–304'),
  supersedes: links.supersedes('resources'),
});

export const resources = defineKind({
  ...publicationKind,
  schema,
  one: 'Publication',
  many: 'Publications',
  href: '/library/',
  list: {
    title: 'Library',
    summary: 'Reports, guides, articles and newsletters on what the projects tried and found.',
  },
  tagline: 'Reports, guides, articles and newsletters on what smart policing tried and found',
  sort: ({ kind }) => ({ id: kind, label: resourceKindLabels[kind].one }),
  facts: (data) => {
    const { kind, journal, volume, issue, pages } = data;
    const container =
      journal &&
      [journal, volume && `volume ${volume}`, issue && `issue ${issue}`, pages && `pages ${pageRange(pages)}`]
        .filter(Boolean)
        .join(', ');
    return [elsewhere('Kind', resourceKindLabels[kind].one), ...publicationFacts(data, container)];
  },
  sections: () => [],
  row: (data) => [
    ...rowFact(resourceKindLabels[data.kind].one, { isSort: true }),
    ...rowFact(authorsInShort(data)),
    ...rowFact(data.journal, { isTitle: true }),
  ],
  search: (data) => publicationSearch(data, data.kind, data.journal),
  work: (data, cited) => publicationWork(data, cited, data.kind),
});
