/** The daily test: that it goes the very road of a request, and that no fault of that road passes for health. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mail } from '../../netlify/mail/mail.ts';
import { canary } from '../../netlify/request/canary.ts';
import { handle } from '../../netlify/request/handle.ts';
import { dayOf, keyOf } from '../../netlify/store/keys.ts';
import { readRecord } from '../../netlify/store/record.ts';
import { jsonPost, makeWorld, MemoryStore, provider, settings, toOf } from './support/world.ts';

const alarmAddress = 'alarm@tta.example';
const road = `${provider} canary@tta.example`;

test('it goes the whole way, to the provider and to the test address', async () => {
  const raw = new MemoryStore();
  const world = makeWorld({ raw });
  assert.equal(await canary(world.context), 'passed');
  await world.catchUp();
  assert.deepEqual(
    world.mails.map((mail) => `${toOf(mail)} ${mail.subject.replace(/TA-\S+\]/, 'REF]')}`),
    [`${road} [REF] Daily test: nothing to do`],
  );
  assert.ok(raw.blobs.has(keyOf.canary(dayOf(world.clock.time))));
  // Nothing of the proof is left.
  assert.deepEqual(raw.keys('proofs/'), []);
});

test('a store that lets a key be written twice fails it', async () => {
  const raw = new MemoryStore();
  raw.set = (key, value) => {
    raw.blobs.set(key, value);
    return Promise.resolve({ modified: true, etag: '"1"' });
  };
  const world = makeWorld({ raw });
  assert.equal(await canary(world.context), 'failed');
  assert.ok(world.logs.some(({ event, code }) => event === 'canary-failed' && code === 'ONCE'));
});

test('a provider’s address that is refused, a store that does not keep and a mail server that is away fail it, with an alarm', async () => {
  for (const part of ['mail', 'store'] as const) {
    const raw = new MemoryStore();
    const { set } = raw;
    raw.set = (key, ...rest) =>
      part === 'store' && key.startsWith('requests/') ? Promise.reject(new Error('down')) : set.call(raw, key, ...rest);
    const mails: Mail[] = [];
    const world = makeWorld({
      raw,
      mailer: {
        send: (mail: Mail) => {
          if (part === 'mail' && toOf(mail) === road) return Promise.reject(new Error('off'));
          mails.push(mail);
          return Promise.resolve({ refused: [] });
        },
      },
    });
    assert.equal(await canary(world.context), 'failed', part);
    assert.equal(mails.filter((mail) => toOf(mail) === alarmAddress).length, 1, part);
  }
});

test('a mail server that refuses the provider and takes the test address alone fails it', async () => {
  const { context } = makeWorld({ mailer: { send: () => Promise.resolve({ refused: [provider] }) } });
  assert.equal(await canary(context), 'failed');
});

test('it fails on any setting at fault, by name', async () => {
  for (const wrong of [{ HEARTBEAT_URL: 'http://watch.example' }, { CANARY_EMAIL: 'x' }, { RETENTION_DAYS: '0' }]) {
    const { context, mails } = makeWorld();
    assert.equal(await canary({ ...context, settings: settings(wrong as Record<string, string>) }), 'failed');
    assert.deepEqual(mails.map(toOf), [alarmAddress]);
    assert.ok(mails[0]?.text.includes(`malformed: ${Object.keys(wrong)[0]}`));
  }
  const { context, logs } = makeWorld();
  assert.equal(await canary({ ...context, settings: settings({ SMTP_URL: 'x' }) }), 'failed');
  assert.ok(logs.some(({ event, code }) => event === 'canary-failed' && code === 'SETTINGS'));
  assert.equal(await canary({ ...context, settings: settings({ CANARY_EMAIL: '' }) }), 'no-address');
});

test('it fails where the function would answer a person with an error', async () => {
  const { context, logs } = makeWorld();
  assert.equal(await canary({ ...context, settings: { ...settings(), mode: 'silent' } }), 'failed');
  assert.ok(logs.some(({ event, code }) => event === 'canary-failed' && code === 'ANSWER'));
});

test('nobody outside can take its place', async () => {
  const raw = new MemoryStore();
  const { context, clock, mails } = makeWorld({ raw });
  // The very answers of the test, and a key such as it once had.
  assert.equal(await canary(context), 'passed');
  const { answers } = readRecord(raw.blobs.get(raw.keys('requests/')[0] ?? '')) ?? assert.fail();
  raw.blobs.clear();
  const response = await handle(
    jsonPost({ ...answers, key: `canary-${dayOf(clock.time)}` }, { 'sec-fetch-site': 'same-origin' }),
    context,
  );
  assert.equal(response.status, 200);
  assert.equal(await canary(context), 'passed');
  assert.equal(mails.filter(({ subject }) => /Daily test/.test(subject)).length, 2);
});
