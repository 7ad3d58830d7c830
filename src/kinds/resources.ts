/** A publication or tool in the library that is not a research spotlight. */
import { z } from 'zod';
import { keysOf, resourceKindLabels } from '../lib/labels.ts';
import { common, draftsSayWhy, evenWithFaults, links, text } from './fields.ts';
import { publicationFields } from './publication.ts';

const origins = ['spi', 'other'] as const;

export const resources = z
  .strictObject({
    ...common,
    ...publicationFields,
    kind: z.enum(keysOf(resourceKindLabels)).describe('What sort of publication it is'),
    origin: z
      .enum(origins)
      .describe(
        'spi: written by SPI, by one of its sites, or about an SPI project. other: not SPI work, listed because it helps',
      ),
    journal: text(160).optional().describe('For an article: the journal'),
    volume: text(20).optional().describe('For an article: volume'),
    issue: text(20).optional().describe('For an article: issue'),
    pages: text(30).optional().describe('For an article: first and last page, 287–304'),
    supersedes: links.supersedes('resources'),
  })
  .superRefine(draftsSayWhy, evenWithFaults);
