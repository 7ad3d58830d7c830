import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { unpack } from './unpack.ts';

test('parcels become files and go', () => {
  const site = mkdtempSync(join(tmpdir(), 'parcels-'));
  try {
    mkdirSync(join(site, 'parcels'));
    const pack = (name: string, files: [string, string][]) =>
      writeFileSync(join(site, 'parcels', name), JSON.stringify(files));
    pack('0.json', [['/library/a.ris', 'TY  - RPRT']]);
    pack('1.json', [
      ['/library/b.md', '# B’s'],
      ['/b.md', '# B'],
    ]);
    unpack(site);
    assert.equal(readFileSync(join(site, 'library/a.ris'), 'utf8'), 'TY  - RPRT');
    assert.equal(readFileSync(join(site, 'library/b.md'), 'utf8'), '# B’s');
    assert.equal(readFileSync(join(site, 'b.md'), 'utf8'), '# B');
    assert.ok(!existsSync(join(site, 'parcels')));
  } finally {
    rmSync(site, { recursive: true });
  }
});
