/**
 * The worker that keeps the site on a device whose reader asked for it (/offline/). Pages come from the network; the kept
 * copy, which says that it is one, stands in where the network fails or is slow. Posts never pass through here.
 *
 * Workbox names each file of a set by its contents and removes the old set once the new one is whole: a set that was
 * fetched in part serves nobody, and what it fetched is not fetched again.
 */
/// <reference lib="webworker" />
import pMap from 'p-map';
import { PrecacheController } from 'workbox-precaching';
import { NetworkOnly } from 'workbox-strategies';
import { dateInWords } from '../lib/dates.ts';
import {
  keptCache,
  notKeptPath,
  progressChannel,
  requestPath,
  type KeptSet,
  type KeptState,
  type Progress,
} from '../lib/offline.ts';
import { leave } from './leave.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Put before this script by the build (write.ts). */
  keptSet: KeptSet;
};

const { size, day, files } = self.keptSet;
/** Seconds that a page may take before the kept copy is shown. */
const timeoutSeconds = 4;
/** Files fetched at once. */
const concurrency = 6;
/** Names that change with the contents: a kept one is always right. */
const namedByContents = /^\/(?:_astro|search\/data|pagefind\/(?:index|fragment))\//;
const revisionOf = (address: string): string | null => new URL(address).searchParams.get('__WB_REVISION__');

const controller = new PrecacheController({ cacheName: keptCache, fallbackToNetwork: false });
controller.addToCacheList(files.map(([url, revision]) => ({ url, revision })));

/** The same contents under another name are no reason to fetch them again. */
const takeOver = async (cache: Cache): Promise<void> => {
  const kept = await cache.keys();
  const names = new Set(kept.map(({ url }) => url));
  const byRevision = new Map(kept.map((request) => [revisionOf(request.url), request]));
  for (const key of controller.getURLsToCacheKeys().values()) {
    const same = names.has(key) ? undefined : byRevision.get(revisionOf(key));
    const copy = same && (await cache.match(same));
    if (copy) await cache.put(key, copy);
  }
};

const install = async (event: ExtendableEvent): Promise<void> => {
  const channel = new BroadcastChannel(progressChannel);
  const tell = (progress: Progress) => channel.postMessage(progress);
  try {
    await takeOver(await caches.open(keptCache));
    let done = 0;
    await pMap(
      controller.getURLsToCacheKeys(),
      async ([url, cacheKey]) => {
        // Past the browser’s own cache, and after what the reader asks for.
        const request = new Request(url, { cache: 'reload', credentials: 'same-origin', priority: 'low' });
        await Promise.all(controller.strategy.handleAll({ event, request, params: { cacheKey } }));
        tell({ done: (done += 1), of: files.length });
      },
      { concurrency },
    );
    // Firefox (153) says nothing where there is no room for a file.
    if ((await state()).missing > 0) throw new DOMException('Files were not stored.', 'QuotaExceededError');
    await self.skipWaiting();
  } catch (error) {
    tell({ fault: error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'line' });
    throw error;
  } finally {
    channel.close();
  }
};

self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => {
  void controller.activate(event);
  // No navigation preload: Firefox (153) shows its own error page where the preload fails, whatever is answered here.
  event.waitUntil(self.clients.claim());
});

const keyOf = (path: string): string | undefined =>
  controller.getCacheKeyForURL(path) ?? controller.getCacheKeyForURL(`${path}/`);
const keptAt = async (path: string): Promise<Response | undefined> => {
  const key = keyOf(path);
  return key ? caches.match(key, { cacheName: keptCache }) : undefined;
};

/** A kept page says so at its head, and the form also what it cannot do. */
const withNotice = async (copy: Response, path: string): Promise<Response> => {
  if (!copy.headers.get('content-type')?.startsWith('text/html')) return copy;
  const form =
    ' <strong>Nothing can be sent now.</strong> You can write, and keep a draft below the questions; at the end you can take your answers into an email. Nothing is sent later by itself.';
  const notice = `<div class="band"><p class="notice" data-kept><strong>Kept copy.</strong> The site did not answer. This is the page as published on ${dateInWords(day)}.${path === requestPath ? form : ''} <a href="/offline/">What is kept</a></p></div>`;
  const headers = new Headers(copy.headers);
  for (const name of ['content-length', 'content-encoding', 'etag']) headers.delete(name);
  return new Response(
    (await copy.text()).replace(/<main[^>]*>/, (tag) => tag + notice),
    { headers },
  );
};

const notKept = async (): Promise<Response> =>
  (await keptAt(notKeptPath)) ??
  new Response('The site did not answer, and this browser has removed what was kept. Try again when you are online.', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

const networkFirst = async (event: FetchEvent, path: string): Promise<Response> => {
  const { request } = event;
  const isPage = request.mode === 'navigate';
  const copy = await keptAt(path);
  const network = new NetworkOnly(copy && { networkTimeoutSeconds: timeoutSeconds });
  const answer = await network.handle({ event, request }).catch(() => undefined);
  if (answer && (answer.status < 500 || !copy)) {
    if (isPage) event.waitUntil(leaveWhenGone());
    return answer;
  }
  if (copy) return isPage ? withNotice(copy, path) : copy;
  return isPage ? notKept() : Response.error();
};

/** Browsers go on with a worker whose file is no longer there. This one asks once in its life, and leaves. */
let isAsked = false;
const leaveWhenGone = async (): Promise<void> => {
  if (isAsked) return;
  isAsked = true;
  const answer = await fetch(self.location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  if (answer?.status === 404 || answer?.status === 410) await leave();
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (namedByContents.test(pathname)) {
    if (keyOf(pathname)) event.respondWith(keptAt(pathname).then((copy) => copy ?? fetch(request)));
  } else if (keyOf(pathname) || request.mode === 'navigate') event.respondWith(networkFirst(event, pathname));
});

const state = async (): Promise<KeptState> => {
  const held = new Set((await (await caches.open(keptCache)).keys()).map(({ url }) => url));
  const missing = [...controller.getURLsToCacheKeys().values()].filter((key) => !held.has(key)).length;
  return { size, day, count: files.length, missing };
};

self.addEventListener('message', (event) => {
  event.waitUntil(state().then((answer) => event.ports[0]?.postMessage(answer)));
});
