/** The way into the background: who is let in, what is told where nobody takes it on, and that a slow server gets one copy. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { backgroundPath, handedOver, handOverFrom } from '../../netlify/mail/background.ts';
import { longestWait } from '../../netlify/mail/deliver.ts';
import type { Mail } from '../../netlify/mail/mail.ts';
import { redeliver, sendWaiting } from '../../netlify/mail/redeliver.ts';
import { handle } from '../../netlify/request/handle.ts';
import { readSettings } from '../../netlify/settings.ts';
import { jsonPost, makeWorld, MemoryStore, noBeat, required, settings, toOf, provider } from './support/world.ts';

const minute = 60_000;
let server: Server;
let address: string;
/** What the platform answers, and what came. */
let status = 202;
let came: Request | undefined;

before(async () => {
  server = createServer((incoming, answer) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headers)) headers.append(name, String(value));
      came = new Request(`${address}${incoming.url ?? ''}`, {
        method: incoming.method ?? '',
        headers,
        body: Buffer.concat(parts),
      });
      answer.writeHead(status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

const quiet = () => undefined;
const secret = 'smtp://site:password@localhost:2525';
const liveSettings = () => ({ ...settings({ SMTP_URL: secret }), address });

test('what is handed over is known by its key, and nothing else is', async () => {
  const live = liveSettings();
  assert.equal(await handOverFrom(live, quiet)?.(['queue/a', 'queue/b']), true);
  assert.ok(came);
  assert.equal(new URL(came.url).pathname, backgroundPath);
  assert.equal(await handedOver(came.clone(), { ...live, secret: 'smtp://another' }), undefined);
  assert.deepEqual(await handedOver(came.clone(), live), ['queue/a', 'queue/b']);
  const post = (headers: HeadersInit, body = '[]') =>
    new Request(address + backgroundPath, { method: 'POST', headers, body });
  assert.equal(await handedOver(post({}), live), undefined);
  assert.equal(await handedOver(post({ 'x-background-key': 'a'.repeat(64) }), live), undefined);
  const { headers } = came;
  assert.equal(await handedOver(post(headers, 'no JSON'), live), undefined);
  assert.equal(await handedOver(post(headers, '{"a":1}'), live), undefined);
  assert.match(headers.get('x-background-key') ?? '', /^[0-9a-f]{64}$/, 'the key says nothing of the setting');
});

test('where nobody takes it on, that is said; only a live site has a background', async () => {
  const live = liveSettings();
  for (const other of [200, 204, 401, 404, 500, 503]) {
    status = other;
    assert.equal(await handOverFrom(live, quiet)?.([]), false, String(other));
  }
  status = 202;
  assert.equal(await handOverFrom({ ...live, address: 'http://127.0.0.1:1' }, quiet)?.([]), false);
  for (const context of ['dev', 'deploy-preview', 'branch-deploy'])
    assert.equal(handOverFrom(readSettings({ SMTP_URL: secret }, context), quiet), undefined, context);
  assert.equal(handOverFrom(settings(), quiet), undefined, 'a server without a password keeps no secret');
});

test('a mail server that thinks for nine minutes gets one copy, and so does the person', async () => {
  const waits: number[] = [];
  const mails: Mail[] = [];
  const world = makeWorld({
    mailer: {
      send: async (mail: Mail, timeout: number) => {
        waits.push(timeout);
        if (timeout < 9 * minute) throw Object.assign(new Error('silent'), { code: 'ETIMEDOUT', isUnclear: true });
        mails.push(mail);
        return { refused: [] };
      },
    },
  });
  const { context, clock } = world;
  const background: (readonly string[])[] = [];
  const mine = { ...context, handOver: async (items: readonly string[]) => background.push(items) > 0 };
  const response = await handle(jsonPost({ ...required }), mine);
  assert.equal(((await response.json()) as { status: string }).status, 'received');
  await world.catchUp();
  assert.deepEqual(waits, [], 'nothing is sent while the person waits, nor after the answer');
  assert.equal(background[0]?.length, 2, 'the request and its acknowledgement');
  await sendWaiting(context, background[0] ?? []);
  assert.deepEqual(waits, [longestWait, longestWait]);
  for (let runs = 0; runs < 50; runs += 1) {
    clock.time += 5 * minute;
    await redeliver(mine, noBeat);
    await sendWaiting(context, []);
  }
  assert.deepEqual(mails.map(toOf).sort(), [required.email, provider].sort());
});

test('what the background took on and left lying is sent by the run of every five minutes', async () => {
  const raw = new MemoryStore();
  const world = makeWorld({ raw });
  const { context, mails, clock } = world;
  const lost = { ...context, handOver: () => Promise.resolve(true) };
  await handle(jsonPost({ ...required }), lost);
  await world.catchUp();
  for (let runs = 0; runs < 2; runs += 1) {
    clock.time += 5 * minute;
    await redeliver(lost, noBeat);
  }
  assert.equal(mails.length, 0);
  clock.time += 5 * minute;
  await redeliver(lost, noBeat);
  assert.equal(mails.length, 2);
  assert.deepEqual(raw.keys('queue/'), []);
});

test('what fails for a moment is tried again after five seconds, in the background too', async () => {
  let tries = 0;
  const world = makeWorld({
    mailer: {
      send: () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(Object.assign(new Error('off'), { code: 'ECONNREFUSED' }))
          : Promise.resolve();
      },
    },
  });
  const { context, clock } = world;
  let items: readonly string[] = [];
  const handOver = (given: readonly string[]) => {
    items = given.filter((key) => key.includes('/provider/'));
    return Promise.resolve(true);
  };
  await handle(jsonPost({ ...required }), { ...context, handOver });
  await sendWaiting(context, items);
  assert.equal(tries, 1);
  clock.time += 5000;
  await world.catchUp();
  assert.equal(tries, 2);
  assert.ok(world.logs.some(({ event, message }) => event === 'handed-over' && message === 'provider'));
});

test('a first try that used up the time of its run is not followed by one without any', async () => {
  const waits: number[] = [];
  const raw = new MemoryStore();
  const world = makeWorld({
    raw,
    mailer: {
      send: (_: Mail, timeout: number) => {
        waits.push(timeout);
        world.clock.time += timeout;
        return Promise.reject(Object.assign(new Error('never greets'), { code: 'ETIMEDOUT' }));
      },
    },
  });
  const { context, clock } = world;
  await handle(jsonPost({ ...required }), { ...context, handOver: () => Promise.resolve(true) });
  clock.time += 5 * minute;
  await redeliver(context, noBeat);
  clock.time += 5000;
  await world.catchUp();
  assert.ok(waits.length > 0 && waits.every((timeout) => timeout > 0), waits.join(' '));
  assert.ok(
    raw.keys('queue/').some((key) => key.includes('/provider/')),
    'it waits for the next run',
  );
});
