import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { strayEntriesIn } from './outside.ts';

test('entries are found in every folder but those that programs write', () => {
  const root = mkdtempSync(join(tmpdir(), 'strays-'));
  const strays = ['.github/a.mdx', '.vscode/webinars/b.mdx', 'tests/c.mdx', 'netlify/d.mdx', 'webinars/e.md', 'f.docx'];
  const others = [
    '.github/PULL_REQUEST_TEMPLATE.md',
    'docs/g.md',
    'README.md',
    'dist/h.mdx',
    '.git/i.mdx',
    'content/j.mdx',
  ];
  try {
    for (const path of [...strays, ...others]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '');
    }
    assert.deepEqual(strayEntriesIn(root).sort(), [...strays].sort());
  } finally {
    rmSync(root, { recursive: true });
  }
});
