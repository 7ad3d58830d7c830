/**
 * Nothing lost: 2,000 submissions, each under a fault drawn at random. The seed is printed; SEED=… repeats a run,
 * COUNT=20000 makes a long one. The clock is ours, so days of retries pass in seconds.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawStore } from '../../netlify/lib/blobs.ts';
import { handle } from '../../netlify/lib/handle.ts';
import { readKey } from '../../netlify/lib/record.ts';
import { redeliver } from '../../netlify/lib/redeliver.ts';
import type { Mail } from '../../netlify/lib/send.ts';
import { jsonPost, makeWorld, MemoryStore, provider, required } from './support/world.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env['COUNT'] ?? 2000);

/** mulberry32: small, good enough, the same everywhere. */
const random = ((state: number) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
})(seed);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const faults = [
  'none',
  'smtp down',
  'smtp refuses for now',
  'smtp refuses for good',
  'smtp hangs',
  'smtp drops the line after DATA',
  'store down',
  'store lands late, unanswered',
  'store lands, answers an error',
  'store lies: modified, no etag',
  'store lies: modified, etag',
  'store lands, says not modified',
  'killed between store and mail',
  'killed between mail and mark',
  'both down',
  'both down, store lands late',
  'double click',
  'double click, store down',
  'two runners',
] as const;
type Fault = (typeof faults)[number];
/** Where the line or the process breaks after the server took the message, it may come twice: nobody can know. */
const mayRepeat: readonly Fault[] = ['smtp drops the line after DATA', 'killed between mail and mark'];

interface Person {
  email: string;
  fault: Fault;
  /** What the fault of the mail server lasts until. */
  until: number;
  told: 'received' | 'not sent' | 'nothing';
  reference: string | undefined;
  /** Clicked send again after a fault. */
  hasRetried: boolean;
  dropped: boolean;
}

const hour = 3600_000;
const failure = (code: string, extra: object = {}) =>
  Object.assign(new Error('with personal data in it: jane@pd.example'), { code, ...extra });

test(`${count} submissions, each under a fault (seed ${seed})`, { timeout: 580_000 }, async () => {
  const memory = new MemoryStore();
  const people = new Map<string, Person>();
  const arrived: Mail[] = [];
  const clockOf = { now: () => 0 };
  let now: Person | undefined; // whose submission is being handled
  let late: (() => unknown)[] = [];
  const dies = () => new Promise<never>(() => undefined);

  const isDown = (): boolean =>
    now !== undefined && ['store down', 'both down', 'double click, store down'].includes(now.fault);
  const landsLate = (): boolean =>
    now !== undefined && ['store lands late, unanswered', 'both down, store lands late'].includes(now.fault);
  const raw: RawStore = {
    set: async (key, value, options) => {
      if (isDown()) throw failure('ECONNRESET');
      if (landsLate()) {
        late.push(() => memory.set(key, value, options));
        throw failure('ETIMEDOUT');
      }
      if (key.startsWith('sent/') && now?.fault === 'killed between mail and mark') return dies();
      if (now?.fault === 'store lies: modified, no etag') return { modified: true, etag: '' };
      if (now?.fault === 'store lies: modified, etag') return { modified: true, etag: '"x"' };
      const result = await memory.set(key, value, options);
      if (now?.fault === 'store lands, answers an error') throw failure('EPIPE');
      if (now?.fault === 'store lands, says not modified') return { modified: false };
      return result;
    },
    get: (key) =>
      isDown() || (landsLate() && !key.startsWith('requests/'))
        ? Promise.reject(failure('ECONNRESET'))
        : memory.get(key),
    list: (options) => memory.list(options),
    delete: (key) => memory.delete(key),
  };

  const world = makeWorld({
    raw,
    mailer: {
      send: async (mail) => {
        const person = people.get(mail.to.address === provider ? (mail.replyTo?.address ?? '') : mail.to.address);
        const time = clockOf.now();
        const isOff = person !== undefined && time < person.until;
        if (isOff && person.fault === 'smtp down') throw failure('ECONNREFUSED');
        if (isOff && person.fault === 'smtp refuses for now')
          throw failure('EENVELOPE', { responseCode: 451, permanent: false });
        if (isOff && person.fault === 'smtp refuses for good')
          throw failure('EENVELOPE', { responseCode: 550, permanent: true });
        // As the mailer reports it once its patience is over; a server that really hangs is in mail.test.ts.
        if (isOff && person.fault === 'smtp hangs') throw failure('ETIMEDOUT');
        if (now && now.fault.startsWith('both down')) throw failure('ECONNREFUSED');
        if (now?.fault === 'killed between store and mail') return dies();
        arrived.push(mail);
        if (person?.fault === 'smtp drops the line after DATA' && !person.dropped && mail.to.address === provider) {
          person.dropped = true;
          throw failure('ECONNRESET');
        }
      },
    },
  });
  clockOf.now = () => world.clock.time;
  const { clock, tools } = world;

  /** What the person is told; a process that dies tells nothing. */
  const submit = async (person: Person, index: number): Promise<void> => {
    const key = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const body = { ...required, email: person.email, issue: `Problem ${index}`, key };
    const post = () => handle(jsonPost(body), tools);
    now = person.hasRetried ? undefined : person;
    const sent = person.fault.startsWith('double click')
      ? Promise.all([post(), post()]).then(([, last]) => last)
      : post();
    const dead =
      person.fault.startsWith('killed') && !person.hasRetried
        ? new Promise<undefined>((resolve) =>
            setImmediate(() => setImmediate(() => setImmediate(() => resolve(undefined)))),
          )
        : dies();
    const response = await Promise.race([sent, dead]);
    if (response === undefined) {
      world.put.length = 0; // what was put off died with the process
      person.told = 'nothing';
    } else {
      const reply = (await response.json()) as { status: string; reference?: string; mailto?: string };
      assert.ok(['received', 'not-sent'].includes(reply.status), `${person.fault}: ${reply.status}`);
      person.told = reply.status === 'received' ? 'received' : 'not sent';
      if (person.told === 'not sent') {
        assert.equal(response.status, 503);
        assert.match(decodeURIComponent(reply.mailto ?? ''), new RegExp(`Problem ${index}`));
      } else {
        if (person.reference)
          assert.equal(reply.reference, person.reference, 'a retry answers with the first reference');
        person.reference = reply.reference;
      }
    }
    await world.catchUp();
    now = undefined;
    for (const land of late) land();
    late = [];
  };

  const run = async (): Promise<number> => {
    const [done] = await Promise.all(random() < 0.3 ? [redeliver(tools), redeliver(tools)] : [redeliver(tools)]);
    await world.catchUp();
    assert.ok(done, 'the run came to its end');
    return done.pending;
  };

  let lastRun = 0;
  for (let index = 0; index < count; index += 1) {
    const fault = pick(faults);
    const person: Person = {
      email: `person${index}@pd.example`,
      fault,
      until: clock.time + random() * 40 * hour,
      told: 'nothing',
      reference: undefined,
      hasRetried: false,
      dropped: false,
    };
    people.set(person.email, person);
    await submit(person, index);
    if (person.told !== 'received' && random() < 0.7) {
      clock.time += 20_000;
      person.hasRetried = true;
      await submit(person, index);
    }
    clock.time += random() * 60_000;
    await world.catchUp();
    if (clock.time - lastRun > 5 * 60_000) {
      lastRun = clock.time;
      await run();
    }
  }
  for (const end = clock.time + 72 * hour; clock.time < end; clock.time += 15 * 60_000) if ((await run()) === 0) break;

  const mine = arrived.filter(({ to }) => to.address === provider);
  const copies = new Map<string, Mail[]>();
  for (const mail of mine)
    copies.set(mail.replyTo?.address ?? '', [...(copies.get(mail.replyTo?.address ?? '') ?? []), mail]);
  const table = new Map<
    string,
    { people: number; received: number; notSent: number; nothing: number; delivered: number; twice: number }
  >();
  const faulty: string[] = [];
  for (const person of people.values()) {
    const mails = copies.get(person.email) ?? [];
    const row = table.get(person.fault) ?? { people: 0, received: 0, notSent: 0, nothing: 0, delivered: 0, twice: 0 };
    table.set(person.fault, row);
    row.people += 1;
    row[person.told === 'received' ? 'received' : person.told === 'not sent' ? 'notSent' : 'nothing'] += 1;
    if (mails.length > 0) row.delivered += 1;
    if (mails.length > 1) row.twice += 1;
    if (person.told === 'received' && mails.length === 0)
      faulty.push(`${person.email} under “${person.fault}” was told received; nothing arrived`);
    if (person.told === 'received' && !mails.every(({ subject }) => subject.includes(person.reference ?? '-')))
      faulty.push(`${person.email}: another reference in the mail`);
    if (new Set(mails.map(({ messageId }) => messageId)).size > 1) faulty.push(`${person.email}: two Message-IDs`);
    if (mails.length > 1 && !mayRepeat.includes(person.fault))
      faulty.push(`${person.email} under “${person.fault}” arrived ${mails.length} times`);
    if (mails.length > 2) faulty.push(`${person.email} arrived ${mails.length} times`);
    if (person.fault === 'both down' && person.told === 'not sent' && mails.length > 0)
      faulty.push(`${person.email} was told not sent; it was`);
  }
  console.table(Object.fromEntries([...table].sort()));
  assert.deepEqual(faulty, []);
  assert.ok([...people.values()].filter(({ told }) => told === 'received').length > count / 2);
  assert.equal(
    [...memory.blobs.keys()].filter(
      (key) => key.startsWith('requests/') && !memory.blobs.has(`sent/${readKey(key).day}/${readKey(key).id}/provider`),
    ).length,
    0,
    'nothing is left undelivered',
  );
  assert.ok(!/@|jane|Problem/.test(JSON.stringify(world.logs)), 'no personal data in any log line');
});
