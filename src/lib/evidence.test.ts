import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changeInWords,
  evidenceView,
  levelOf,
  ownVotes,
  readsLaterToo,
  strongestOf,
  tallyOf,
  type EvidenceOf,
  type LaterFinding,
  type Study,
} from './evidence.ts';
import type { DesignKind, Direction } from './labels.ts';

const study = (design: DesignKind, direction: Direction, ...others: Direction[]): Study => ({
  title: 'A study',
  design,
  independent: false,
  tactics: ['foot-patrol'],
  outcomes: [
    ...others.map((one) => ({ measure: 'Fear', aim: 'fear' as const, direction: one })),
    { measure: 'Shootings', headline: true, aim: 'gun-violence', direction, percent: -17 },
  ],
});

const later = (direction: Direction): LaterFinding => ({
  finding: 'What came after',
  direction,
  year: 2018,
  design: 'comparison-group',
});

const evidence = (studies: Study[], laterEvidence: LaterFinding[] = []): EvidenceOf => ({
  finding: 'Shootings did not change',
  studies,
  laterEvidence,
});

test('one vote a study: its headline outcome, however many others there are', () => {
  assert.deepEqual(
    ownVotes(
      evidence([study('before-after', 'none', 'better', 'better', 'better'), study('randomized-trial', 'worse')]),
    ),
    [
      { design: 'before-after', direction: 'none' },
      { design: 'randomized-trial', direction: 'worse' },
    ],
  );
});

test('levels follow the scale, and the strongest design is none where there is no study', () => {
  assert.deepEqual((['randomized-trial', 'before-after', 'not-reported'] as const).map(levelOf), [5, 2, 0]);
  assert.equal(strongestOf(['not-reported', 'before-after', 'comparison-group']), 'comparison-group');
  assert.equal(evidenceView(evidence([])).strongest, undefined);
});

test('a tally is never without designs: strongest first, each direction counted', () => {
  const tally = tallyOf(
    ownVotes(
      evidence([study('before-after', 'better'), study('randomized-trial', 'none'), study('before-after', 'worse')]),
    ),
  );
  assert.deepEqual(
    tally.map(({ design, votes }) => ({ design, votes })),
    [
      { design: 'randomized-trial', votes: 1 },
      { design: 'before-after', votes: 2 },
    ],
  );
  assert.deepEqual(
    tally[1]?.counts.filter(({ count }) => count > 0).map(({ direction }) => direction),
    ['better', 'worse'],
  );
});

test('percent and points are told apart in words; the source’s own figure comes first', () => {
  assert.equal(changeInWords({ percent: -17 }), 'down 17%');
  assert.equal(changeInWords({ points: 9.8 }), 'up 9.8 percentage points');
  assert.equal(changeInWords({ points: -1 }), 'down 1 percentage point');
  assert.equal(changeInWords({ percent: 0 }), '0%');
  assert.equal(changeInWords({}), undefined);
  const row = evidenceView(evidence([study('before-after', 'better')])).studies[0]?.headline;
  assert.deepEqual([row?.figure, row?.change], ['down 17%', 'down']);
});

test('“read the later evidence too”: own mostly better, later judged and none better', () => {
  const better = study('before-after', 'better');
  const none = study('before-after', 'none');
  assert.equal(readsLaterToo(evidence([better], [later('none')])), true);
  assert.equal(readsLaterToo(evidence([better, better, none], [later('worse'), later('not-tested')])), true);
  assert.equal(readsLaterToo(evidence([better], [later('none'), later('better')])), false);
  assert.equal(readsLaterToo(evidence([better, none], [later('none')])), false);
  assert.equal(readsLaterToo(evidence([better], [later('not-tested')])), false);
  assert.equal(readsLaterToo(evidence([better])), false);
  assert.equal(readsLaterToo(evidence([], [later('none')])), false);
});
