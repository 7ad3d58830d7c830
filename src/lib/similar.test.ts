import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likenessOf, reasonOf, type Traits } from './similar.ts';

const own: Traits = {
  problems: ['gun violence'],
  tactics: ['focused-deterrence', 'crime-analysis'],
  settings: ['corridors'],
  population: 106_519,
};

test('what is shared is said in words, the size of the place too', () => {
  assert.equal(
    reasonOf(own, { ...own, tactics: ['focused-deterrence'], population: 90_000 }),
    'same problem: gun violence; same tactic: focused deterrence; same setting: corridors; place of like size: about 110,000 and 90,000 people',
  );
});

test('one thing shared is too little, and a like size is none of the three', () => {
  const other: Traits = { problems: ['gun violence'], tactics: [], settings: [], population: 106_519 };
  assert.equal(likenessOf(own, other), 0);
});

test('among projects that share as much, the place of like size is nearer; no size is told where one is not known', () => {
  const near = likenessOf(own, { ...own, population: 200_000 });
  const far = likenessOf(own, { ...own, population: 2_000_000 });
  assert.ok(near > far);
  assert.equal(far, likenessOf(own, { ...own, population: undefined }));
  for (const population of [2_000_000, undefined])
    assert.ok(!reasonOf(own, { ...own, population }).includes('size'), String(population));
});

test('three things shared are nearer than two, whatever the size', () => {
  const three = likenessOf(own, { ...own, population: undefined });
  for (const missing of ['problems', 'tactics', 'settings'] as const)
    assert.ok(three > likenessOf(own, { ...own, [missing]: [] }), missing);
});
