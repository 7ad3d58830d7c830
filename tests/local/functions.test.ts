/** The functions on this machine: as Netlify's own emulation runs them, for as many as ask, and never of an old build. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { NetlifyDev } from '@netlify/dev';
import { localFunctions } from '../../netlify/local/functions.ts';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { askedAs, root } from '../support/pages.ts';

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

test('what Netlify’s own emulation answers, the local server answers', async () => {
  const off = { enabled: false };
  const netlify = new NetlifyDev({
    projectRoot: root,
    skipGitignore: true,
    aiGateway: off,
    database: off,
    edgeFunctions: off,
    geolocation: off,
    images: off,
  });
  await netlify.start();
  try {
    const answers = async (response: Response | undefined) => {
      assert.ok(response);
      const own = ['allow', 'cache-control', 'content-security-policy', 'content-type', 'location', 'referrer-policy'];
      return {
        status: response.status,
        headers: own.map((name) => [name, response.headers.get(name)]),
        body: await response.text(),
      };
    };
    for (const [name, [path, init]] of Object.entries(questions)) {
      const ours = await answers(await fetch(site.address + path, { ...init, redirect: 'manual' }));
      // Netlify's packages build a function once for each request: one at a time.
      const theirs = await answers(await netlify.handle(new Request(site.address + path, init)));
      assert.deepEqual(ours, theirs, name);
      assert.ok(ours.status < 500, name);
    }
  } finally {
    await netlify.stop();
  }
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
      .filter((file) => file.startsWith(reference.toLowerCase()))
      .map((file) => file.split('.').at(-2))
      .sort();
  assert.ok(mails().includes('provider'));
  // The acknowledgement goes out once the person has the answer; with the outbox that takes milliseconds.
  for (let tries = 0; tries < 100 && mails().length < 2; tries += 1) await setTimeout(100);
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
    const ask = localFunctions(folder);
    const answer = async (path: string) => (await ask(new Request(`http://localhost${path}`)))?.text();
    assert.equal(await answer('/hello'), undefined);
    build('first', 1000);
    assert.equal(await answer('/hello'), 'first');
    assert.equal(await answer('/hello/there'), 'first');
    assert.equal(await answer('/hello/there/?word=a'), 'first');
    assert.equal(await answer('/.netlify/functions/nightly'), 'first at night');
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
