/** A publication or tool in the library that is not a research spotlight. */
import { z } from 'zod';
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

const schema = entrySchema({
  ...publicationFields,
  kind: oneOf(resourceKindLabels).describe('What sort of publication it is'),
  origin: z
    .enum(['spi', 'other'])
    .describe(
      'spi: written by SPI, by one of its sites, or about an SPI project. other: not SPI work, listed because it helps',
    ),
  journal: text(160).optional().describe('For an article: the journal'),
  volume: text(20).optional().describe('For an article: volume'),
  issue: text(20).optional().describe('For an article: issue'),
  pages: text(30).optional().describe('For an article: first and last page, 287–304'),
  supersedes: links.supersedes('resources'),
});

export const resources = defineKind({
  ...publicationKind,
  schema,
  one: 'Publication',
  many: 'Publications',
  href: '/library/',
  tagline: 'Reports, guides, articles and newsletters on what smart policing tried and found',
  sort: ({ kind }) => ({ id: kind, label: resourceKindLabels[kind].one }),
  facts: (data) => {
    const { kind, journal, volume, issue, pages } = data;
    const container =
      journal &&
      [journal, volume && `volume ${volume}`, issue && `issue ${issue}`, pages && `pages ${pages}`]
        .filter(Boolean)
        .join(', ');
    return [elsewhere('Kind', resourceKindLabels[kind].one), ...publicationFacts(data, container)];
  },
  sections: () => [],
  row: (data) => [
    ...rowFact(resourceKindLabels[data.kind].one),
    ...rowFact(authorsInShort(data)),
    ...rowFact(data.journal, { isTitle: true }),
  ],
  search: (data) => publicationSearch(data, data.kind, data.journal),
  work: (data, cited) => publicationWork(data, cited, data.kind),
});
