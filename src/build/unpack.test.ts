import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parcelsFolder, unpack } from './unpack.ts';

test('a whole parcel becomes files, one still being written waits', () => {
  const site = mkdtempSync(join(tmpdir(), 'parcels-'));
  try {
    const parcel = (name: string) => join(site, parcelsFolder, name);
    mkdirSync(join(site, parcelsFolder));
    const second = JSON.stringify([['/library/b.md', '# B’s']]);
    writeFileSync(parcel('0.json'), JSON.stringify([['/library/a.ris', 'TY  - RPRT']]));
    writeFileSync(parcel('1.json'), second.slice(0, -4));
    assert.equal(unpack(site), 1);
    assert.equal(readFileSync(join(site, 'library/a.ris'), 'utf8'), 'TY  - RPRT');
    assert.ok(!existsSync(parcel('0.json')) && !existsSync(join(site, 'library/b.md')));
    writeFileSync(parcel('1.json'), second);
    assert.equal(unpack(site), 0);
    assert.equal(readFileSync(join(site, 'library/b.md'), 'utf8'), '# B’s');
  } finally {
    rmSync(site, { recursive: true });
  }
});

test('a site without parcels has nothing to unpack', () => assert.equal(unpack('no-such-folder'), 0));
