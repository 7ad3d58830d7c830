/** The functions on this machine: as Netlify's own emulation runs them, for as many as ask, and never of an old build. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { localFunctions } from '../../netlify/local/functions.ts';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { askedAs } from '../support/pages.ts';

const confirmation = '/technical-assistance/request/received/';

const outbox = mkdtempSync(join(tmpdir(), 'outbox-'));
let site: LocalSite;
before(async () => {
  process.env['TA_OUTBOX'] = outbox;
  site = await startLocalSite();
});
after(async () => {
  await site.stop();
  rmSync(outbox, { recursive: true, force: true });
});

/** None of them is a request that is kept. */
const questions: Record<string, [path: string, init?: RequestInit]> = {
  'the confirmation': [askedAs(confirmation)],
  'the confirmation without a slash': [askedAs(confirmation.replace(/\/$/, ''))],
  'the confirmation without a reference': [confirmation],
  'a form with faults': ['/api/ta-request', { method: 'POST', body: new URLSearchParams({ name: 'Jane & <b>' }) }],
  'JSON with faults': [
    '/api/ta-request',
    { method: 'POST', body: '{"name":"Jane"}', headers: { 'content-type': 'application/json' } },
  ],
  'a type that is not taken': ['/api/ta-request', { method: 'POST', body: 'name' }],
  'a method that is not taken': ['/api/ta-request', { method: 'DELETE' }],
};

test('what the functions refuse is refused as by Netlify, and nothing of it is a fault', async () => {
  for (const [name, [path, init]] of Object.entries(questions)) {
    const response = await fetch(site.address + path, { ...init, redirect: 'manual' });
    assert.ok(response.status < 500, name);
    assert.ok(response.headers.get('content-security-policy'), name);
  }
});

/** The first line of the answer to a request as it stands, which no client would send. */
const statusOf = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(site.address).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer.split(' ')[1] ?? ''));
    socket.on('error', reject);
  });

test('a wrong address is the asker’s fault, not the server’s', async () => {
  const ask = (line: string) => statusOf(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  for (const path of ['/%', '/%zz', '/%E0%A4%A', '/about/%', '/\\'])
    assert.equal(await ask(`GET ${path}`), '400', path);
  for (const path of ['//', '//about/', '/nobody/', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])
    assert.equal(await ask(`GET ${path}`), '404', path);
  for (const method of ['TRACE', 'POST', 'DELETE', 'PROPFIND', 'OPTIONS', 'PUT'])
    assert.equal(await ask(`${method} /about/`), '405', method);
  assert.equal(await ask('HEAD /about/'), '200');
});

test('no page that is open on this machine can start what a schedule starts', async () => {
  for (const name of ['ta-request-redeliver', 'ta-request-canary'])
    assert.equal((await fetch(`${site.address}/.netlify/functions/${name}`)).status, 404, name);
  assert.equal((await site.run('ta-request-redeliver'))?.status, 204);
});

test('a body that is too large, or breaks off, is told so, and the server goes on', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: site.address };
  const post = (body: BodyInit) => fetch(`${site.address}/api/ta-request`, { method: 'POST', headers, body });
  assert.equal((await post('x'.repeat(2 * 1024 * 1024))).status, 413);
  assert.equal((await post('x'.repeat(7 * 1024 * 1024))).status, 413);
  const head = `POST /api/ta-request HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${headers['content-type']}\r\n`;
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(site.address).port), '127.0.0.1', () =>
      socket.write(`${head}Content-Length: 1000\r\n\r\nname=Jane`, () => socket.destroy()),
    );
    socket.on('close', () => resolve());
  });
  assert.equal((await fetch(`${site.address}/about/`)).status, 200);
});

test('many who ask at the same moment are all answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const response = await fetch(site.address + askedAs(confirmation));
      return `${response.status} ${(await response.text()).includes('TA-2222-2222')}`;
    }),
  );
  assert.deepEqual([...new Set(answers)], ['200 true']);
});

test('a request is kept and mailed, and what a function leaves for after its answer is done too', async () => {
  const response = await fetch(`${site.address}/api/ta-request`, {
    method: 'POST',
    headers: { origin: site.address },
    body: new URLSearchParams({
      name: 'Jane Doe',
      email: 'jane.doe@pd.example',
      agency: 'Springfield Police Department',
      state: 'CA',
      topics: 'gun-violence',
      issue: `Shootings near two corners ${crypto.randomUUID()}`,
      seconds: '120',
      step: 'send',
    }),
    redirect: 'manual',
  });
  assert.equal(response.status, 303);
  const reference = new URL(response.headers.get('location') ?? '', site.address).searchParams.get('reference') ?? '';
  assert.match(reference, /^TA-/);
  const mails = () =>
    readdirSync(outbox)
      .filter((file) => file.startsWith(reference.toLowerCase()) && file.endsWith('.eml'))
      .map((file) => file.split('.').at(-2))
      .sort();
  // The acknowledgement goes out once the person has the answer; on a busy machine the mail to the provider too.
  for (let tries = 0; tries < 600 && mails().length < 2; tries += 1) await setTimeout(100);
  assert.deepEqual(mails(), ['acknowledgement', 'provider']);
});

test('a rebuild puts the new functions in place; until it is done, the old ones answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'));
  const build = (answer: string, time: number): void => {
    mkdirSync(join(folder, 'functions'), { recursive: true });
    writeFileSync(
      join(folder, 'functions/hello.mjs'),
      `export default () => new Response('${answer}'); export const config = { path: ['/hello', '/hello/there/'] };`,
    );
    writeFileSync(
      join(folder, 'functions/nightly.mjs'),
      `export default (request, { waitUntil }) => new Response('${answer} at night'); export const config = { schedule: '0 0 * * *' };`,
    );
    writeFileSync(join(folder, 'bundles.json'), '{}');
    utimesSync(join(folder, 'bundles.json'), time, time);
  };
  try {
    const functions = localFunctions(folder);
    const answer = async (path: string) => (await functions.answer(new Request(`http://localhost${path}`)))?.text();
    assert.equal(await answer('/hello'), undefined);
    build('first', 1000);
    assert.equal(await answer('/hello'), 'first');
    assert.equal(await answer('/hello/there'), 'first');
    assert.equal(await answer('/hello/there/?word=a'), 'first');
    assert.equal(await answer('/.netlify/functions/nightly'), undefined);
    assert.equal(await (await functions.run('nightly'))?.text(), 'first at night');
    assert.equal(await answer('/.netlify/functions/hello'), undefined);
    assert.equal(await answer('/hello/nobody'), undefined);
    rmSync(folder, { recursive: true });
    assert.equal(await answer('/hello'), 'first');
    build("a broken ' one", 2000);
    assert.equal(await answer('/hello'), 'first');
    build('second', 3000);
    assert.equal(await answer('/hello'), 'second');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
