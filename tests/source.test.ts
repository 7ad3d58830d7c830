/** The code itself: types hold everywhere, and it is laid out the one way. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

test('no file holds the marks of a merge that was not finished', () => {
  const { status, stdout, stderr } = spawnSync('git', ['grep', '-nE', '^(<{7}|>{7}) '], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(stdout, '');
  assert.equal(status, 1, stderr);
});

test('the README names every package that the project depends on', () => {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const [, table = ''] = read('README.md').split('## Dependencies');
  const named = [...table.matchAll(/`([^`]+)`/g)].map(([, name = '']) => new RegExp(`^${name.replace('*', '.*')}$`));
  const unnamed = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !named.some((pattern) => pattern.test(name)),
  );
  assert.deepEqual(unnamed, []);
});
