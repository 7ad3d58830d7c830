/** Limits: honest agencies are served, a flood is not; and whoever is stopped is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handle } from '../../netlify/request/handle.ts';
import { limiter, liveLimits } from '../../netlify/request/limit.ts';
import { jsonPost, makeWorld, MemoryStore, provider, required, toOf } from './support/world.ts';

const flooded = () => makeWorld({ limits: liveLimits() });

test('thirty officers behind one address of their agency, each with a request, are served in ten minutes', async () => {
  const { context, catchUp, mails } = flooded();
  for (let officer = 0; officer < 30; officer += 1) {
    const post = jsonPost({ ...required, email: `officer${officer}@pd.example`, issue: `Problem ${officer}` });
    assert.equal((await handle(post, { ...context, ip: '192.0.2.1' })).status, 200, `officer ${officer}`);
  }
  await catchUp();
  // Each of them gets the confirming email.
  assert.equal(mails.length, 60);
});

test('the same request again counts once, however often it is sent', async () => {
  const { context } = flooded();
  const tight = { ...context, ip: '192.0.2.1', limits: { ...context.limits, requests: limiter(2, 600_000) } };
  for (let times = 0; times < 22; times += 1) assert.equal((await handle(jsonPost(required), tight)).status, 200);
  assert.equal((await handle(jsonPost({ ...required, issue: 'of a colleague' }), tight)).status, 200);
  assert.equal((await handle(jsonPost({ ...required, issue: 'one too many' }), tight)).status, 429);
});

test('what is over the limit is told plainly, keeps every answer, and hinders nobody else', async () => {
  const raw = new MemoryStore();
  const { context, mails } = makeWorld({ raw });
  const limits = { ...context.limits, requests: limiter(1, 600_000) };
  const post = (issue: string, ip: string) => handle(jsonPost({ ...required, issue }), { ...context, limits, ip });
  assert.equal((await post('one', '192.0.2.1')).status, 200);
  const second = await post('two', '192.0.2.1');
  assert.equal(second.status, 429);
  assert.equal(second.headers.get('retry-after'), '600');
  const { message, mailto } = (await second.json()) as { message: string; mailto: string };
  assert.match(message, /so nothing was sent\. Wait 10 minutes/);
  assert.match(decodeURIComponent(mailto), /two/);
  assert.equal(raw.keys('requests/').length, 1);
  assert.equal(mails.length, 1);
  assert.equal((await post('three', '192.0.2.2')).status, 200);
});

test('an IPv6 network counts as one, and neither it nor +tags bring a flood of acknowledgements', async () => {
  const { context, catchUp, mails } = flooded();
  const statuses: number[] = [];
  for (let index = 0; index < 300; index += 1) {
    const post = jsonPost({ ...required, email: `victim+${index}@mail.example`, issue: `Spam ${index}` });
    const ip = `2001:db8:1:2:${index.toString(16)}::1`;
    statuses.push((await handle(post, { ...context, ip })).status);
  }
  await catchUp();
  assert.equal(statuses.filter((status) => status === 200).length, 60);
  assert.equal(mails.filter((mail) => toOf(mail) === provider).length, 60);
  assert.equal(mails.filter((mail) => toOf(mail).startsWith('victim')).length, 3);
});

test('many networks at once do not make the site mail to everyone', async () => {
  const { context, catchUp, mails } = flooded();
  for (let index = 0; index < 150; index += 1) {
    const post = jsonPost({ ...required, email: `someone${index}@mail.example`, issue: `Flood ${index}` });
    assert.equal((await handle(post, { ...context, ip: `198.51.100.${index}` })).status, 200);
  }
  await catchUp();
  // All of them are kept and reach the provider.
  assert.equal(mails.filter((mail) => toOf(mail) === provider).length, 150);
  assert.equal(mails.filter((mail) => toOf(mail) !== provider).length, 100);
});

test('while the store is away, a flood is stopped all the same', async () => {
  const raw = new MemoryStore();
  raw.set = () => Promise.reject(new Error('down'));
  raw.get = () => Promise.reject(new Error('down'));
  const { context, mails } = makeWorld({ raw });
  const tight = { ...context, ip: '192.0.2.1', limits: { ...context.limits, requests: limiter(5, 600_000) } };
  for (let index = 0; index < 20; index += 1) await handle(jsonPost({ ...required, issue: `${index}` }), tight);
  assert.equal(mails.length, 5);
});
