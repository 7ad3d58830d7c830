/** What lies damaged or half written in the store. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mail } from '../../netlify/mail/mail.ts';
import { confirm } from '../../netlify/request/confirm.ts';
import { handle } from '../../netlify/request/handle.ts';
import { alarmAddress, day, minute, setUp } from './support/switched.ts';
import { jsonPost, required, toOf } from './support/world.ts';

test('a damaged request is put aside and told once; one that the store does not give waits; neither hinders others', async () => {
  const { context, state, clock, put, raw, logs, run, toProvider, alarms } = setUp();
  for (const issue of ['one', 'two', 'three']) await handle(jsonPost({ ...required, issue }), context);
  put.length = 0;
  state.isOn = true;
  clock.time += 10 * minute;
  const [silent = '', damaged = ''] = raw.keys('requests/');
  const get = raw.get.bind(raw);
  raw.get = (key) => (key === silent ? Promise.reject(new Error('jane@pd.example')) : get(key));
  raw.blobs.set(damaged, '{"half": "a rec');
  // At first nobody can be told.
  const send = (mail: Mail) =>
    toOf(mail) === alarmAddress ? Promise.reject(new Error('off')) : context.mailer.send(mail, 1000);
  await run({ ...context, mailer: { send } });
  assert.equal(toProvider().length, 1);
  for (let times = 0; times < 100; times += 1) {
    clock.time += 30 * minute;
    await run();
  }
  const told = alarms().filter(({ text }) => text.includes(damaged));
  assert.equal(told.length, 1);
  assert.match(told[0]?.text ?? '', /npm run requests -- --live delete requests\//);
  assert.ok(!JSON.stringify(logs).includes('jane'));
  assert.ok(raw.blobs.has(damaged));
  raw.get = get;
  await run();
  assert.equal(toProvider().length, 2);
});

test('what a killed process left in the local store raises no alarm', async () => {
  const { state, clock, raw, run } = setUp();
  state.isOn = true;
  raw.blobs.set('requests/2026-11-04/.k3x9', '{"half');
  raw.blobs.set('queue/2026-11-04T1200/.k3x9', '');
  raw.blobs.set('queue/not a time/x/provider/00/x', '');
  clock.time += 2 * day;
  assert.deepEqual(await run(), { sent: 0, failed: 0, purged: 0 });
  assert.deepEqual(state.mails, []);
});

test('the same answers again, whole, replace a request that was half written', async () => {
  const { context, state, clock, raw, catchUp, toProvider, run } = setUp();
  await handle(jsonPost(required), context);
  const [key = ''] = raw.keys('requests/');
  raw.blobs.set(key, raw.blobs.get(key)?.slice(0, 40) ?? '');
  clock.time += 3 * minute;
  state.isOn = true;
  await run();
  assert.equal(raw.keys('aside/').length, 1);
  // Between its write and its look, another click takes it for the damaged one.
  const set = raw.set.bind(raw);
  raw.set = async (...given) => {
    const written = await set(...given);
    if (given[0] !== key || !written.modified) return written;
    raw.blobs.delete(key);
    raw.set = set;
    return written;
  };
  assert.equal((await handle(jsonPost(required), context)).status, 200);
  assert.ok(raw.blobs.has(key));
  await catchUp();
  clock.time += 20 * minute;
  await run();
  assert.equal(toProvider().length, 1);
  assert.deepEqual([raw.keys('aside/').length, raw.keys('queue/').length], [0, 0]);
});

test('where the reference could not be written down, nobody is told that it is unknown; the next click makes it good', async () => {
  const { context, raw } = setUp();
  const { set } = raw;
  raw.set = (...given) => (given[0].startsWith('references/') ? Promise.reject(new Error()) : set.apply(raw, given));
  const next = async () => ((await (await handle(jsonPost(required), context)).json()) as { next: string }).next;
  const page = async (address: string) => confirm(new Request(`https://site.example${address}`), context);
  assert.match(await (await page(await next())).text(), /This page cannot look it up/);
  raw.set = set;
  assert.match(await (await page(await next())).text(), /We have your request/);
});
