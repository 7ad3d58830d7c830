/** What `npm run fix` may change, it changes rightly; the rest it leaves alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/checks/edits.ts';
import { findFaults } from '../../src/checks/find.ts';
import type { Fault } from '../../src/checks/finding.ts';
import { goodEntries, meetingFile, webinarFile } from './good-entries.ts';
import { good } from './good-project.ts';
import { mistakes } from './mistakes.ts';
import { withChanges } from '../support/with-changes.ts';

const webinar = String(goodEntries.get(webinarFile));

/** Fixes round by round, as the command does: the text and its faults after each, as typed first. */
const roundsOf = (file: string, typed: string): { text: string; faults: Fault[] }[] => {
  const rounds: { text: string; faults: Fault[] }[] = [];
  for (let text = typed; rounds.length < 6;) {
    const faults = findFaults(withChanges(good, new Map([[file, text]]))).filter((fault) => fault.file === file);
    rounds.push({ text, faults });
    const edits = faults.flatMap((fault) => fault.edits ?? []);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
  }
  return rounds;
};

const fixed = (file: string, text: string): string => roundsOf(file, text).at(-1)?.text ?? '';

test('several mistakes of one file at once come back to the good entry', () => {
  const text = webinar
    .replace('title: How three', 'title: “How three')
    .replace('foot patrol\n', 'foot patrol”\n')
    .replace('date: 2016-05-12', 'date: May 12, 2016')
    .replace('status: published', 'status: Published')
    .replace('expert: hildy-saizow', 'expert: Hildy Saizow')
    .replace('## What was counted', '# What was counted')
    .replace('(/meetings/)', '(/meetings)')
    .replace('page: https://www.', 'page: www.')
    .replaceAll('\n', '\r\n');
  assert.equal(
    fixed(webinarFile, `\uFEFF${text}`),
    webinar.replace(
      'title: How three agencies measured foot patrol',
      'title: "How three agencies measured foot patrol"',
    ),
  );
});

test('a date of two meanings is left to a person', () => {
  const text = webinar.replace('date: 2016-05-12', 'date: 1/8/2024');
  assert.equal(fixed(webinarFile, text), text);
});

test('an edit never makes a new fault, whatever the mistake', () => {
  for (const mistake of mistakes.filter(({ files }) => !files)) {
    const file = mistake.file ?? webinarFile;
    const typed = (mistake.replace ?? []).reduce(
      (text, [from, to]) => text.replace(from, to),
      String(goodEntries.get(file)),
    );
    const [before, ...after] = roundsOf(file, typed).map(({ faults }) => faults);
    const left = after.at(-1);
    if (before && left)
      assert.ok(left.length < before.length, `${mistake.name}:\n${left.map(({ found }) => found).join('\n')}`);
  }
});

test('of overlapping edits only the first is made', () => {
  assert.equal(
    applyEdits('abcdef', [
      { start: 1, end: 3, text: 'X' },
      { start: 2, end: 5, text: 'Y' },
      { start: 5, end: 6, text: 'Z' },
    ]),
    'aXdeZ',
  );
});

/** What could be meant in two ways is told, and no file is changed: name, good text, what stands there instead. */
const asked: readonly (readonly [string, string | RegExp, string])[] = [
  ['a year of two figures', 'date: 2016-05-12', 'date: 18-06-20'],
  ['two days in one field', 'date: 2016-05-12', 'date: 2018-06-20 to 2018-06-21'],
  ['a word with stars', 'audience: Site teams and research partners', 'audience: *Practitioners*'],
  ['the second version of a place', 'audience: Site', '>>>>>>> my-branch\naudience: Site'],
  ['a # taken from a note of the template', 'audience: Site', ' For whom it was meant\naudience: Site'],
  ['a hyphen before a figure', '  - Choose a fair comparison area', '  -3 areas'],
  ['topics in round brackets', '[place-based-policing, evaluation-and-measurement]', '(place-based-policing)'],
];

for (const [name, from, to] of asked)
  test(`asked, not fixed: ${name}`, () => {
    const text = webinar.replace(from, to);
    assert.notEqual(text, webinar);
    assert.equal(fixed(webinarFile, text), text);
    assert.ok(findFaults(withChanges(good, new Map([[webinarFile, text]]))).some(({ file }) => file === webinarFile));
  });

test('a cross in a box is asked, not fixed', () => {
  const text = String(goodEntries.get(meetingFile)).replace('city:', 'virtual: X\ncity:');
  assert.equal(fixed(meetingFile, text), text);
});

/** What comes out is what was meant, whatever comes in. */
const made: readonly (readonly [string, string | RegExp, string, string])[] = [
  ['a line break of Word', 'Site teams', 'Site\u000bteams', 'Site teams'],
  ['a line separator', 'Site teams', 'Site\u2028teams', 'Site teams'],
  ['a field in bold', 'audience: Site', '**audience**: Site', 'audience: Site'],
  ['hyphens without their space', '  - Count', '  -Count', '  - Count'],
  ['bullets of Word', '  - Count', '  • Count', '  - Count'],
  ['an equals sign', 'audience: Site', 'audience = Site', 'audience: Site'],
  ['an invisible space', 'audience: Site', 'audience:\u00a0Site', 'audience: Site'],
  ['a # taken away and its space left', 'audience: Site', ' audience: Site', 'audience: Site'],
  ['a topic by its name', /topics: .*/, 'topics: Body-worn cameras', 'topics: [body-worn-cameras]'],
];

for (const [name, from, to, after] of made)
  test(`fixed as it was meant: ${name}`, () => {
    const text = webinar.replace(from, to);
    assert.notEqual(text, webinar);
    assert.equal(fixed(webinarFile, text), webinar.replace(from, after));
  });

test('the # taken off the name of a list alone: the name is mended, the notes under it stay notes', () => {
  const text = webinar.replace('caveats:\n  - The', '# What not to quote\n caveats:\n#   - The');
  assert.equal(fixed(webinarFile, text), text.replace(' caveats:', 'caveats:'));
});
