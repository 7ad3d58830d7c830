import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsBeside, filterQuery, filterStateFrom, matches, type FilteredRow } from './filter-state.ts';

const offered = new Map([
  ['design', new Set(['randomized-trial', 'before-after'])],
  ['state', new Set(['AZ', 'MO'])],
]);
const row = (id: string, design: string[], state: string[]): FilteredRow => ({
  id,
  facets: new Map([
    ['design', design],
    ['state', state],
  ]),
});
const rows = [
  row('one', ['randomized-trial'], ['AZ']),
  row('two', ['randomized-trial', 'before-after'], ['MO']),
  row('three', [], ['MO']),
];
const shown = (query: string): string[] =>
  rows.filter((one) => matches(one, filterStateFrom(query, offered))).map(({ id }) => id);

test('rows that have every chosen value are shown', () => {
  assert.deepEqual(shown(''), ['one', 'two', 'three']);
  assert.deepEqual(shown('?design=randomized-trial'), ['one', 'two']);
  assert.deepEqual(shown('?design=randomized-trial&state=MO'), ['two']);
  assert.deepEqual(shown('?ids=three,one'), ['one', 'three']);
  assert.deepEqual(shown('?ids=three,one&state=AZ'), ['one']);
  assert.deepEqual(shown('?ids='), []);
});

test('what the address has and the list has not is named and left out', () => {
  const state = filterStateFrom('?design=magic&color=red&kind=program-profiles&state=AZ&state=MO&state=', offered);
  assert.deepEqual([...state.chosen], [['state', 'AZ']]);
  assert.deepEqual(state.unknown, ['design: magic', 'color']);
  assert.deepEqual(state.leftOut, ['state: MO']);
  assert.equal(state.ids, undefined);
  const long = filterStateFrom(`?${'x'.repeat(500)}=1`, offered).unknown[0] ?? '';
  assert.equal(long, `${'x'.repeat(60)}…`);
});

test('an address that is written is read back alike', () => {
  for (const query of ['', '?design=before-after', '?design=before-after&ids=a,b-2', '?ids=a'])
    assert.equal(filterQuery(filterStateFrom(query, offered)), query);
  const many = Array.from({ length: 500 }, (_, index) => `entry-${index}`);
  assert.deepEqual(filterStateFrom(filterQuery({ chosen: new Map(), ids: many }), offered).ids, many);
});

test('a value is counted beside the other filters, not beside its own', () => {
  const state = filterStateFrom('?design=before-after', offered);
  assert.deepEqual([...countsBeside('design', rows, state)].sort(), [
    ['before-after', 1],
    ['randomized-trial', 2],
  ]);
  assert.deepEqual([...countsBeside('state', rows, state)], [['MO', 1]]);
});
