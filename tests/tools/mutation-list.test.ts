/** A breakage that breaks nothing proves nothing: what each of them replaces is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/pages.ts';
import { mutations } from './mutation-list.ts';

test('every breakage of `npm run mutations` finds its place', () => {
  const gone = mutations.filter(({ file, find }) => {
    const path = join(root, file);
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(find);
  });
  assert.deepEqual(
    gone.map(({ what, file, find }) => `${what}: ${file} does not hold “${find}”`),
    [],
  );
});
