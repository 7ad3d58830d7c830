/** Whichever sheet a page loads first must name all layers in their order: else the base wins over the components. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist } from '../support/pages.ts';

test('every stylesheet begins with the order of the layers', () => {
  const sheets = globSync('_astro/*.css', { cwd: dist });
  assert.ok(sheets.length > 1);
  assert.deepEqual(
    sheets.filter((sheet) => !/^@layer reset[,{]/.test(readFileSync(join(dist, sheet), 'utf8'))),
    [],
  );
});
