/** The quick parser that the build reads with and the exact one that the checks read with see the same values. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { parseEntry } from '../../src/lib/entry.ts';
import { root } from '../support/pages.ts';
import { splitFile } from '../../src/checks/reading/split.ts';

const exactly = (contents: string): unknown => {
  const split = splitFile(contents);
  assert.equal(split.kind, 'ok');
  return parseDocument(split.kind === 'ok' ? split.yaml : '', { schema: 'core' }).toJS();
};

test('both parsers read every entry alike', () => {
  const files = globSync('content/*/*.mdx', { cwd: root });
  assert.ok(files.length > 300);
  for (const file of files) {
    const contents = readFileSync(join(root, file), 'utf8');
    assert.deepEqual(parseEntry(contents)?.data, exactly(contents), file);
  }
});

test('both keep what looks like something else as it was typed', () => {
  const contents = [
    '---',
    'day: 2013-02-14',
    'month: 2013-02',
    'year: 2013',
    'time: 10:30',
    'no: no',
    'truth: true',
    'empty:',
    'tilde: ~',
    'number: 1e3',
    'octal: 0123',
    'colon: "a: b"',
    'folded: >-',
    '  one',
    '  two',
    'list: [a, 2013-02, null]',
    '---',
    '',
  ].join('\n');
  assert.deepEqual(parseEntry(contents)?.data, exactly(contents));
});
