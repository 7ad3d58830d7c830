/** The code itself: types hold everywhere, and it is laid out the one way. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/pages.ts';

const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
const run = (command: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', command), words, {
    cwd: root,
    encoding: 'utf8',
    env: environment,
  });
  return { status, output: stdout + stderr };
};

test('types hold, warnings included', () => {
  const { status, output } = run('astro', 'check', '--minimumFailingSeverity', 'warning');
  assert.match(output, /Result \(\d{3,} files\)/);
  assert.equal(status, 0, output);
});

test('files are laid out as npm run format leaves them', () => {
  const { status, output } = run('prettier', '--check', '.');
  assert.equal(status, 0, output);
});

test('no lint', () => {
  const { status, output } = run('eslint', '--max-warnings', '0', '.');
  assert.equal(status, 0, output);
});

test('no file, export or package that nothing uses', () => {
  const { status, output } = run('knip', '--no-config-hints');
  assert.equal(status, 0, output);
});
