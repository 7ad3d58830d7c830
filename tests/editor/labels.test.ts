/** The words of the form that are made from the names of fields. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../../editor/field.ts';
import { config } from '../support/editor-form.ts';

const all = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [
    field,
    ...all([
      ...(field.fields ?? []),
      ...(field.field ? [field.field] : []),
      ...(field.types ?? []).flatMap((type) => type.fields),
    ]),
  ]);
const fields = all(config.collections.flatMap((kind) => kind.fields as readonly Field[]));

test('a button to add one of a list names one', () => {
  const ones = new Set(fields.map((field) => field['label_singular']));
  for (const one of ['Strategy', 'Study', 'Discrepancy', 'Focus', 'Presenter', 'Expertise'])
    assert.ok(ones.has(one), one);
});

test('initials are in capitals', () => {
  const labels = new Set(fields.map(({ label }) => label));
  for (const label of ['URL', 'DOI', 'TA types']) assert.ok(labels.has(label), label);
});

test('the endings of files are told apart', () => {
  const hints = fields.flatMap(({ name, hint }) => (name === 'file' && hint ? [hint] : []));
  assert.ok(hints.length > 0);
  for (const hint of hints) assert.doesNotMatch(hint, /,\S/);
});
