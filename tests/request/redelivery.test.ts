/** The run of every five minutes: retries, a backlog, what is damaged, alarms, the outside watch and the purge. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from '../../netlify/local/desk.ts';
import type { Mail } from '../../netlify/mail/mail.ts';
import { redeliver } from '../../netlify/mail/redeliver.ts';
import { confirm } from '../../netlify/request/confirm.ts';
import { handle } from '../../netlify/request/handle.ts';
import { keyOf, referenceOf, type RequestId } from '../../netlify/store/keys.ts';
import { newRecord } from '../../netlify/store/record.ts';
import {
  formPost,
  jsonPost,
  makeWorld,
  MemoryStore,
  noBeat,
  provider,
  required,
  settings,
  toOf,
  type World,
} from './support/world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const alarmAddress = 'alarm@tta.example';

interface Switched extends World {
  state: { isOn: boolean; mails: Mail[]; tries: number[] };
  raw: MemoryStore;
  run: (context?: World['context']) => ReturnType<typeof redeliver>;
  toProvider: () => Mail[];
  alarms: () => Mail[];
}

/** A world whose mail server can be switched off. */
const setUp = (): Switched => {
  const state: Switched['state'] = { isOn: false, mails: [], tries: [] };
  const raw = new MemoryStore();
  const world = makeWorld({
    raw,
    mailer: {
      send: (mail: Mail) => {
        if (toOf(mail) === provider) state.tries.push(world.clock.time);
        if (!state.isOn) return Promise.reject(Object.assign(new Error('off'), { code: 'ECONNREFUSED' }));
        state.mails.push(mail);
        return Promise.resolve();
      },
    },
  });
  return {
    ...world,
    state,
    raw,
    run: (context = world.context) => redeliver(context, noBeat),
    toProvider: () => state.mails.filter((mail) => toOf(mail) === provider),
    alarms: () => state.mails.filter((mail) => toOf(mail) === alarmAddress),
  };
};

/** What keeps the provider's mail from going out, while alarms do. */
const providerOff = ({ context, state }: Switched): World['context'] => ({
  ...context,
  mailer: {
    send: (mail: Mail) => {
      if (toOf(mail) === provider) return Promise.reject(new Error('off'));
      state.mails.push(mail);
      return Promise.resolve({ refused: [] });
    },
  },
});

test('tries follow the schedule for three days, then every ten hours, and what is stuck is kept and told loudly', async () => {
  const { context, state, clock, catchUp, logs, raw, run, toProvider } = setUp();
  const begun = clock.time;
  await handle(jsonPost(required), context);
  for (; clock.time < begun + 80 * hour; clock.time += 5 * minute) {
    await catchUp();
    await run();
  }
  const minutes = state.tries.map((time) => Math.round((time - begun) / minute));
  // 0, 5 s (here at the next run), then 5 min, 30 min, 2 h, 5 h, 10 h, 10 h, and every 10 h after that.
  assert.deepEqual(minutes, [0, 5, 10, 40, 160, 460, 1060, 1660, 2260, 2860, 3460, 4060, 4660]);
  assert.ok(logs.some(({ event, level }) => event === 'stuck' && level === 'error'));
  clock.time += 400 * day;
  await run();
  assert.equal(raw.keys('requests/').length, 1);
  state.isOn = true;
  clock.time += 11 * hour;
  await run();
  assert.equal(toProvider().length, 1);
  assert.deepEqual(raw.keys('queue/'), []);
});

test('a mail that comes late is of the day it is sent, and says when the request came', async () => {
  const { context, state, clock, put, run, toProvider } = setUp();
  await handle(jsonPost(required), context);
  put.length = 0;
  state.isOn = true;
  clock.time += 3 * day;
  await run();
  const [mail = assert.fail()] = toProvider();
  assert.equal(mail.date.getTime(), clock.time);
  assert.match(mail.text, /Look out: Received 2026-11-04 12:00 UTC; it could not be delivered before/);
  assert.match(mail.text, /TA-\w{4}-\w{4}, received 2026-11-04 12:00 UTC/);
});

test('two runs at once send once, whoever comes first', async () => {
  const { context, state, clock, put, run, toProvider } = setUp();
  for (let index = 0; index < 20; index += 1) await handle(jsonPost({ ...required, issue: `${index}` }), context);
  put.length = 0;
  state.isOn = true;
  clock.time += 10 * minute;
  await Promise.all([run(), run(), run()]);
  await run();
  assert.equal(toProvider().length, 20);
  assert.equal(new Set(toProvider().map(({ messageId }) => messageId)).size, 20);
});

test('an attempt under way is left alone as long as a mail server may think; then it is taken for dead', async () => {
  const { context, clock, state, run, toProvider } = setUp();
  const raw = new MemoryStore();
  const hanging = makeWorld({ raw, mailer: { send: () => new Promise(() => undefined) } });
  await handle(jsonPost(required), hanging.context);
  state.isOn = true;
  const runner = { ...context, store: hanging.context.store };
  for (clock.time = hanging.clock.time + minute; clock.time < hanging.clock.time + 12 * minute; clock.time += minute) {
    await run(runner);
    assert.equal(toProvider().length, 0);
  }
  clock.time = hanging.clock.time + 13 * minute;
  await run(runner);
  assert.equal(toProvider().length, 1);
  assert.deepEqual(
    raw.keys('queue/').filter((key) => key.includes('provider')),
    [],
  );
});

test('an acknowledgement whose sending nobody knows the end of is not sent again', async () => {
  const { context, clock, state, run } = setUp();
  const hanging = makeWorld({
    mailer: { send: (mail: Mail) => (toOf(mail) === provider ? Promise.resolve() : new Promise(() => undefined)) },
  });
  await handle(jsonPost(required), hanging.context);
  void hanging.catchUp();
  await new Promise(setImmediate);
  state.isOn = true;
  for (let times = 0; times < 40; times += 1) {
    clock.time += 30 * minute;
    await run({ ...context, store: hanging.context.store });
  }
  assert.deepEqual(state.mails.map(toOf), []);
});

test('a server that is silent behind the message: three copies at most, somebody is told at once, the acknowledgement once', async () => {
  const { clock, context, run, put, raw, logs, state, toProvider } = setUp();
  const sent: { to: string; at: number }[] = [];
  const silent = {
    ...context,
    mailer: {
      send: (mail: Mail) => {
        sent.push({ to: toOf(mail), at: (clock.time - begun) / hour });
        return Promise.reject(Object.assign(new Error(), { code: 'ETIMEDOUT', isUnclear: true }));
      },
    },
  };
  const begun = clock.time;
  await handle(jsonPost(required), silent);
  for (const { work } of put.splice(0)) await work();
  // The alarm has arrived too, perhaps: not again before six hours are over.
  assert.deepEqual(
    sent.filter(({ to }) => to === alarmAddress).map(({ at }) => at),
    [0],
  );
  for (; clock.time < begun + 14 * day; clock.time += 5 * minute) await run(silent);
  const times = (to: string) => sent.filter((item) => item.to === to).map(({ at }) => Math.round(at));
  assert.deepEqual(times(provider), [0, 10, 58]);
  assert.deepEqual(times(required.email), [0]);
  const alarms = times(alarmAddress);
  assert.ok(alarms.length <= 2 * 14 * 4, `${alarms.length} alarms in 14 days`);
  assert.ok((alarms.at(-1) ?? 0) > 13 * 24, 'it is told until somebody decides');
  // Never given up: it is kept and listed, and goes out when the desk says so.
  assert.equal(raw.keys('requests/').length, 1);
  assert.ok(logs.some(({ event }) => event === 'stuck'));
  const lines: string[] = [];
  const tools = { context, print: (line: string) => lines.push(line), readFile: () => Promise.resolve('') };
  await desk([], tools);
  assert.match(lines.join('\n'), /TA-\w{4}-\w{4} .*may have arrived: say done or resend/);
  state.isOn = true;
  assert.equal(await desk(['resend', /TA-\w{4}-\w{4}/.exec(lines.join())?.[0] ?? ''], tools), 0);
  assert.equal(toProvider().length, 1);
  assert.deepEqual(
    raw.keys('queue/').filter((key) => key.includes('provider')),
    [],
  );
});

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

test('while a setting that mail needs is malformed, nothing is sent elsewhere, tried or purged; then it goes out', async () => {
  for (const wrong of [{ PROVIDER_EMAIL: 'a@b.co, c@d' }, { SMTP_URL: 'smtps://u:100%@mail.example' }]) {
    const { context, state, clock, put, raw, logs, run, toProvider } = setUp();
    await handle(jsonPost(required), context);
    put.length = 0;
    state.isOn = true;
    clock.time += hour;
    const kept = [...raw.blobs.keys()];
    assert.equal(await run({ ...context, settings: settings(wrong as Record<string, string>) }), undefined);
    assert.equal(state.mails.length, 0);
    assert.deepEqual([...raw.blobs.keys()], kept);
    assert.ok(logs.some(({ event, settings: names }) => event === 'setting' && names?.[0] === Object.keys(wrong)[0]));
    await run();
    assert.equal(toProvider().length, 1);
  }
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
  await run();
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
  assert.equal((await handle(jsonPost(required), context)).status, 200);
  await catchUp();
  clock.time += 20 * minute;
  await run();
  assert.equal(toProvider().length, 1);
  assert.deepEqual([raw.keys('aside/').length, raw.keys('queue/').length], [0, 0]);
});

test('a run that cannot be made says so in the log, and does not throw', async () => {
  const { raw, logs, run } = setUp();
  raw.list = () => {
    throw Object.assign(new Error('jane'), { code: 'ECONNRESET' });
  };
  assert.equal(await run(), undefined);
  assert.ok(logs.some(({ event, code }) => event === 'redelivery-failed' && code === 'ECONNRESET'));
});

test('a run waits for the mail that it began, whatever else of it fails', async () => {
  for (const kind of ['canaries/', 'queue/']) {
    const { context, clock, put, raw, run, toProvider, state } = setUp();
    raw.pageLength = 1;
    await handle(jsonPost(required), context);
    put.length = 0;
    clock.time += 10 * minute;
    const list = raw.list.bind(raw);
    raw.list = async function* ({ prefix }) {
      for await (const page of list({ prefix })) {
        if (prefix === kind && kind === 'canaries/') throw new Error('silent');
        yield page;
        if (prefix === kind && page.blobs.some(({ key }) => key.includes('/provider/'))) throw new Error('silent');
      }
    };
    const slowly = async (mail: Mail) => {
      for (let turns = 0; turns < 100; turns += 1) await new Promise(setImmediate);
      state.mails.push(mail);
      return { refused: [] };
    };
    assert.equal(await run({ ...context, mailer: { send: slowly } }), undefined, kind);
    assert.equal(toProvider().length, 1, kind);
  }
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

/** A store whose every call takes so long, by the clock of its world. Calls at once pass together. */
const slow = (raw: MemoryStore, clock: { time: number }, milliseconds: number, together: number): void => {
  const wait = async () => {
    clock.time += milliseconds / together;
    await Promise.resolve();
  };
  const { set, get, list, delete: remove } = raw;
  raw.set = async (...given) => (await wait(), set.apply(raw, given));
  raw.get = async (...given) => (await wait(), get.apply(raw, given));
  raw.delete = async (...given) => (await wait(), remove.apply(raw, given));
  raw.list = async function* (...given) {
    for await (const page of list.apply(raw, given)) {
      clock.time += milliseconds;
      yield page;
    }
  };
};

/** Kept and delivered, written straight into the store. */
const fillKept = (raw: MemoryStore, count: number, now: number): void => {
  for (let index = 0; index < count; index += 1) {
    const at = now - (index % 89) * day;
    const request: RequestId = {
      day: new Date(at).toISOString().slice(0, 10),
      id: index.toString(16).padStart(32, '0'),
    };
    raw.blobs.set(keyOf.request(request), '{}');
    raw.blobs.set(keyOf.sent(request, 'provider'), JSON.stringify({ at }));
  }
};

const fillPending = (raw: MemoryStore, count: number, now: number): void => {
  for (let index = 0; index < count; index += 1) {
    const id = `f${index.toString(16).padStart(31, '0')}`;
    const request: RequestId = { day: new Date(now).toISOString().slice(0, 10), id };
    const answers = { ...required, issue: `Problem ${index}` } as unknown as Parameters<typeof newRecord>[1]['answers'];
    const record = newRecord(request, {
      answers,
      digest: '',
      signals: [],
      isAcknowledged: false,
      isCanary: false,
      now,
    });
    raw.blobs.set(keyOf.request(request), JSON.stringify(record));
    raw.blobs.set(keyOf.queued(now, id, 'provider', 0, now), '{}');
  }
};

test('100,000 kept and 5,000 pending at 100 ms a call: each run tells first, sends, and is done in time; all are delivered', async (t) => {
  const world = setUp();
  const { raw, clock, run, context, state, toProvider, alarms } = world;
  const begun = clock.time;
  fillKept(raw, 100_000, begun);
  fillPending(raw, 5000, begun);
  slow(raw, clock, 100, 5);
  // The mail server was away, and is back after two hours.
  clock.time = begun + 2 * hour;
  state.isOn = true;
  let runs = 0;
  let longest = 0;
  while (toProvider().length < 5000 && runs < 400) {
    const start = clock.time;
    const before = toProvider().length;
    const done = await run();
    runs += 1;
    longest = Math.max(longest, clock.time - start);
    assert.ok(done, 'the run was made');
    assert.ok(toProvider().length > before, `run ${runs} sent something`);
    assert.equal(alarms().length > 0, true, 'the first run tells');
    clock.time = start + 5 * minute;
  }
  t.diagnostic(
    `${runs} runs, ${((clock.time - begun) / hour - 2).toFixed(1)} h; the longest took ${(longest / 1000).toFixed(1)} s`,
  );
  assert.equal(new Set(toProvider().map(({ messageId }) => messageId)).size, 5000);
  assert.equal(toProvider().length, 5000);
  assert.ok(longest < 30_000, `the longest run took ${longest} ms`);
  // The oldest first, and nothing is left in the queue.
  assert.deepEqual(raw.keys('queue/'), []);
  // A person who sends meanwhile is served at once.
  assert.equal((await handle(jsonPost({ ...required, issue: 'meanwhile' }), context)).status, 200);
});

test('many old ones are purged in portions, and a late one is sent in the same run', async () => {
  const { raw, clock, run, state, toProvider } = setUp();
  state.isOn = true;
  fillKept(raw, 3000, clock.time - 100 * day);
  fillPending(raw, 1, clock.time);
  slow(raw, clock, 100, 5);
  const start = clock.time;
  const done = await run();
  assert.ok(clock.time - start < 30_000);
  assert.equal(toProvider().length, 1);
  assert.ok((done?.purged ?? 0) > 10 && (done?.purged ?? 0) < 3000);
});

test('however slow the store is, one is tried in each run', async () => {
  const { context, clock, put, raw, run, state, toProvider } = setUp();
  await handle(jsonPost(required), context);
  put.length = 0;
  state.isOn = true;
  clock.time += 10 * minute;
  slow(raw, clock, 10_000, 1);
  await run();
  assert.equal(toProvider().length, 1);
});

test('an acknowledgement over the limit is not promised, and is never sent', async () => {
  const { context, state, clock, raw, catchUp, run } = setUp();
  state.isOn = true;
  const never = { allows: () => false, count: () => undefined };
  await handle(jsonPost(required), { ...context, limits: { ...context.limits, everyone: never } });
  await catchUp();
  clock.time += 10 * minute;
  await run();
  assert.deepEqual(state.mails.map(toOf), [provider]);
  assert.match(raw.blobs.get(raw.keys('requests/')[0] ?? '') ?? '', /"isAcknowledged":false/);
});

test('an address that is refused for good is told to the provider, once', async () => {
  const { context, clock, state, catchUp, run } = setUp();
  const refusing = {
    ...context,
    mailer: {
      send: (mail: Mail) => {
        if (toOf(mail) === required.email)
          return Promise.reject(Object.assign(new Error(), { code: 'EENVELOPE', responseCode: 550, permanent: true }));
        state.mails.push(mail);
        return Promise.resolve({ refused: [] });
      },
    },
  };
  await handle(jsonPost(required), refusing);
  await catchUp();
  clock.time += 10 * minute;
  await run(refusing);
  assert.deepEqual(state.mails.map(toOf), [provider, provider]);
  assert.match(state.mails[1]?.subject ?? '', /The requester’s email address was refused/);
  assert.ok(!state.mails[1]?.text.includes(required.email));
});

test('of several providers one may refuse: the others have it, and the alarm names the one', async () => {
  const { context, state, alarms } = setUp();
  const two = {
    ...context,
    settings: settings({ PROVIDER_EMAIL: `${provider}, second@tta.example` }),
    mailer: {
      send: (mail: Mail) => {
        state.mails.push(mail);
        return Promise.resolve({ refused: mail.to.length > 1 ? ['second@tta.example'] : [] });
      },
    },
  };
  assert.equal((await handle(jsonPost(required), two)).status, 200);
  assert.equal(toOf(state.mails[0] ?? assert.fail()), `${provider} second@tta.example`);
  assert.match(alarms()[0]?.text ?? '', /second@tta\.example/);
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

test('the reference of a queue’s name is the request’s own', async () => {
  const { context, raw } = setUp();
  const { reference } = (await (await handle(jsonPost(required), context)).json()) as { reference: string };
  const [, received = '', id = ''] = raw.keys('queue/')[0]?.split('/') ?? [];
  assert.equal(referenceOf({ day: received.slice(0, 10), id }), reference);
  assert.equal(raw.keys('references/')[0], keyOf.reference(reference));
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

test('what came by a form with signs of spam waits and goes out like any other', async () => {
  const { context, state, clock, run, toProvider } = setUp();
  await handle(formPost({ ...required, homepage: 'x', step: 'send' }), context);
  state.isOn = true;
  clock.time += 10 * minute;
  await run();
  assert.match(toProvider()[0]?.subject ?? '', /possible spam/);
});
