/** Retries, purge, alarms, the daily test and the command at the terminal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canary } from '../../netlify/lib/canary.ts';
import { desk } from '../../netlify/lib/desk.ts';
import { handle } from '../../netlify/lib/handle.ts';
import { redeliver } from '../../netlify/lib/redeliver.ts';
import type { Mail } from '../../netlify/lib/send.ts';
import { jsonPost, makeWorld, MemoryStore, provider, required, settings } from './support/world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A mail server that can be switched off. */
const switched = () => {
  const state = { isOn: false, mails: [] as Mail[], tries: [] as number[], now: () => 0 };
  return {
    state,
    mailer: {
      send: (mail: Mail) => {
        if (mail.to.address === provider) state.tries.push(state.now());
        if (!state.isOn) return Promise.reject(Object.assign(new Error('off'), { code: 'ECONNREFUSED' }));
        state.mails.push(mail);
        return Promise.resolve();
      },
    },
  };
};

const setUp = () => {
  const { state, mailer } = switched();
  const raw = new MemoryStore();
  const world = makeWorld({ raw, mailer });
  state.now = () => world.clock.time;
  return { ...world, state, raw };
};

test('tries follow the schedule for three days, then every ten hours, and what is stuck is kept and told loudly', async () => {
  const { tools, state, clock, catchUp, logs, raw } = setUp();
  const begun = clock.time;
  await handle(jsonPost(required), tools);
  for (; clock.time < begun + 80 * hour; clock.time += 5 * minute) {
    await catchUp();
    await redeliver(tools);
  }
  const minutes = state.tries.map((time) => Math.round((time - begun) / minute));
  // 0, 5 s (here at the next run), then 5 min, 30 min, 2 h, 5 h, 10 h, 10 h, and every 10 h after that.
  assert.deepEqual(minutes, [0, 5, 10, 40, 160, 460, 1060, 1660, 2260, 2860, 3460, 4060, 4660]);
  assert.ok(logs.some(({ event, level }) => event === 'stuck' && level === 'error'));
  clock.time += 400 * day;
  await redeliver(tools);
  assert.equal([...raw.blobs.keys()].filter((key) => key.startsWith('requests/')).length, 1);
  state.isOn = true;
  clock.time += 11 * hour;
  await redeliver(tools);
  assert.equal(state.mails.filter(({ to }) => to.address === provider).length, 1);
});

test('two runs at once send once, whoever comes first', async () => {
  const { tools, state, clock, put } = setUp();
  for (let index = 0; index < 20; index += 1) await handle(jsonPost({ ...required, issue: `${index}` }), tools);
  put.length = 0;
  state.isOn = true;
  clock.time += 10 * minute;
  await Promise.all([redeliver(tools), redeliver(tools), redeliver(tools)]);
  await redeliver(tools);
  const sent = state.mails.filter(({ to }) => to.address === provider);
  assert.equal(sent.length, 20);
  assert.equal(new Set(sent.map(({ messageId }) => messageId)).size, 20);
});

test('an attempt under way is left alone for two minutes', async () => {
  const { tools, clock, state } = setUp();
  const raw = new MemoryStore();
  let begin: (() => void) | undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const hanging = makeWorld({ raw, mailer: { send: () => (begin?.(), new Promise(() => undefined)) } });
  void handle(jsonPost(required), hanging.tools);
  await begun;
  state.isOn = true;
  const runner = { ...tools, store: hanging.tools.store };
  clock.time = hanging.clock.time + minute;
  const toProvider = () => state.mails.filter(({ to }) => to.address === provider).length;
  await redeliver(runner);
  assert.equal(toProvider(), 0);
  clock.time = hanging.clock.time + 3 * minute;
  await redeliver(runner);
  assert.equal(toProvider(), 1);
});

test('what was handed over is purged in time, with all its traces; what was not never is', async () => {
  const { tools, state, clock, catchUp, raw, put } = setUp();
  await handle(jsonPost({ ...required, issue: 'stays' }), tools);
  put.length = 0;
  state.isOn = true;
  await handle(jsonPost({ ...required, issue: 'goes' }), tools);
  await catchUp();
  state.isOn = false;
  clock.time += 89 * day;
  await redeliver(tools);
  assert.equal([...raw.blobs.keys()].filter((key) => key.startsWith('requests/')).length, 2);
  clock.time += 3 * day;
  assert.equal((await redeliver(tools)).purged, 1);
  const left = [...raw.blobs.keys()].filter((key) => !key.startsWith('alarms/'));
  assert.ok(left.some((key) => key.startsWith('requests/')));
  assert.equal(new Set(left.map((key) => key.split('/')[2])).size, 1);
});

test('an alarm goes out when something waits for over an hour: one in six hours', async () => {
  const { tools, state, clock } = setUp();
  await handle(jsonPost(required), tools);
  const only = {
    ...tools,
    mailer: {
      send: (mail: Mail) =>
        mail.to.address === provider ? Promise.reject(new Error('off')) : (state.mails.push(mail), Promise.resolve()),
    },
  };
  clock.time += 30 * minute;
  await redeliver(only);
  const alarms = () => state.mails.filter(({ to }) => to.address === 'alarm@tta.example');
  assert.equal(alarms().length, 0);
  for (let times = 0; times < 20; times += 1) {
    clock.time += 5 * minute;
    await redeliver(only);
  }
  assert.equal(alarms().length, 1);
  assert.match(alarms()[0]?.text ?? '', /TA-\w{4}-\w{4}, received 2026-11-04/);
  assert.ok(!JSON.stringify(alarms()).includes(required.email));
  clock.time += 6 * hour;
  await redeliver(only);
  assert.equal(alarms().length, 2);
});

test('the daily test goes the whole way to the test address, and asks for the heartbeat', async () => {
  const { tools, state, raw, catchUp } = setUp();
  state.isOn = true;
  const beats: string[] = [];
  const beat = (address: string) => Promise.resolve(beats.push(address));
  const withBeat = { ...tools, settings: settings({ HEARTBEAT_URL: 'https://watch.example/ping' }) };
  assert.equal(await canary(withBeat, beat), 'passed');
  await catchUp();
  assert.deepEqual(
    state.mails.map(({ to, subject }) => `${to.address} ${subject.replace(/TA-\S+\]/, 'REF]')}`),
    ['canary@tta.example [REF] Daily test: nothing to do'],
  );
  assert.deepEqual(beats, ['https://watch.example/ping']);
  assert.ok([...raw.blobs.keys()].some((key) => key.startsWith('sent/')));
});

test('the daily test that fails raises the alarm and asks for nothing', async () => {
  for (const part of ['mail', 'store'] as const) {
    const { tools, state, raw } = setUp();
    const beats: string[] = [];
    if (part === 'store') raw.set = () => Promise.reject(new Error('down'));
    const broken = {
      ...tools,
      mailer: {
        send: (mail: Mail) =>
          part === 'mail' && mail.to.address.startsWith('canary')
            ? Promise.reject(new Error('off'))
            : (state.mails.push(mail), Promise.resolve()),
      },
    };
    assert.equal(
      await canary({ ...broken, settings: settings({ HEARTBEAT_URL: 'https://watch.example/ping' }) }, (address) =>
        Promise.resolve(beats.push(address)),
      ),
      'failed',
    );
    assert.equal(state.mails.filter(({ to }) => to.address === 'alarm@tta.example').length, 1, part);
    assert.deepEqual(beats, []);
  }
});

test('the terminal lists, exports and resends', async () => {
  const { tools, state, clock } = setUp();
  const { reference } = (await (await handle(jsonPost(required), tools)).json()) as { reference: string };
  const say = async (...words: string[]) => {
    const lines: string[] = [];
    const code = await desk(words, tools, (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  };
  clock.time += minute;
  const list = await say();
  assert.match(list.text, new RegExp(`^${reference}  received 2026-11-04 12:00 UTC  pending, tried 1 times`));
  assert.ok(!list.text.includes(required.email)); // answers only when asked for
  assert.equal(
    (JSON.parse((await say('export', reference.toLowerCase())).text) as { answers: { name: string } }).answers.name,
    required.name,
  );
  assert.deepEqual(await say('resend', reference), {
    code: 1,
    text: `${reference} was not sent (failed). It is still kept.`,
  });
  state.isOn = true;
  assert.deepEqual(await say('resend', reference), { code: 0, text: `${reference} was handed over.` });
  assert.equal((await say()).text, 'Nothing is pending.');
  assert.match((await say('--all')).text, /handed over/);
  assert.equal((await say('resend', reference)).code, 0);
  assert.equal(
    new Set(state.mails.filter(({ to }) => to.address === provider).map(({ messageId }) => messageId)).size,
    1,
  );
  assert.equal((await say('export', 'TA-2222-2223')).code, 2);
  assert.equal((await say('frobnicate')).code, 2);
});
