import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellLimit, evidenceMap, mapAims, saysOf, type MappedStudy } from './evidence-map.ts';

const study = (changes: Partial<MappedStudy>): MappedStudy => ({
  name: 'Somewhere 2012',
  href: '/program-profiles/somewhere-2012/',
  title: 'A study',
  design: 'before-after',
  tactics: ['foot-patrol'],
  outcomes: [{ aim: 'violence', direction: 'better', headline: true }],
  ...changes,
});

test('the headline speaks for its aim; other outcomes of one aim are one word', () => {
  const { outcomes } = study({
    outcomes: [
      { aim: 'violence', direction: 'none', headline: true },
      { aim: 'violence', direction: 'better' },
      { aim: 'trust', direction: 'better' },
      { aim: 'trust', direction: 'worse' },
      { aim: 'fear', direction: 'not-tested' },
      { aim: 'fear', direction: 'none' },
      { aim: 'drugs', direction: 'not-tested' },
    ],
  });
  assert.deepEqual(
    (['violence', 'trust', 'fear', 'drugs', 'reoffending'] as const).map((aim) => saysOf({ outcomes }, aim)),
    ['none', 'mixed', 'none', 'not-tested', undefined],
  );
});

test('a study stands once in a cell, under every tactic it tried, the strongest first', () => {
  const rows = evidenceMap([
    study({ name: 'Weak 2010' }),
    study({ name: 'Strong 2011', design: 'randomized-trial', tactics: ['foot-patrol', 'problem-solving'] }),
  ]);
  assert.deepEqual(
    rows.map(({ tactic }) => tactic),
    ['foot-patrol', 'problem-solving'],
  );
  const [foot] = rows;
  assert.equal(foot?.cells.length, mapAims.length);
  assert.deepEqual(
    foot?.cells
      .filter(({ studies }) => studies.length > 0)
      .map(({ aim, studies }) => [aim, studies.map(({ name }) => name)]),
    [['violence', ['Strong 2011', 'Weak 2010']]],
  );
});

test('a full cell shows the strongest, and says how many more there are', () => {
  const weak = Array.from({ length: cellLimit + 4 }, (_, index) => study({ name: `Weak ${index}` }));
  const [row] = evidenceMap([...weak, study({ name: 'Strong 2011', design: 'randomized-trial' })]);
  const full = row?.cells.find(({ aim }) => aim === 'violence');
  assert.equal(full?.studies.length, cellLimit);
  assert.equal(full?.studies[0]?.name, 'Strong 2011');
  assert.equal(full?.more, 5);
});

test('without studies there is no row', () => assert.deepEqual(evidenceMap([]), []));
