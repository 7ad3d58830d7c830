/** What a schema says of a field, for people who choose entries by their titles and never see a file. */
import type { Shape } from '../kinds/shape.ts';

export const wordsFor = (shape: Shape | undefined): string =>
  (shape?.description ?? '')
    .replace(/: file names of content\/[\w-]+\/ without \.mdx/, '')
    .replace(/an expert by file name/, 'an expert of ours');
