import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { halfWrittenFiles, unpackedFile } from './packed-files.ts';

test('a packed file that ends too early is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-files-'));
  try {
    const whole = gzipSync('pagefind_dcd and the words of a chunk of the index');
    writeFileSync(join(folder, 'en_whole.pf_index'), whole);
    writeFileSync(join(folder, 'en_last-byte.pf_index'), whole.subarray(0, -1));
    writeFileSync(join(folder, 'en_empty.pf_meta'), '');
    writeFileSync(join(folder, 'pagefind.js'), 'no packed file');
    assert.deepEqual(halfWrittenFiles(folder), ['en_empty.pf_meta', 'en_last-byte.pf_index']);
    assert.match(unpackedFile(join(folder, 'en_whole.pf_index')), /^pagefind_dcd and the words/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
