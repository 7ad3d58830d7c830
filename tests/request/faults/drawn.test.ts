/**
 * Nothing lost: people who send a request, each under a fault drawn at random, while the mail server is away for hours
 * and the runs of every five minutes have faults of their own. The seed is printed; `SEED=… COUNT=2000 npm test --
 * faults/drawn` repeats a run or makes a long one. The clock is ours, so days of retries pass in seconds.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '../../../netlify/context.ts';
import type { Mail } from '../../../netlify/mail/mail.ts';
import { redeliver, sendWaiting } from '../../../netlify/mail/redeliver.ts';
import { confirm } from '../../../netlify/request/confirm.ts';
import { handle } from '../../../netlify/request/handle.ts';
import { blobStore, type RawStore } from '../../../netlify/store/blobs.ts';
import { jsonPost, makeWorld, MemoryStore, noBeat, origin, provider, required, toOf } from '../support/world.ts';
import { chance } from './random.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env['COUNT'] ?? 400);
const { next, below, pick } = chance(seed);

const second = 1000;
const hour = 3600 * second;

const faults = [
  'none',
  'smtp down',
  'smtp refuses for now',
  'smtp refuses for good',
  'smtp never greets',
  'smtp thinks for minutes, then takes it',
  'smtp thinks for minutes, takes it if waited for',
  'smtp drops the line after DATA, took it',
  'smtp drops the line after DATA, took nothing',
  'mail bounces later',
  'store down',
  'store lands late, unanswered',
  'store lands, answers an error',
  'store lies: modified, no etag',
  'store lies: modified, etag',
  'store lands, says not modified',
  'store slow',
  'half a request written, then killed',
  'half a mark written, then killed',
  'killed at some step',
  'both down',
  'both down, store lands late',
  'double click',
  'double click, store down',
  'two instances at once',
] as const;
type Fault = (typeof faults)[number];

interface Person {
  email: string;
  index: number;
  fault: Fault;
  /** What the fault of the mail server lasts until. */
  until: number;
  /** Seconds that the mail server thinks. */
  thinks: number;
  /** The step of store or mail at which the process dies. */
  dies: number;
  told: 'received' | 'not sent' | 'unclear' | 'nothing';
  reference: string | undefined;
  /** Clicked send again after a fault. */
  hasRetried: boolean;
  hasDropped: boolean;
}

const failure = (code: string, extra: object = {}) =>
  Object.assign(new Error('with personal data in it: jane@pd.example'), { code, ...extra });
const never = () => new Promise<never>(() => undefined);

test(`${count} people, each under a fault (seed ${seed})`, async (t) => {
  const memory = new MemoryStore();
  const people = new Map<string, Person>();
  const arrived: Mail[] = [];
  const bounced: { to: string; about: string }[] = [];
  let now: Person | undefined; // whose submission is being handled
  let late: (() => unknown)[] = [];
  /** The mail server is away for everyone: a backlog grows. */
  let outage = { from: 0, to: 0 };

  /** A process of the function. Before and after each of its steps it may die; nothing that it does is seen after that. */
  interface Process {
    dies: number;
    steps: number;
    isDead: boolean;
    isBackground: boolean;
    /** Settles when it dies. */
    death: Promise<undefined>;
    die: () => void;
  }
  const born = (dies = Infinity, isBackground = false): Process => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const die = (): void => {
      process.isDead = true;
      resolve(undefined);
    };
    const process = { dies, steps: 0, isDead: false, isBackground, death: promise, die };
    return process;
  };
  const step = async <T>(process: Process, work: () => Promise<T>): Promise<T> => {
    if (process.steps++ === process.dies) process.die();
    if (process.isDead) return never();
    const result = await work();
    if (process.steps++ === process.dies) process.die();
    return process.isDead ? never() : result;
  };

  const isDown = (): boolean =>
    now !== undefined && ['store down', 'both down', 'double click, store down'].includes(now.fault);
  const landsLate = (): boolean =>
    now !== undefined && ['store lands late, unanswered', 'both down, store lands late'].includes(now.fault);
  const isHalf = (key: string): boolean =>
    (now?.fault === 'half a request written, then killed' && key.startsWith('requests/') && !now.hasRetried) ||
    (now?.fault === 'half a mark written, then killed' && key.startsWith('sent/') && !now.hasRetried);
  const rawOf = (process: Process): RawStore => ({
    set: (key, value, options) =>
      step(process, async () => {
        if (now?.fault === 'store slow') world.clock.time += 100;
        if (isDown()) throw failure('ECONNRESET');
        if (isHalf(key)) {
          await memory.set(key, value.slice(0, 1 + below(value.length - 1)), options);
          process.die();
          return never();
        }
        if (landsLate()) {
          late.push(() => memory.set(key, value, options));
          throw failure('ETIMEDOUT');
        }
        if (now?.fault === 'store lies: modified, no etag') return { modified: true, etag: '' };
        if (now?.fault === 'store lies: modified, etag') return { modified: true, etag: '"x"' };
        const result = await memory.set(key, value, options);
        if (now?.fault === 'store lands, answers an error') throw failure('EPIPE');
        if (now?.fault === 'store lands, says not modified') return { modified: false };
        return result;
      }),
    get: (key) =>
      step(process, async () => {
        if (isDown() || (landsLate() && !/^(requests|queue)\//.test(key))) throw failure('ECONNRESET');
        // The write is on its way: what is read now is not there yet.
        return memory.get(key);
      }),
    list: (options) => memory.list(options),
    delete: (key) => step(process, () => memory.delete(key)),
  });

  const send = async (process: Process, mail: Mail, timeout: number): Promise<{ refused: string[] }> => {
    const isRequest = toOf(mail) === provider;
    const person = people.get(isRequest ? (mail.replyTo?.address ?? '') : toOf(mail));
    const time = world.clock.time;
    if (time >= outage.from && time < outage.to) throw failure('ECONNREFUSED');
    const fault = person?.fault;
    const isOff = person !== undefined && time < person.until;
    if (isOff && fault === 'smtp down') throw failure('ECONNREFUSED');
    if (isOff && fault === 'smtp refuses for now') throw failure('EENVELOPE', { responseCode: 451, permanent: false });
    if (isOff && fault === 'smtp refuses for good') throw failure('EENVELOPE', { responseCode: 550, permanent: true });
    if (isOff && fault === 'smtp never greets') throw failure('ETIMEDOUT', { timeoutType: 'GREETING_TIMEOUT' });
    if (now?.fault.startsWith('both down')) throw failure('ECONNREFUSED');
    // The function itself is stopped after a minute, in the background after 15, whatever it waits for.
    const stopped = process.isBackground ? 900 * second : 60 * second;
    if (isOff && fault?.startsWith('smtp thinks') && person.thinks * second > Math.min(timeout, stopped)) {
      if (fault.endsWith('then takes it')) arrived.push(mail);
      throw failure('ETIMEDOUT', { isUnclear: true });
    }
    const drops = person !== undefined && fault?.startsWith('smtp drops') && !person.hasDropped && isRequest;
    if (!drops || fault?.endsWith('took it')) arrived.push(mail);
    if (drops) {
      person.hasDropped = true;
      throw failure('ECONNRESET', { isUnclear: true });
    }
    if (fault === 'mail bounces later' && isRequest)
      bounced.push({ to: mail.bounceTo ?? mail.from, about: mail.subject });
    return { refused: [] };
  };
  const world = makeWorld();
  const { clock } = world;
  const contextOf = (process: Process, unstored: Context['unstored'] = new Map()): Context => ({
    ...world.context,
    store: blobStore(() => rawOf(process), { timeout: 1000 }),
    mailer: { send: (mail, timeout) => step(process, () => send(process, mail, timeout)) },
    unstored,
    // What a process put off dies with it.
    later: (milliseconds, work) => {
      const alive = async () => (process.isDead ? undefined : Promise.race([work(), process.death]));
      if (!process.isDead) world.context.later(milliseconds, alive);
    },
    handOver: async (items) => {
      const way = pick([
        'taken',
        'taken',
        'taken',
        'taken, unanswered',
        'refused',
        'taken and lost',
        'taken and killed',
      ]);
      if (way === 'refused') return false;
      const runner = born(way === 'taken and killed' ? below(30) : Infinity, true);
      if (way !== 'taken and lost')
        world.put.push({
          at: clock.time,
          work: () => Promise.race([sendWaiting(contextOf(runner), items), runner.death]),
        });
      return way !== 'taken, unanswered';
    },
  });
  const context = contextOf(born());

  /** What the person is told; a process that dies tells nothing, so the browser says that it cannot tell. */
  const submit = async (person: Person): Promise<void> => {
    const { index, fault } = person;
    const key = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const body = { ...required, email: person.email, issue: `Problem ${index}`, key };
    now = person.hasRetried ? undefined : person;
    const process = born(now && fault === 'killed at some step' ? person.dies : Infinity);
    const mine = contextOf(process);
    const post = (by = mine) => handle(jsonPost(body), by);
    const sent =
      fault === 'two instances at once'
        ? Promise.all([post(), post(contextOf(born()))]).then(([, last]) => last)
        : fault.startsWith('double click')
          ? Promise.all([post(), post()]).then(([, last]) => last)
          : post();
    const response = await Promise.race([sent, process.death]);
    if (response === undefined) {
      person.told = 'nothing';
    } else {
      const reply = (await response.json()) as { status: string; reference?: string; mailto?: string };
      if (reply.status === 'received') {
        person.told = 'received';
        if (person.reference)
          assert.equal(reply.reference, person.reference, 'a retry answers with the first reference');
        person.reference = reply.reference;
      } else {
        assert.ok(reply.status === 'not-sent' || reply.status === 'unclear', `${fault}: ${reply.status}`);
        person.told = reply.status === 'unclear' ? 'unclear' : 'not sent';
        assert.equal(response.status, 503);
        assert.match(decodeURIComponent(reply.mailto ?? ''), new RegExp(`Problem ${index}`));
      }
    }
    if (response) await Promise.race([world.catchUp(), process.death]);
    now = undefined;
    for (const land of late) land();
    late = [];
  };

  const run = async (): Promise<void> => {
    // Runs that are killed on the way, and two at once.
    if (next() < 0.05) {
      void redeliver(contextOf(born(below(40))), noBeat);
      for (let times = 0; times < 40; times += 1) await new Promise(setImmediate);
    }
    const runs = await Promise.all(
      next() < 0.3 ? [redeliver(context, noBeat), redeliver(contextOf(born()), noBeat)] : [redeliver(context, noBeat)],
    );
    await world.catchUp();
    assert.ok(runs[0], 'the run came to its end');
  };

  let lastRun = 0;
  for (let index = 0; index < count; index += 1) {
    if (clock.time > outage.to + 30 * hour) outage = { from: clock.time, to: clock.time + next() * 4 * hour };
    const person: Person = {
      email: `person${index}@pd.example`,
      index,
      fault: pick(faults),
      until: clock.time + next() * 40 * hour,
      thinks: 5 + below(900),
      dies: below(60),
      told: 'nothing',
      reference: undefined,
      hasRetried: false,
      hasDropped: false,
    };
    people.set(person.email, person);
    await submit(person);
    if (person.told !== 'received' && next() < 0.6) {
      clock.time += 20 * second;
      person.hasRetried = true;
      await submit(person);
    }
    clock.time += next() * 120 * second;
    await world.catchUp();
    if (clock.time - lastRun > 300 * second) {
      lastRun = clock.time;
      await run();
    }
  }
  for (const end = clock.time + 90 * hour; clock.time < end; clock.time += 900 * second) {
    await run();
    if (memory.keys('queue/').length === 0) break;
  }

  const ofPerson = (person: Person) =>
    arrived.filter((mail) => toOf(mail) === provider && mail.replyTo?.address === person.email);
  const table = new Map<string, Record<string, number>>();
  const wrong: string[] = [];
  for (const person of people.values()) {
    const { fault, told, reference, email, hasRetried } = person;
    const mails = ofPerson(person);
    const acknowledgements = arrived.filter((mail) => toOf(mail) === email).length;
    const row = table.get(fault) ?? {
      people: 0,
      received: 0,
      'not sent': 0,
      unclear: 0,
      nothing: 0,
      delivered: 0,
      doubled: 0,
      'acknowledged twice': 0,
    };
    table.set(fault, row);
    const add = (name: string): void => {
      row[name] = (row[name] ?? 0) + 1;
    };
    for (const name of ['people', told]) add(name);
    if (mails.length > 0) add('delivered');
    if (mails.length > 1) add('doubled');
    if (acknowledgements > 1) add('acknowledged twice');
    const who = `${email} under “${fault}”`;
    if (told === 'received' && mails.length === 0) wrong.push(`${who} was told received; nothing arrived`);
    if (acknowledgements > 0 && mails.length === 0) wrong.push(`${who} got a confirmation; nothing arrived`);
    if (told === 'not sent' && !hasRetried && mails.length > 0) wrong.push(`${who} was told not sent; it was`);
    if (told === 'received' && !mails.every(({ subject }) => subject.includes(reference ?? '-')))
      wrong.push(`${who}: another reference in the mail`);
    if (new Set(mails.map(({ messageId }) => messageId)).size > 1) wrong.push(`${who}: two Message-IDs`);
    if (
      fault === 'mail bounces later' &&
      mails.length > 0 &&
      !bounced.some(({ to, about }) => to === 'alarm@tta.example' && about === mails[0]?.subject)
    )
      wrong.push(`${who}: nobody is told that it bounced`);
    // The server answered, and the store is there: no cause for a second one.
    if (acknowledgements > 1 && !/store|down|instances|lies|lands/.test(fault))
      wrong.push(`${who}: acknowledged ${acknowledgements} times`);
    if (reference && told === 'received' && memory.blobs.has(`references/${reference}`)) {
      const page = await confirm(
        new Request(`${origin}/technical-assistance/request/received/?reference=${reference}`),
        context,
      );
      if (page.status !== 200) wrong.push(`${who}: the reference ${reference} is not confirmed`);
    }
  }
  console.table(Object.fromEntries([...table].sort()));
  const all = [...people.values()];
  const doubled = all.filter((person) => ofPerson(person).length > 1).length;
  t.diagnostic(
    `mailed more than once, under one Message-ID: ${doubled} of ${count} (${((100 * doubled) / count).toFixed(1)} %)`,
  );
  assert.deepEqual(wrong, []);
  assert.ok(all.filter(({ told }) => told === 'received').length > count / 2);
  assert.deepEqual(memory.keys('queue/'), [], 'nothing is left undelivered');
  assert.ok(!/@|jane|Problem/.test(JSON.stringify(world.logs)), 'no personal data in any log line');
});
