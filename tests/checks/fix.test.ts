/** What `npm run fix` may change, it changes rightly; the rest it leaves alone. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { applyEdits } from '../../src/checks/edits.ts';
import { findFaults } from '../../src/checks/find.ts';
import { readProject, withChanges } from '../../src/checks/project.ts';
import { goodEntries, webinarFile } from './good-entries.ts';
import { mistakes } from './mistakes.ts';

const good = withChanges(readProject(fileURLToPath(new URL('../..', import.meta.url))), goodEntries);
const webinar = String(goodEntries.get(webinarFile));

/** Fixes round by round, as the command does. */
const fixed = (file: string, text: string): string => {
  let now = text;
  for (let round = 0; round < 5; round += 1) {
    const edits = findFaults(withChanges(good, new Map([[file, now]])))
      .filter((fault) => fault.file === file)
      .flatMap((fault) => fault.edits ?? []);
    if (edits.length === 0) break;
    now = applyEdits(now, edits);
  }
  return now;
};

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
    const before = (mistake.replace ?? []).reduce(
      (text, [from, to]) => text.replace(from, to),
      String(goodEntries.get(file)),
    );
    const faultsOf = (text: string) =>
      findFaults(withChanges(good, new Map([[file, text]]))).filter((fault) => fault.file === file);
    const after = fixed(file, before);
    if (after === before) continue;
    assert.ok(
      faultsOf(after).length < faultsOf(before).length,
      `${mistake.name}:\n${faultsOf(after)
        .map(({ found }) => found)
        .join('\n')}`,
    );
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
