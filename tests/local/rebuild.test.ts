/** Readers notice nothing of a rebuild: every request made while the site is built anew is answered in full. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { KeptSet } from '../../src/lib/offline.ts';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { askedAs, root } from '../support/pages.ts';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';

/** `REBUILD_REQUESTS=10000 npm test -- local/rebuild` asks for as many as the promise names. */
const wanted = Number(process.env['REBUILD_REQUESTS'] ?? 1500);
const atOnce = 16;
const paths = [
  '/',
  '/program-profiles/',
  '/topics/',
  '/library/',
  '/about/',
  '/technical-assistance/',
  '/fonts/ledger-sans.woff2',
  // This one comes from a function.
  askedAs('/technical-assistance/request/received/'),
];

const entry = 'content/topics/body-worn-cameras.mdx';

/** Every page and what it needs, with the digest of what is in it: feeds and calendars take days from git, which is not there. */
const filesIn = (folder: string): ReadonlyMap<string, string> => {
  const [list = ''] = readFileSync(join(folder, 'dist/offline-worker-reading.js'), 'utf8').split('\n');
  return new Map((JSON.parse(list.slice('self.keptSet='.length, -1)) as KeptSet).files);
};

let scratch: ScratchSite | undefined;
let site: LocalSite | undefined;

describe('a rebuild', () => {
  before(async () => {
    scratch = scratchSite({ content: true });
    // What the project's own build has made is the first edition.
    cpSync(join(root, 'dist'), join(scratch.folder, 'dist'), { recursive: true });
    site = await startLocalSite({ projectRoot: scratch.folder });
  });
  after(async () => {
    await site?.stop();
    scratch?.remove();
  });

  test(`is unseen by ${wanted} requests or more`, async (t) => {
    const folder = scratch?.folder;
    const address = site?.address;
    assert.ok(scratch && folder && address);
    const rebuilds: (number | null)[] = [];
    let isBuilding = true;
    const rebuild = async (): Promise<void> => {
      const build = (): Promise<number | null> =>
        new Promise((resolve) =>
          spawn('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'ignore' }).once('close', resolve),
        );
      // More than one, so that the swap itself is passed more than once.
      rebuilds.push(await build());
      before = new Set(filesIn(folder).values());
      scratch?.write(entry, scratch.read(entry).replace(/^summary: /m, 'summary: Renewed. '));
      rebuilds.push(await build());
      isBuilding = false;
    };
    /** Contents of the site before one entry was changed. */
    let before: ReadonlySet<string> = new Set();
    const faults: string[] = [];
    let asked = 0;
    const reader = async (): Promise<void> => {
      while (isBuilding || asked < wanted) {
        const path = paths[asked % paths.length] ?? '/';
        asked += 1;
        try {
          const response = await fetch(address + path);
          const bytes = (await response.arrayBuffer()).byteLength;
          if (response.status !== 200 || bytes < 2000 || !response.headers.get('content-security-policy'))
            faults.push(`${path}: ${response.status}, ${bytes} bytes`);
        } catch (error) {
          faults.push(`${path}: ${String(error)}`);
        }
        // Readers leave the processors to the build: it is over sooner, and the swap is what matters.
        await setTimeout(50);
      }
    };
    await Promise.all([rebuild(), ...Array.from({ length: atOnce }, reader)]);
    t.diagnostic(`${asked} requests during ${rebuilds.length} rebuilds`);
    assert.deepEqual(rebuilds, [0, 0]);
    assert.ok(asked >= wanted);
    assert.deepEqual(faults, []);
    // The same contents under another name, as the search has them, are no change.
    const changed = [...filesIn(folder)].filter(([, digest]) => !before.has(digest)).map(([url]) => url);
    t.diagnostic(`${changed.length} of ${before.size} contents changed with one entry`);
    assert.ok(changed.includes('/topics/body-worn-cameras/'));
    assert.ok(!changed.includes('/history/'), 'a page without a change');
    assert.ok(changed.length < 60, changed.join(' '));
  });
});
