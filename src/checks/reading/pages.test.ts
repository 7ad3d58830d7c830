import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPages } from './pages.ts';

test('a component that is a link to nothing, as Emacs lays beside an open file, stops no check', () => {
  const root = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    const folder = join(root, 'src/components');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Map.astro'), '<ul id="places"></ul>');
    symlinkSync('editor@machine.1234', join(folder, '.#Map.astro'));
    assert.deepEqual([...readPages(root).drawnIds], ['places']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
