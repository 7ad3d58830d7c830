import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { entries } from './entries-loader.ts';

test('an entry stays as it was when a picture changes while its text cannot be read', async () => {
  const root = mkdtempSync(join(tmpdir(), 'entries-'));
  try {
    const folder = join(root, 'content/webinars');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'one.mdx'), '---\ntitle: One\n---\nText.\n');
    const read = new Map<string, unknown>();
    const said = new EventEmitter();
    const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
    await entries('webinars').load({
      config: { root: pathToFileURL(`${root}/`) },
      store: Object.assign(read, { set: (entry: { id: string }) => Map.prototype.set.call(read, entry.id, entry) }),
      meta: new Map(),
      logger: { warn: (words: string) => said.emit('warned', words) },
      parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
      renderMarkdown: (html: string) => Promise.resolve({ html }),
      watcher,
    } as unknown as LoaderContext);
    const before = read.get('one');
    assert.ok(before);
    writeFileSync(join(folder, 'one.mdx'), '---\ntitle: One\n');
    const warned = once(said, 'warned');
    watcher.emit('change', join(folder, 'one/chart.png'));
    assert.match(String(await warned), /one\.mdx is left as it was/);
    assert.equal(read.get('one'), before);
  } finally {
    rmSync(root, { recursive: true });
  }
});
