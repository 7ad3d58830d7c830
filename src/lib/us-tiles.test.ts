import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateNames } from './states.ts';
import { tileColumns, tiles } from './us-tiles.ts';

const territories = ['AS', 'GU', 'MP', 'PR', 'VI'];

test('every state and the District of Columbia has one square, and no two share one', () => {
  assert.deepEqual(
    tiles.map(({ state }) => state).sort(),
    Object.keys(stateNames)
      .filter((code) => !territories.includes(code))
      .sort(),
  );
  assert.equal(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size, tiles.length);
  assert.ok(tiles.every(({ column }) => column < tileColumns));
});
