import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { HookParameters } from 'astro';
import { contentFaultsWhileWriting } from './content-faults.ts';

test('a folder that cannot be read does not end the server, and is read again at the next change', async () => {
  const root = mkdtempSync(join(tmpdir(), 'faults-'));
  try {
    writeFileSync(join(root, 'content'), '');
    const said = new EventEmitter();
    const watcher = new EventEmitter();
    const httpServer = new EventEmitter();
    const ws = Object.assign(new EventEmitter(), { send: (name: string) => said.emit(name) });
    await contentFaultsWhileWriting().hooks['astro:server:setup']?.({
      server: { config: { root }, watcher, httpServer, ws },
      logger: { info: () => undefined, warn: (words: string) => said.emit('warned', words) },
    } as unknown as HookParameters<'astro:server:setup'>);
    const warned = once(said, 'warned');
    httpServer.emit('listening');
    assert.match(String(await warned), /The content could not be read, .*ENOTDIR/);

    rmSync(join(root, 'content'));
    mkdirSync(join(root, 'content'));
    const told = once(said, 'content-faults');
    watcher.emit('unlink', join(root, 'content/webinars/one.mdx'));
    await told;
  } finally {
    rmSync(root, { recursive: true });
  }
});
