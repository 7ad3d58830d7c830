/** One request is one request, however often it comes, and whatever of store and mail is down. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context as NetlifyContext } from '@netlify/functions';
import { handle } from '../../netlify/request/handle.ts';
import { formPost, jsonPost, makeWorld, MemoryStore, provider, required } from './support/world.ts';

const send = { ...required, step: 'send' };
const html = async (response: Response) => ({ status: response.status, text: await response.text() });
const json = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
});

test('the same submission again answers with the first reference and sends nothing more', async () => {
  const world = makeWorld();
  const first = (await handle(formPost(send), world.context)).headers.get('location');
  world.clock.time += 23 * 3600_000; // over midnight, within 24 hours
  const again = await Promise.all([handle(formPost(send), world.context), handle(formPost(send), world.context)]);
  assert.deepEqual(
    again.map((response) => response.headers.get('location')),
    [first, first],
  );
  await world.catchUp();
  assert.equal(world.mails.length, 2);
  world.clock.time += 2 * 3600_000; // an honest repeat, a day later
  const later = (await handle(formPost(send), world.context)).headers.get('location');
  assert.notEqual(later, first);
});

test('the form reloaded after a lost answer, so with another key, is the same request', async () => {
  const world = makeWorld();
  const post = async (key: string, more = {}) =>
    (await json(await handle(jsonPost({ ...required, ...more, key }), world.context))).body['reference'];
  // The page that someone came from is lost on the way.
  const first = await post('0f8fad5b-d9cb-469f-a165-70867728950e', { about: 'topics/drugs' });
  world.clock.time += 60_000;
  assert.equal(await post('7c9e6679-7425-40de-944b-e07fc1f90ae7'), first);
  assert.notEqual(await post('7c9e6679-7425-40de-944b-e07fc1f90ae8', { issue: 'Another' }), first);
  await world.catchUp();
  assert.equal(world.mails.filter(({ to }) => to[0] === provider).length, 2);
});

test('a key under which nothing was kept stops nobody', async () => {
  const raw = new MemoryStore();
  const world = makeWorld({ raw });
  const key = '0f8fad5b-d9cb-469f-a165-70867728950e';
  await handle(jsonPost({ ...required, key }), world.context);
  for (const kept of [...raw.blobs.keys()]) if (kept.startsWith('requests/')) raw.blobs.delete(kept);
  assert.equal((await handle(jsonPost({ ...required, key, issue: 'Mended' }), world.context)).status, 200);
});

test('a double click while the store is down is one mail, and none more when the store is back', async () => {
  const raw = new MemoryStore();
  const { set, get } = raw;
  raw.set = () => Promise.reject(new Error('down'));
  raw.get = () => Promise.reject(new Error('down'));
  const world = makeWorld({ raw });
  const both = await Promise.all([handle(formPost(send), world.context), handle(formPost(send), world.context)]);
  assert.equal(new Set(both.map((response) => response.headers.get('location'))).size, 1);
  await world.catchUp();
  assert.equal(world.mails.length, 2); // one to the provider, one acknowledgement
  raw.set = set;
  raw.get = get;
  world.clock.time += 60_000;
  assert.equal((await handle(formPost(send), world.context)).status, 303);
  await world.catchUp();
  assert.equal(world.mails.length, 2);
});

test('a mail that failed without a store is tried again at the next click', async () => {
  const raw = new MemoryStore();
  raw.set = () => Promise.reject(new Error('down'));
  raw.get = () => Promise.reject(new Error('down'));
  let isOn = false;
  const world = makeWorld({ raw, mailer: { send: () => (isOn ? Promise.resolve() : Promise.reject(new Error())) } });
  assert.equal((await handle(formPost(send), world.context)).status, 503);
  isOn = true;
  assert.equal((await handle(formPost(send), world.context)).status, 303);
});

test('a double click at the same moment is one request', async () => {
  const world = makeWorld();
  const both = await Promise.all([handle(formPost(send), world.context), handle(formPost(send), world.context)]);
  await world.catchUp();
  assert.equal(new Set(both.map((response) => response.headers.get('location'))).size, 1);
  assert.equal(world.mails.length, 2);
});

test('other answers under the same key are told so, with the first reference', async () => {
  const world = makeWorld();
  const key = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const first = await json(await handle(jsonPost({ ...required, key }), world.context));
  const other = await json(await handle(jsonPost({ ...required, key, issue: 'Something else' }), world.context));
  assert.equal(other.status, 409);
  assert.deepEqual(other.body, { status: 'conflict', reference: first.body['reference'] });
  const page = await html(await handle(formPost({ ...send, key, issue: 'Something else' }), world.context));
  assert.equal(page.status, 409);
  assert.ok(page.text.includes(String(first.body['reference'])));
  assert.match(page.text, /name="key"[^>]* value=""/);
});

test('store down alone: mailed all the same. Mail down alone: kept, and told received', async () => {
  const raw = new MemoryStore();
  raw.set = () => Promise.reject(new Error('down'));
  raw.get = () => Promise.reject(new Error('down'));
  const unstored = makeWorld({ raw });
  assert.equal((await handle(formPost(send), unstored.context)).status, 303);
  assert.equal(unstored.mails[0]?.to[0], 'provider@tta.example');
  const unmailed = makeWorld({ mailer: { send: () => Promise.reject(new Error('down')) } });
  assert.equal((await handle(formPost(send), unmailed.context)).status, 303);
});

test('a store that says “modified” and kept nothing is not believed', async () => {
  const raw = new MemoryStore();
  raw.set = () => Promise.resolve({ modified: true, etag: '' });
  const world = makeWorld({ raw });
  assert.equal((await handle(formPost(send), world.context)).status, 303);
  assert.equal(world.mails.length, 1);
  assert.ok(world.logs.some(({ event }) => event === 'not-queued'));
});

test('a store that does not answer is not waited for', async () => {
  const raw = new MemoryStore();
  raw.set = () => new Promise(() => undefined);
  raw.get = () => new Promise(() => undefined);
  const world = makeWorld({ raw, timeout: 10 });
  assert.equal((await handle(formPost(send), world.context)).status, 303);
  assert.equal(world.mails.length, 1);
});

test('without a store from the platform, the mail goes out all the same', async () => {
  const { liveContext } = await import('../../netlify/live.ts');
  const world = makeWorld();
  const live = liveContext({
    deploy: { context: 'production' },
    ip: '',
    waitUntil: () => undefined,
  } as unknown as NetlifyContext);
  await assert.rejects(live.store.read('requests/x'));
  assert.equal((await handle(formPost(send), { ...world.context, store: live.store })).status, 303);
  assert.equal(world.mails.length, 1);
});
