/** What whoever looks after the site is told, and the outside watch. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redeliver } from '../../netlify/mail/redeliver.ts';
import { handle } from '../../netlify/request/handle.ts';
import { keyOf } from '../../netlify/store/keys.ts';
import { day, hour, minute, providerOff, setUp } from './support/switched.ts';
import { jsonPost, required, settings } from './support/world.ts';

test('an alarm goes out when something waits for over an hour: one in six hours', async () => {
  const world = setUp();
  const { context, clock, run, alarms } = world;
  await handle(jsonPost(required), context);
  const only = providerOff(world);
  clock.time += 30 * minute;
  await run(only);
  assert.equal(alarms().length, 0);
  for (let times = 0; times < 20; times += 1) {
    clock.time += 5 * minute;
    await run(only);
  }
  assert.equal(alarms().length, 1);
  assert.match(alarms()[0]?.text ?? '', /TA-\w{4}-\w{4}, received 2026-11-04 12:00 UTC/);
  assert.ok(!JSON.stringify(alarms()).includes(required.email));
  clock.time += 6 * hour;
  await run(only);
  assert.equal(alarms().length, 2);
});

test('the outside watch is asked in every run while nothing is late, and not while something is', async () => {
  const world = setUp();
  const { context, state, clock } = world;
  const beats: number[] = [];
  const watched = { ...context, settings: settings({ HEARTBEAT_URL: 'https://watch.example/ping' }) };
  const run = async (): Promise<number> => {
    await redeliver(watched, (address) => Promise.resolve(beats.push(address.length)));
    clock.time += 5 * minute;
    return beats.splice(0).length;
  };
  assert.equal(await run(), 1);
  await handle(jsonPost(required), watched);
  assert.equal(await run(), 1);
  clock.time += 2 * hour;
  // The mail server is down, so no alarm can come by mail: the watch notices within minutes.
  assert.equal(await run(), 0);
  assert.equal(state.mails.length, 0);
  state.isOn = true;
  clock.time += 10 * hour;
  await run();
  assert.equal(await run(), 1);
  const faulty = { ...watched, settings: settings({ HEARTBEAT_URL: 'https://watch.example/', RETENTION_DAYS: 'x' }) };
  await redeliver(faulty, () => assert.fail('a setting is at fault'));
  // Two days without a daily test that passed.
  clock.time += 3 * day;
  assert.equal(await run(), 0);
});

test('what was asked for and never kept raises no alarm', async () => {
  const { context, clock, raw, run, alarms, state } = setUp();
  state.isOn = true;
  const key = '0f8fad5b-d9cb-469f-a165-70867728950e';
  await handle(jsonPost({ ...required, key }), context);
  assert.equal((await handle(jsonPost({ ...required, key, issue: 'Something else' }), context)).status, 409);
  for (let times = 0; times < 20; times += 1) {
    clock.time += 5 * minute;
    await run();
  }
  assert.deepEqual(alarms(), []);
  assert.deepEqual(raw.keys('queue/'), []);
});

test('a daily test that no longer runs raises the alarm after two days, a new site does not', async () => {
  const { state, clock, run, context } = setUp();
  state.isOn = true;
  const silent = () => state.mails.filter(({ subject }) => subject.includes('has stopped'));
  await run();
  clock.time += day;
  await run();
  assert.equal(silent().length, 0);
  await context.store.create(keyOf.canary('2026-11-05'), { at: clock.time });
  clock.time += day;
  await run();
  assert.equal(silent().length, 0);
  clock.time += day;
  await run();
  await run();
  assert.equal(silent().length, 1);
  assert.match(silent()[0]?.text ?? '', /No daily test has passed since 2026-11-05/);
});
