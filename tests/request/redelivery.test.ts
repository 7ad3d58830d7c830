/** The run of every five minutes: what is tried again, when, and how often. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from '../../netlify/local/desk.ts';
import type { Mail } from '../../netlify/mail/mail.ts';
import { handle } from '../../netlify/request/handle.ts';
import { keyOf, referenceOf } from '../../netlify/store/keys.ts';
import { alarmAddress, day, hour, minute, setUp } from './support/switched.ts';
import {
  formPost,
  full,
  jsonPost,
  makeWorld,
  MemoryStore,
  provider,
  required,
  settings,
  toOf,
} from './support/world.ts';

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
  assert.match(mail.text, /Look out: Received 2026-11-04 12:00 UTC; not known to have arrived before/);
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

test('a request that waits goes out although the form no longer offers what it chose', async () => {
  const { context, state, clock, raw, run, toProvider } = setUp();
  await handle(jsonPost(full), context);
  const [key = ''] = raw.keys('requests/');
  const record = JSON.parse(raw.blobs.get(key) ?? '') as { answers: Record<string, unknown> };
  for (const { name, options } of context.site.fields)
    if (options) record.answers[name] = name === 'topics' ? ['gone'] : 'gone';
  raw.blobs.set(key, JSON.stringify(record));
  state.isOn = true;
  clock.time += 10 * minute;
  await run();
  assert.match(toProvider()[0]?.text ?? '', /\nWants: gone; gone; A plan by June/);
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

test('what a click left that was told of a conflict is no second try of the same answers', async () => {
  const { context, state, clock, raw, catchUp, run } = setUp();
  const key = '0f8fad5b-d9cb-469f-a165-70867728950e';
  await handle(jsonPost({ ...required, key, issue: 'first' }), context);
  await catchUp();
  assert.equal((await handle(jsonPost({ ...required, key }), context)).status, 409);
  clock.time += 2 * minute;
  // The requester’s own server is away for longer than a try may last.
  const busy = {
    ...context,
    mailer: {
      send: (mail: Mail) =>
        toOf(mail) === provider ? Promise.resolve({ refused: [] }) : Promise.reject(new Error('451')),
    },
  };
  await handle(jsonPost(required), busy);
  for (let times = 0; times < 6; times += 1, clock.time += 5 * minute) {
    await catchUp();
    await run(busy);
  }
  state.isOn = true;
  clock.time += 2 * hour;
  await run();
  assert.deepEqual(
    state.mails.filter(({ subject }) => subject.endsWith('was received')).map(({ to }) => to),
    [[required.email], [required.email]],
  );
  assert.deepEqual(raw.keys('queue/'), []);
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

test('the reference of a queue’s name is the request’s own', async () => {
  const { context, raw } = setUp();
  const { reference } = (await (await handle(jsonPost(required), context)).json()) as { reference: string };
  const [, received = '', id = ''] = raw.keys('queue/')[0]?.split('/') ?? [];
  assert.equal(referenceOf({ day: received.slice(0, 10), id }), reference);
  assert.equal(raw.keys('references/')[0], keyOf.reference(reference));
});

test('what came by a form with signs of spam waits and goes out like any other', async () => {
  const { context, state, clock, run, toProvider } = setUp();
  await handle(formPost({ ...required, homepage: 'x', step: 'send' }), context);
  state.isOn = true;
  clock.time += 10 * minute;
  await run();
  assert.match(toProvider()[0]?.subject ?? '', /possible spam/);
});
