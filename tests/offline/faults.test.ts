/** What can go wrong with keeping: no room, no line, no storage, a broken worker. Told in words, and never a reader locked out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { KeptSet } from '../../src/lib/offline.ts';
import { bundled } from '../../src/offline/write.ts';
import { launchBrowser } from '../support/chromium.ts';
import { countFetched, heldIn, keep, keptSite, press, renew, told, type KeptSite } from './kept-site.ts';

const worker = 'offline-worker-briefings.js';
let site: KeptSite;
let browser: Browser;
/** The worker with a short list, so that each of these readers has it at once; and with what a search asks for. */
let good: string;
let searching: string;
before(async () => {
  site = await keptSite();
  browser = await launchBrowser();
  const [list = '', ...script] = site.read(worker).split('\n');
  const set = JSON.parse(list.slice('self.keptSet='.length, -1)) as KeptSet;
  const shortened = (isUsed: RegExp, least: number): string => {
    const files = set.files.filter(([url]) => isUsed.test(url));
    assert.ok(files.length >= least && files.length < set.files.length);
    return [`self.keptSet=${JSON.stringify({ ...set, files })};`, ...script].join('\n');
  };
  good = shortened(/^\/(?:_astro|fonts|offline|topics\/$)/, 10);
  searching = shortened(/^\/(?:_astro|fonts|offline|search|topics\/$)/, 50);
  site.write(worker, good);
});
after(async () => {
  await browser.close();
  await site.close();
});

const reader = async (use: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> => {
  const context = await browser.newContext({ baseURL: site.address });
  try {
    await use(await context.newPage(), context);
  } finally {
    await context.close();
    site.write(worker, good);
  }
};
/** Until the browser has looked for a new worker, which it does about a second after a visit. */
const untilNothingIsHeld = async (page: Page): Promise<void> => {
  const nothing = { stores: 0, files: 0, workers: 0 };
  const end = Date.now() + 60_000;
  let held = await heldIn(page);
  while (!isDeepStrictEqual(held, nothing) && Date.now() < end) {
    await page.waitForTimeout(250);
    held = await heldIn(page);
  }
  assert.deepEqual(held, nothing);
};
/** Knows which workers are active now, and waits for another one. */
const replacement = async (session: CDPSession): Promise<{ promise: Promise<void> }> => {
  const known = new Set<string>();
  const looked = Promise.withResolvers<void>();
  const replaced = Promise.withResolvers<void>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const active = versions.filter(({ status }) => status === 'activated').map(({ versionId }) => versionId);
    if (known.size > 0 && active.some((id) => !known.has(id))) replaced.resolve();
    for (const id of active) known.add(id);
    if (known.size > 0) looked.resolve();
  });
  await session.send('ServiceWorker.enable');
  await looked.promise;
  return replaced;
};
const kept = /^Kept on this device: Briefings and projects/;
const opened = async (page: Page, path = '/topics/'): Promise<string> => {
  await page.goto(path);
  return page.locator('h1').innerText();
};

test('full storage is told, counts as nothing, and is gone on with where there is room', async () => {
  await reader(async (page, context) => {
    await page.goto('/offline/');
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: site.address, quotaSize: 120_000 });
    assert.match(await keep(page, 'briefings'), /^There is no room left for it/);
    const half = await heldIn(page);
    assert.equal(half.workers, 0);
    assert.ok(half.files > 0);
    assert.match(await told(page), /^An earlier try was not finished\./);
    await session.send('Storage.overrideQuotaForOrigin', { origin: site.address });
    const fetched = countFetched(context);
    assert.match(await keep(page, 'briefings'), kept);
    const { files } = await heldIn(page);
    assert.ok(
      new Set(fetched).size <= files - half.files + 2,
      `${fetched.length} fetched of ${files}, ${half.files} were there`,
    );
  });
});

test('why a worker has given up is told also where its words come after its end', async () => {
  await reader(async (page) => {
    await page.addInitScript(() => {
      const { set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage') ?? {};
      Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
        set(this: BroadcastChannel, hear: (event: MessageEvent) => void) {
          set?.call(this, (event: MessageEvent) => setTimeout(hear, 500, event));
        },
      });
    });
    site.write(worker, `Cache.prototype.put = () => Promise.resolve();${good}`);
    assert.match(await keep(page, 'briefings'), /^There is no room left for it/);
  });
});

test('storage that drops files without a word counts as full', async () => {
  await reader(async (page) => {
    site.write(
      worker,
      `const { put } = Cache.prototype;
       let count = 0;
       Cache.prototype.put = function (...given) { return (count += 1) % 2 ? put.apply(this, given) : Promise.resolve(); };
       ${good}`,
    );
    assert.match(await keep(page, 'briefings'), /^There is no room left for it/);
    assert.equal((await heldIn(page)).workers, 0);
  });
});

test('a set of which a file is missing does not take the place of the one before', async () => {
  await reader(async (page) => {
    assert.match(await keep(page, 'briefings'), kept);
    site.write(worker, good.replace('"files":[', '"files":[["/no/such/file.html","a"],'));
    assert.match(
      await keep(page, 'briefings'),
      /^The connection broke off[\s\S]*What was kept before is still there\.$/,
    );
    assert.match(await told(page), kept);
  });
});

test('files that the browser has deleted are missed, and fetched again', async () => {
  await reader(async (page, context) => {
    assert.match(await keep(page, 'briefings'), kept);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const store = await caches.open(name);
        for (const request of (await store.keys()).slice(0, 3)) await store.delete(request);
      }
    });
    assert.match(await told(page), /^This browser has deleted 3 files of what was kept/);
    const fetched = countFetched(context);
    assert.match(await press(page, 'Keep on this device'), kept);
    assert.ok(fetched.length < 10, fetched.join(' '));
  });
});

test('a browser without workers, and one that refuses storage, say so', async () => {
  for (const refusal of [
    () => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
    () =>
      Object.assign(CacheStorage.prototype, {
        has: () => Promise.reject(new DOMException('refused', 'SecurityError')),
      }),
  ])
    await reader(async (page) => {
      await page.addInitScript(refusal);
      assert.match(await told(page), /^This browser refuses to keep pages/);
    });
});

test('without script the page says what can be done instead', async () => {
  const context = await browser.newContext({ baseURL: site.address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/offline/');
  assert.match(await page.locator('noscript').innerText(), /needs JavaScript[\s\S]*briefing pack/);
  assert.equal(await page.getByRole('button', { name: 'Keep on this device' }).isVisible(), false);
  await context.close();
});

for (const [fault, broken] of [
  ['cannot be read', 'self.addEventListener('],
  ['throws', 'throw new Error("broken")'],
] as const)
  test(`a deploy with a worker that ${fault} changes nothing, and the next one heals`, async () => {
    await reader(async (page) => {
      assert.match(await keep(page, 'briefings'), kept);
      await assert.rejects(renew(page, () => site.write(worker, broken)));
      assert.equal(await opened(page), 'Topics');
      await told(page);
      await renew(page, () => site.write(worker, good.replace(/"day":"[^"]+"/, '"day":"2031-02-03"')));
      assert.match(await told(page), /as published on February 3, 2031/);
    });
  });

test('a worker that answers nothing is replaced by the visit that it spoils', async () => {
  await reader(async (page, context) => {
    assert.match(await keep(page, 'briefings'), kept);
    await renew(page, () =>
      site.write(
        worker,
        `self.addEventListener('install', () => self.skipWaiting());
         self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
         self.addEventListener('fetch', (event) => event.respondWith(Response.error()));`,
      ),
    );
    // The browser looks for a new worker by itself after each visit, whatever the old one made of it.
    const replaced = await replacement(await context.newCDPSession(page));
    site.write(worker, good);
    await assert.rejects(opened(page));
    await replaced.promise;
    assert.equal(await opened(page), 'Topics');
  });
});

test('where the file of the worker is gone, what was kept goes too', async () => {
  await reader(async (page) => {
    assert.match(await keep(page, 'briefings'), kept);
    site.remove(worker);
    // A worker that was just started asks; this one may have asked already.
    await page
      .context()
      .newCDPSession(page)
      .then((session) => session.send('ServiceWorker.enable').then(() => session.send('ServiceWorker.stopAllWorkers')));
    await page.goto('/topics/');
    await untilNothingIsHeld(page);
  });
});

test('the way out removes what was kept from every device that comes by', async () => {
  await reader(async (page) => {
    assert.match(await keep(page, 'briefings'), kept);
    site.write(worker, await bundled('worker-off.ts'));
    await page.goto('/topics/');
    await untilNothingIsHeld(page);
    assert.equal(await opened(page), 'Topics');
  });
});

test('of two tabs the older goes on reading and searching after the site was renewed', async () => {
  await reader(async (page, context) => {
    site.write(worker, searching);
    assert.match(await keep(page, 'briefings'), kept);
    const older = await context.newPage();
    await older.goto('/search/');
    await renew(page, () => site.write(worker, searching.replace(/"day":"[^"]+"/, '"day":"2031-02-03"')));
    await older.locator('site-search input[name="q"]').fill('hot spots');
    await older.locator('.search-results a.name').first().waitFor();
    await told(page);
    assert.match(await press(page, 'Remove what is kept'), /^Nothing is kept/);
    assert.equal(await opened(older), 'Topics');
  });
});
