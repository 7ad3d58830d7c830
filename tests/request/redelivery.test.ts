/** Retries, purge, alarms, the daily test and the command at the terminal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canary } from '../../netlify/lib/canary.ts';
import { requestsCommand } from '../../netlify/lib/requests-command.ts';
import { handle } from '../../netlify/lib/handle.ts';
import { dayOf, keyOf, readRecord } from '../../netlify/lib/record.ts';
import { redeliver } from '../../netlify/lib/redeliver.ts';
import type { Mail } from '../../netlify/lib/send.ts';
import { formPost, jsonPost, makeWorld, MemoryStore, provider, required, settings } from './support/world.ts';

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
  assert.equal((await redeliver(tools))?.purged, 1);
  const left = [...raw.blobs.keys()].filter((key) => !/^(alarms|canaries)\//.test(key));
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

test('while a setting that mail needs is malformed, nothing is sent elsewhere, tried or purged; then it goes out', async () => {
  for (const wrong of [{ PROVIDER_EMAIL: 'a@b.co, c@d.co' }, { SMTP_URL: 'smtps://u:100%@mail.example' }]) {
    const { tools, state, clock, put, raw, logs } = setUp();
    await handle(jsonPost(required), tools);
    put.length = 0;
    state.isOn = true;
    clock.time += hour;
    const kept = [...raw.blobs.keys()];
    assert.equal(await redeliver({ ...tools, settings: settings(wrong) }), undefined);
    assert.equal(state.mails.length, 0);
    assert.deepEqual([...raw.blobs.keys()], kept);
    assert.ok(logs.some(({ event, settings: names }) => event === 'setting' && names?.[0] === Object.keys(wrong)[0]));
    await redeliver(tools);
    assert.equal(state.mails.filter(({ to }) => to.address === provider).length, 1);
  }
});

test('while RETENTION_DAYS is malformed, nothing is purged and the rest goes on', async () => {
  const { tools, state, clock, catchUp } = setUp();
  state.isOn = true;
  await handle(jsonPost(required), tools);
  await catchUp();
  clock.time += 4000 * day;
  assert.equal((await redeliver({ ...tools, settings: settings({ RETENTION_DAYS: '3 years' }) }))?.purged, 0);
  assert.equal((await redeliver(tools))?.purged, 1);
});

test('a record that the store does not give, or that is damaged, hinders no other, is pending, and raises the alarm', async () => {
  const { tools, state, clock, put, raw, logs } = setUp();
  for (const issue of ['one', 'two', 'three']) await handle(jsonPost({ ...required, issue }), tools);
  put.length = 0;
  state.isOn = true;
  clock.time += 10 * minute;
  const keys = [...raw.blobs.keys()].filter((key) => key.startsWith('requests/'));
  const [silent = '', damaged = ''] = keys;
  const get = raw.get.bind(raw);
  raw.get = (key) => (key === silent ? Promise.reject(new Error('jane@pd.example')) : get(key));
  raw.blobs.set(damaged, '{"half": "a rec');
  const done = await redeliver(tools);
  assert.deepEqual([done?.sent, done?.pending], [2, 2]); // of the third, both messages
  const alarm = state.mails.find(({ to }) => to.address === 'alarm@tta.example');
  assert.ok(alarm?.text.includes(silent) && alarm.text.includes(damaged));
  assert.ok(!JSON.stringify(logs).includes('jane'));
  const lines: string[] = [];
  assert.equal(await requestsCommand([], tools, (line) => lines.push(line)), 0);
  assert.deepEqual(
    lines.sort(),
    [silent, damaged].sort().map((key) => `${key}  pending, cannot be read; export it under this key`),
  );
  await requestsCommand(['export', damaged], tools, (line) => lines.push(line));
  assert.equal(lines.at(-1), '{"half": "a rec');
});

test('a run that cannot be made says so in the log, and does not throw', async () => {
  const { tools, raw, logs } = setUp();
  raw.list = () => Promise.reject(Object.assign(new Error('jane'), { code: 'ECONNRESET' }));
  assert.equal(await redeliver(tools), undefined);
  assert.ok(logs.some(({ event, code }) => event === 'redelivery-failed' && code === 'ECONNRESET'));
});

test('what is done is not read again, so that much of it cannot starve what is pending', async () => {
  const { tools, state, clock, put, raw } = setUp();
  state.isOn = true;
  // Tagged, so without the mark of an acknowledgement.
  for (let index = 0; index < 400; index += 1)
    await handle(formPost({ ...required, issue: `${index}`, homepage: 'x', step: 'send' }), tools);
  const sent = state.mails.length;
  assert.equal(sent, 400);
  clock.time += 3 * day;
  state.isOn = false;
  await handle(jsonPost({ ...required, issue: 'pending' }), tools);
  put.length = 0;
  state.isOn = true;
  clock.time += hour;
  const read: string[] = [];
  const get = raw.get.bind(raw);
  raw.get = (key) => {
    read.push(key);
    clock.time += 50;
    return get(key);
  };
  await redeliver(tools);
  assert.equal(read.filter((key) => key.startsWith('requests/')).length, 1);
  assert.equal(state.mails.filter(({ text }) => text.includes('pending')).length, 1);
  // However slow the store is, one is tried in each run.
  clock.time += minute;
  await handle(jsonPost({ ...required, issue: 'slow' }), {
    ...tools,
    mailer: { send: () => Promise.reject(new Error()) },
  });
  clock.time += 10 * minute;
  raw.get = (key) => ((clock.time += 10_000), get(key));
  await redeliver(tools);
  assert.equal(state.mails.filter(({ text }) => text.startsWith('Issue: slow')).length, 1);
});

test('an acknowledgement over the limit is held back even if the process dies at once', async () => {
  const { tools, state, clock, put } = setUp();
  const dying = {
    ...tools,
    mayAcknowledge: () => false,
    mailer: { send: () => new Promise<void>(() => undefined) },
  };
  void handle(jsonPost(required), dying);
  await new Promise(setImmediate);
  put.length = 0;
  state.isOn = true;
  clock.time += 10 * minute;
  await redeliver(tools);
  assert.deepEqual(
    state.mails.map(({ to }) => to.address),
    [provider],
  );
});

test('notes are purged too: keys of the form, alarms, daily tests', async () => {
  const { tools, state, clock, raw, catchUp } = setUp();
  await handle(jsonPost({ ...required, key: '0f8fad5b-d9cb-469f-a165-70867728950e' }), tools);
  clock.time += 2 * hour;
  await redeliver(tools); // the mail server is off: the alarm cannot be mailed
  state.isOn = true;
  clock.time += hour;
  await redeliver({
    ...tools,
    mailer: { send: (mail: Mail) => (mail.to.address === provider ? Promise.reject(new Error()) : Promise.resolve()) },
  });
  clock.time += 11 * hour;
  await catchUp();
  await redeliver(tools);
  const kinds = () => [...new Set([...raw.blobs.keys()].map((key) => key.split('/')[0]))].sort();
  assert.deepEqual(kinds(), ['alarms', 'attempts', 'canaries', 'failures', 'keys', 'requests', 'sent']);
  clock.time += 92 * day;
  await redeliver({ ...tools, settings: settings({ CANARY_EMAIL: '' }) });
  assert.deepEqual(kinds(), []);
});

test('the daily test fails on any setting at fault, by name', async () => {
  for (const wrong of [{ HEARTBEAT_URL: 'http://watch.example' }, { CANARY_EMAIL: 'x' }, { RETENTION_DAYS: '0' }]) {
    const { tools, state } = setUp();
    state.isOn = true;
    assert.equal(await canary({ ...tools, settings: settings(wrong) }, () => assert.fail('no heartbeat')), 'failed');
    assert.deepEqual(
      state.mails.map(({ to }) => to.address),
      ['alarm@tta.example'],
    );
    assert.ok(state.mails[0]?.text.includes(`malformed: ${Object.keys(wrong)[0]}`));
  }
  const { tools, logs } = setUp();
  assert.equal(await canary({ ...tools, settings: settings({ SMTP_URL: 'x' }) }, () => assert.fail()), 'failed');
  assert.ok(logs.some(({ event, code }) => event === 'canary-failed' && code === 'SETTINGS'));
});

test('the daily test takes the way of a browser: it fails where the function would answer a person with an error', async () => {
  const { tools, state, logs } = setUp();
  state.isOn = true;
  const closed = { ...tools, settings: { ...settings(), mode: 'silent' as const } };
  assert.equal(await canary(closed, () => assert.fail()), 'failed');
  assert.ok(logs.some(({ event, code }) => event === 'canary-failed' && code === 'ANSWER'));
});

test('nobody outside can take the place of the daily test', async () => {
  const { tools, state, clock, raw } = setUp();
  state.isOn = true;
  // The very answers of the test, and a key such as it once had.
  assert.equal(await canary(tools, () => Promise.resolve()), 'passed');
  const key = [...raw.blobs.keys()].find((name) => name.startsWith('requests/')) ?? '';
  const { answers } = readRecord(raw.blobs.get(key) ?? '') ?? assert.fail();
  raw.blobs.clear();
  const response = await handle(
    jsonPost({ ...answers, key: `canary-${dayOf(clock.time)}` }, { 'sec-fetch-site': 'same-origin' }),
    tools,
  );
  assert.equal(response.status, 200);
  assert.equal(await canary(tools, () => Promise.resolve()), 'passed');
  assert.equal(
    state.mails.filter(({ to, subject }) => to.address === 'canary@tta.example' && /Daily test/.test(subject)).length,
    2,
  );
});

test('a daily test that no longer runs raises the alarm after two days, a new site does not', async () => {
  const { tools, state, clock, raw } = setUp();
  state.isOn = true;
  const silent = () => state.mails.filter(({ subject }) => subject.includes('has stopped'));
  await redeliver(tools);
  clock.time += day;
  await redeliver(tools);
  assert.equal(silent().length, 0);
  assert.equal(await canary(tools, () => Promise.resolve()), 'passed');
  assert.ok(raw.blobs.has(keyOf.canary(dayOf(clock.time))));
  clock.time += day;
  await redeliver(tools);
  assert.equal(silent().length, 0);
  clock.time += day;
  await redeliver(tools);
  await redeliver(tools);
  assert.equal(silent().length, 1);
  assert.match(silent()[0]?.text ?? '', /No daily test has passed since 2026-11-05/);
});

test('the terminal does not send beside a try that is under way, unless told to', async () => {
  const { tools, state, clock } = setUp();
  const raw = new MemoryStore();
  const hanging = makeWorld({ raw, mailer: { send: () => new Promise(() => undefined) } });
  void handle(jsonPost(required), hanging.tools);
  await new Promise(setImmediate);
  state.isOn = true;
  const here = { ...tools, store: hanging.tools.store };
  clock.time = hanging.clock.time + minute;
  const { reference } =
    readRecord(raw.blobs.get([...raw.blobs.keys()].find((key) => key.startsWith('requests/')) ?? '') ?? '') ??
    assert.fail();
  const lines: string[] = [];
  assert.equal(await requestsCommand(['resend', reference], here, (line) => lines.push(line)), 1);
  assert.match(lines[0] ?? '', /is being sent just now/);
  assert.deepEqual(state.mails, []);
  assert.equal(await requestsCommand(['resend', reference, '--force'], here, (line) => lines.push(line)), 0);
  assert.equal(state.mails.length, 1);
});

test('the terminal lists, exports and resends', async () => {
  const { tools, state, clock } = setUp();
  const { reference } = (await (await handle(jsonPost(required), tools)).json()) as { reference: string };
  const say = async (...words: string[]) => {
    const lines: string[] = [];
    const code = await requestsCommand(words, tools, (line) => lines.push(line));
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
