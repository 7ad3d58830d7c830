/** What the heaviest page of each kind weighs, in the site as it was built last. */
import { join } from 'node:path';
import { budgets, heaviest, weighPage } from '../../src/build/weights.ts';
import { root } from '../support/pages.ts';
import type { Row } from './measure.ts';

export const name = 'weight';

const kilobytes = (bytes: number): number => Number((bytes / 1024).toFixed(1));

export const run = async (): Promise<Row[]> => {
  const folder = join(root, 'dist');
  const sizes = heaviest(folder);
  return Promise.resolve(
    (['entry', 'list'] as const).flatMap((kind): Row[] => {
      const file = sizes.find((size) => size.kind === kind)?.file;
      if (!file) return [];
      const { path, html, script, font } = weighPage(folder, file);
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
