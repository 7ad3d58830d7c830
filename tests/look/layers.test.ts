/** Every page names all layers in their order before any sheet: else the base wins over the components. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetsIn } from '../../src/lib/style-hashes.ts';
import { builtPages } from '../support/pages.ts';

test('every page begins its sheets with the order of the layers', () => {
  const firsts = new Set(builtPages().map(({ html }) => sheetsIn(html)[0]?.replace(/\s/g, '')));
  assert.deepEqual([...firsts], ['@layerreset,tokens,base,components,print;']);
});
