/** Whichever sheet a page holds first must name all layers in their order: else the base wins over the components. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetsIn } from '../../src/lib/style-hashes.ts';
import { builtPages } from '../support/pages.ts';

test('every sheet begins with the order of the layers', () => {
  const sheets = new Set(builtPages().flatMap(({ html }) => sheetsIn(html)));
  assert.ok(sheets.size > 1);
  assert.deepEqual(
    [...sheets].filter((sheet) => !/^@layer reset[,{]/.test(sheet)).map((sheet) => sheet.slice(0, 80)),
    [],
  );
});
