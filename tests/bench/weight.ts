/** What the heaviest page of each kind weighs, in the site as it was built last. */
import { join } from 'node:path';
import { budgets, heaviest } from '../../src/build/weights.ts';
import { root } from '../support/pages.ts';
import type { Row } from './measure.ts';

export const name = 'weight';

const kilobytes = (bytes: number): number => Number((bytes / 1024).toFixed(1));

export const run = async (): Promise<Row[]> => {
  const weights = heaviest(join(root, 'dist'));
  return Promise.resolve(
    (['entry', 'list'] as const).flatMap((kind): Row[] => {
      const page = weights.find((weight) => weight.kind === kind);
      if (!page) return [];
      const { path, html, script, font } = page;
      return [
        {
          measure: `heaviest ${kind} page (${path}), HTML and CSS, brotli`,
          value: kilobytes(html.brotli),
          unit: 'KB',
          budget: budgets[kind] / 1024,
        },
        {
          measure: `the same, stored, with script and fonts`,
          value: kilobytes(html.raw + script.raw + font),
          unit: 'KB',
        },
      ];
    }),
  );
};
