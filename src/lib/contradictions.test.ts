import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictionsIn } from './contradictions.ts';
import type { EvidenceOf, LaterFinding, Study } from './evidence.ts';
import type { Direction } from './labels.ts';

const study = (direction: Direction, outcomes: Partial<Study['outcomes'][number]>[] = []): Study => ({
  title: 'The trial',
  design: 'randomized-trial',
  independent: false,
  tactics: ['foot-patrol'],
  outcomes: [
    { measure: 'Shootings', headline: true, aim: 'gun-violence', direction },
    ...outcomes.map((outcome) => ({ measure: 'Cases cleared', aim: 'cases-cleared' as const, direction, ...outcome })),
  ],
});

const evidence = (studies: Study[], ...directions: Direction[]): EvidenceOf => ({
  finding: 'Shootings fell',
  studies,
  laterEvidence: directions.map((direction): LaterFinding => ({
    finding: 'A later study',
    direction,
    year: 2020,
    design: 'comparison-group',
  })),
});

const kindsIn = (of: EvidenceOf) => contradictionsIn(of).map(({ kind }) => kind);

test('own and later evidence that point apart are one pair a project, whichever is the better one', () => {
  assert.deepEqual(kindsIn(evidence([study('better')], 'none', 'worse')), ['own-and-later']);
  assert.equal(contradictionsIn(evidence([study('better')], 'none', 'worse'))[0]?.other.length, 2);
  assert.deepEqual(kindsIn(evidence([study('none')], 'better')), ['own-and-later']);
  assert.deepEqual(kindsIn(evidence([study('better')], 'better', 'mixed', 'not-tested')), []);
  assert.deepEqual(kindsIn(evidence([study('worse')], 'none')), []);
});

test('the same number in percent and in points, for one aim, is a pair', () => {
  const [pair] = contradictionsIn(evidence([study('better', [{ percent: 9.8 }, { points: 9.8 }])]));
  assert.deepEqual(pair, {
    kind: 'percent-and-points',
    one: ['Cases cleared: up 9.8%'],
    other: ['Cases cleared: up 9.8 percentage points'],
  });
  assert.deepEqual(kindsIn(evidence([study('better', [{ percent: 21 }, { points: 9.8 }])])), []);
  assert.deepEqual(kindsIn(evidence([study('better', [{ percent: 9.8 }, { points: 9.8, aim: 'trust' }])])), []);
});
