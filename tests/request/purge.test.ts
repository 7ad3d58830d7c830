/** What is deleted, and when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handle } from '../../netlify/request/handle.ts';
import { alarmAddress, day, hour, providerOff, setUp } from './support/switched.ts';
import { jsonPost, provider, required, settings, toOf } from './support/world.ts';

test('what was handed over is purged in time, with all its traces; what was not never is', async () => {
  const { context, state, clock, catchUp, raw, put, run } = setUp();
  await handle(jsonPost({ ...required, issue: 'stays' }), context);
  put.length = 0;
  state.isOn = true;
  await handle(jsonPost({ ...required, issue: 'goes' }), context);
  await catchUp();
  state.isOn = false;
  clock.time += 89 * day;
  await run();
  assert.equal(raw.keys('requests/').length, 2);
  clock.time += 3 * day;
  assert.equal((await run())?.purged, 1);
  const left = [...raw.blobs.keys()].filter((key) => !/^(alarms|canaries)\//.test(key));
  const ids = new Set(left.filter((key) => !key.startsWith('references/')).map((key) => key.split('/')[2]));
  assert.equal(ids.size, 1);
  assert.equal(raw.keys('references/').length, 1);
});

test('a mark that was half written does not keep a person’s words for ever', async () => {
  const { context, state, clock, catchUp, raw, run } = setUp();
  state.isOn = true;
  await handle(jsonPost(required), context);
  await catchUp();
  const [mark = ''] = raw.keys('sent/').filter((key) => key.endsWith('/provider'));
  raw.blobs.set(mark, '{"at":17');
  clock.time += 91 * day;
  await run();
  assert.equal(raw.keys('requests/').length, 1);
  clock.time += 91 * day;
  assert.equal((await run())?.purged, 1);
  assert.equal(raw.keys('requests/').length, 0);
  assert.deepEqual(
    state.mails.map(toOf).filter((to) => to !== alarmAddress),
    [provider, required.email],
  );
});

test('traces that a run left behind when it was cut short go with a later one', async () => {
  const { context, state, clock, catchUp, raw, run } = setUp();
  state.isOn = true;
  await handle(jsonPost(required), context);
  await catchUp();
  for (const key of [...raw.keys('requests/'), ...raw.keys('references/')]) raw.blobs.delete(key);
  clock.time += 92 * day;
  await run();
  assert.deepEqual([...raw.keys('sent/'), ...raw.keys('attempts/')], []);
});

test('while RETENTION_DAYS is malformed, nothing is purged and the rest goes on', async () => {
  const { context, state, clock, catchUp, run } = setUp();
  state.isOn = true;
  await handle(jsonPost(required), context);
  await catchUp();
  clock.time += 4000 * day;
  assert.equal((await run({ ...context, settings: settings({ RETENTION_DAYS: '3 years' }) }))?.purged, 0);
  assert.equal((await run())?.purged, 1);
});

test('notes are purged too: keys of the form, alarms, daily tests', async () => {
  const world = setUp();
  const { context, state, clock, raw, catchUp, run } = world;
  await handle(jsonPost({ ...required, key: '0f8fad5b-d9cb-469f-a165-70867728950e' }), context);
  clock.time += 2 * hour;
  await run(); // the mail server is off: the alarm cannot be mailed
  clock.time += hour;
  await run(providerOff(world));
  state.isOn = true;
  clock.time += 11 * hour;
  await catchUp();
  await run();
  const kinds = () => [...new Set([...raw.blobs.keys()].map((key) => key.split('/')[0]))].sort();
  assert.deepEqual(kinds(), ['alarms', 'attempts', 'canaries', 'keys', 'references', 'requests', 'sent']);
  clock.time += 92 * day;
  await run({ ...context, settings: settings({ CANARY_EMAIL: '' }) });
  assert.deepEqual(kinds(), []);
});
