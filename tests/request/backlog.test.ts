/** Much to do, and a slow store. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handle } from '../../netlify/request/handle.ts';
import { keyOf, type RequestId } from '../../netlify/store/keys.ts';
import { newRecord } from '../../netlify/store/record.ts';
import { day, hour, minute, setUp } from './support/switched.ts';
import { jsonPost, type MemoryStore, required } from './support/world.ts';

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
