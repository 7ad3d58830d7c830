/** Every mistake of the table is caught at its line with its cure, none hides another, and good content has none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFaults } from '../../src/checks/find.ts';
import type { ContentFile } from '../../src/checks/reading/files.ts';
import { goodEntries, webinarFile } from './good-entries.ts';
import { content, good } from './good-project.ts';
import { mistakes, type Mistake } from './mistakes.ts';
import { saidOf, messageOf, type Fault } from '../../src/checks/finding.ts';
import { withChanges } from '../support/with-changes.ts';
import { rules } from '../../src/checks/rules/index.ts';

const nameOf = (fault: Fault): string => `${fault.file}:${fault.line}:${messageOf(fault)}`;

/** The content is being rewritten; until that is done, some rules warn. */
const errors = (faults: readonly Fault[]): string[] =>
  faults.filter(({ severity }) => severity === 'error').map(nameOf);

/** Links to entries that are left out here. */
const baseline = new Set(findFaults(good).map(nameOf));

const show = (faults: readonly Fault[]): string =>
  faults
    .filter((fault) => !baseline.has(nameOf(fault)))
    .map((fault) => `${fault.file}:${fault.line}:${fault.column} [${fault.rule}] ${saidOf(fault)}`)
    .join('\n') || '(none)';

const textOf = ({ file = webinarFile, replace = [] }: Mistake): string => {
  let text = String(goodEntries.get(file));
  for (const [from, to] of replace) {
    const changed = text.replace(from, to);
    if (replace.length === 1) assert.notEqual(changed, text, `“${String(from)}” is not in ${file}`);
    text = changed;
  }
  return text;
};

const changesOf = (mistake: Mistake): Map<string, string | Omit<ContentFile, 'path'> | undefined> =>
  new Map(mistake.files ? Object.entries(mistake.files) : [[mistake.file ?? webinarFile, textOf(mistake)]]);

const expected = (mistake: Mistake, text: string): { file: string; line: number } => {
  const file = mistake.in ?? mistake.file ?? webinarFile;
  if (typeof mistake.at === 'number') return { file, line: mistake.at };
  let index = text.indexOf(mistake.at);
  if (index < 0) index = new RegExp(mistake.at, 'm').exec(text)?.index ?? -1;
  assert.ok(index >= 0, `“${mistake.at}” is not in the changed entry`);
  return { file, line: text.slice(0, index).split('\n').length };
};

const assertFound = (mistake: Mistake, faults: readonly Fault[], text: string): void => {
  const { file, line } = expected(mistake, text);
  const hits = faults.filter((fault) => fault.rule === mistake.rule && fault.file === file && fault.line === line);
  assert.ok(
    hits.some((fault) => mistake.words.every((word) => `${saidOf(fault)}`.includes(word))),
    `expected [${mistake.rule}] at ${file}:${line} with ${mistake.words.join(' | ')}\nfound:\n${show(faults)}`,
  );
};

test('the content of the site has no fault', () => assert.deepEqual(errors(findFaults(content)), []));
test('the good entries have no fault', () =>
  assert.deepEqual(errors(findFaults(withChanges(content, goodEntries))), []));
test('the table has every rule and at least 80 mistakes', () => {
  assert.ok(mistakes.length >= 80);
  assert.deepEqual(
    // No known content makes the reading itself fail: tests/checks/never-fails.test.ts does it by force.
    rules.filter(({ id }) => id !== 'unreadable' && !mistakes.some(({ rule }) => rule === id)),
    [],
  );
});

for (const mistake of mistakes)
  test(`caught: ${mistake.name}`, () => {
    const changes = changesOf(mistake);
    const where =
      changes.get(mistake.in ?? mistake.file ?? webinarFile) ??
      goodEntries.get(mistake.in ?? mistake.file ?? webinarFile);
    const faults = findFaults(withChanges(good, changes));
    assertFound(mistake, faults, typeof where === 'string' ? where : '');
    // One mistake, one message: nothing else is said of the file.
    const file = mistake.in ?? mistake.file ?? webinarFile;
    if (mistake.sole)
      assert.equal(
        faults.filter((fault) => fault.file === file).length,
        1,
        show(faults.filter((fault) => fault.file === file)),
      );
  });

/** Three more mistakes in the same file: a field, a reference and a link. */
const withOthers = (text: string): string =>
  `${text.replace(/^(\uFEFF?---\r?\n)/, '$1nonsense: 1\n').replace(/^topics: \[?/m, '$&no-such-topic, ')}\n\nSee [this page](/nowhere/).\n`;

for (const mistake of mistakes.filter(({ alone }) => !alone))
  test(`hides nothing: ${mistake.name}`, () => {
    const changes = changesOf(mistake);
    const file = mistake.file ?? webinarFile;
    const text = String(changes.get(file) ?? goodEntries.get(file));
    const changed = withOthers(text);
    const faults = findFaults(withChanges(good, new Map([...changes, [file, changed]])));
    const here = faults.filter((fault) => fault.file === file);
    assert.ok(
      here.some(({ found }) => found.includes('“nonsense” is no field')),
      show(here),
    );
    assert.ok(
      here.some(({ found }) => found.includes('no page /nowhere/')),
      show(here),
    );
    assert.ok(
      here.some(({ rule }) => rule === 'link-labels'),
      show(here),
    );
    if (/^topics: \[/m.test(text) && !/topics: \[[^\]\n]*$/m.test(text))
      assert.ok(
        here.some(({ found }) => found.includes('no-such-topic')),
        show(here),
      );
    const shifted = typeof mistake.at === 'number' && mistake.at > 1 ? { ...mistake, at: mistake.at + 1 } : mistake;
    // The added topic stands on the line of a mistake in the topics, and changes its words.
    if (mistake.at !== 'topics:' && !/^(?:topics: )/.test(String(mistake.at))) assertFound(shifted, here, changed);
  });
