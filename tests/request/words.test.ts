/** True words: “received”, “not sent” and “we cannot tell”, each only where it is so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redeliver } from '../../netlify/mail/redeliver.ts';
import { confirm } from '../../netlify/request/confirm.ts';
import { handle } from '../../netlify/request/handle.ts';
import { limiter } from '../../netlify/request/limit.ts';
import { originOf } from '../../netlify/request/origin.ts';
import {
  formPost,
  jsonPost,
  makeWorld,
  MemoryStore,
  noBeat,
  origin,
  provider,
  required,
  toOf,
} from './support/world.ts';

const send = { ...required, step: 'send' };
const off = () => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' }));

/** The page without what waits in it for the script. */
const shown = async (response: Response): Promise<string> =>
  (await response.text()).replace(/<script type="text\/html"[^]*?<\/script>/, '').replace(/\s+/g, ' ');

test('a store that lands late and a mail server that is away: nobody can tell, and it is not called “not sent”', async () => {
  const memory = new MemoryStore();
  const late: (() => void)[] = [];
  const raw = new MemoryStore();
  raw.get = () => off();
  raw.set = (key, value) => {
    late.push(() => memory.blobs.set(key, value));
    return off();
  };
  const world = makeWorld({ raw, mailer: { send: off } });
  const json = (await (await handle(jsonPost(required), world.context)).json()) as { status: string; message: string };
  // The items of the queue did not get there for sure, so the request itself was never written.
  assert.equal(json.status, 'not-sent');
  // Once they are, the request is.
  raw.get = (key) => (key.startsWith('requests/') ? off() : memory.get(key));
  raw.set = (key, value) => {
    if (key.startsWith('requests/')) {
      late.push(() => memory.blobs.set(key, value));
      return off();
    }
    return memory.set(key, value);
  };
  const page = await handle(formPost(send), world.context);
  assert.equal(page.status, 503);
  const text = await shown(page);
  assert.match(text, /We cannot tell whether your request arrived/);
  assert.match(text, /<title>Not known: /);
  assert.doesNotMatch(text, /Your request was not sent|nothing was sent/);
  for (const land of late) land();
  const back = makeWorld({ raw: memory });
  back.clock.time += 10 * 60_000;
  await redeliver(back.context, noBeat);
  assert.equal(back.mails.filter((mail) => toOf(mail) === provider).length, 1);
});

test('what was told “not sent” never arrives', async () => {
  const raw = new MemoryStore();
  const { set, get } = raw;
  raw.set = off;
  raw.get = off;
  const world = makeWorld({ raw, mailer: { send: off } });
  const { status } = (await (await handle(jsonPost(required), world.context)).json()) as { status: string };
  assert.equal(status, 'not-sent');
  Object.assign(raw, { set, get });
  const back = makeWorld({ raw });
  back.clock.time += 3 * 3600_000;
  await redeliver(back.context, noBeat);
  assert.deepEqual(back.mails, []);
});

test('the confirmation promises an email only where one is sent', async () => {
  const raw = new MemoryStore();
  const world = makeWorld({ raw });
  const confirmation = async (response: Response) => {
    const address = new URL(response.headers.get('location') ?? '', origin);
    return shown(await confirm(new Request(address), world.context));
  };
  const kept = await confirmation(await handle(formPost(send), world.context));
  assert.match(kept, /We have your request\. You do not have to send it again\./);
  assert.match(kept, /You get an email that confirms the request/);
  for (const [answers, headers, more] of [
    [{ ...send, issue: 'http://a http://b http://c http://d' }, {}, {}],
    [{ ...send, agency: 'https://example.org' }, {}, {}],
    [{ ...send, issue: 'no origin' }, { 'sec-fetch-site': '' }, {}],
    [{ ...send, issue: 'over the limit' }, {}, { mailbox: limiter(0, 1) }],
  ] as const) {
    const context = { ...world.context, limits: { ...world.context.limits, ...more } };
    const text = await confirmation(await handle(formPost(answers, headers), context));
    assert.match(text, /We have your request/);
    assert.doesNotMatch(text, /You get an email|Reply to the confirming/);
    assert.match(text, /No email confirms this request, so keep the reference/);
  }
  await world.catchUp();
  assert.equal(world.mails.filter((mail) => toOf(mail) === required.email).length, 1);
});

test('a reference that somebody made up is not confirmed as ours', async () => {
  const { context } = makeWorld();
  const ask = (query: string, tools = context) =>
    confirm(new Request(`${origin}/technical-assistance/request/received/?reference=TA-2222-2222${query}`), tools);
  const made = await ask('');
  assert.equal(made.status, 404);
  const text = await shown(made);
  assert.match(text, /<h1>We do not know this reference<\/h1>/);
  assert.doesNotMatch(text, /We have your request|What happens next/);
  // Nor where the store does not answer, or the address says that it went by mail alone.
  const raw = new MemoryStore();
  raw.get = off;
  for (const response of [await ask('', makeWorld({ raw }).context), await ask('&mailed')]) {
    const unchecked = await shown(response);
    assert.match(unchecked, /If the form on this site has just brought you here, your request was received/);
    assert.doesNotMatch(unchecked, /We have your request/);
  }
});

test('a request that went by mail alone leads to a confirmation that says what can be said', async () => {
  const raw = new MemoryStore();
  raw.set = off;
  raw.get = off;
  const world = makeWorld({ raw });
  const response = await handle(formPost(send), world.context);
  assert.match(response.headers.get('location') ?? '', /\?reference=TA-[\dA-Z]{4}-[\dA-Z]{4}&mailed$/);
});

test('a text browser, which sends no Origin, is known by the page it comes from', () => {
  const from = (headers: Record<string, string>) =>
    originOf(new Request(`${origin}/api/ta-request`, { method: 'POST', headers }));
  const page = `${origin}/technical-assistance/request/`;
  assert.equal(from({ referer: page }), 'own');
  assert.equal(from({ referer: page, origin: 'null' }), 'own');
  assert.equal(from({ referer: 'https://evil.example/technical-assistance/request/' }), 'foreign');
  assert.equal(from({ referer: 'x' }), 'unknown');
  assert.equal(from({}), 'unknown');
  // What a browser says of itself goes before it.
  assert.equal(from({ referer: page, origin: 'https://evil.example' }), 'foreign');
  assert.equal(from({ referer: page, 'sec-fetch-site': 'cross-site' }), 'foreign');
});

test('a form that is older than the site loses nothing: its answers are taken, and carried on by a page that comes back', async () => {
  const world = makeWorld();
  assert.equal((await handle(formPost({ ...send, rankBand: 'Lieutenant' }), world.context)).status, 303);
  assert.match(world.mails[0]?.text ?? '', /rankBand: Lieutenant/);
  // A question that is new is missing from it: the page that comes back asks it, and keeps what it no longer asks.
  const { issue: _, ...older } = send;
  const back = await handle(formPost({ ...older, problem: 'Shots fired & more' }), world.context);
  assert.equal(back.status, 422);
  const text = await shown(back);
  assert.match(text, /These answers to questions that the form no longer asks go along:/);
  assert.match(text, /problem: Shots fired &amp; more/);
  const carried =
    /name="unasked" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? '';
  await handle(formPost({ ...send, issue: 'Mended', unasked: carried }), world.context);
  assert.match(world.mails.at(-1)?.text ?? '', /problem: Shots fired & more/);
});

test('a body that breaks off is a bad request, not a fault of ours', async () => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('name=Jane'));
      controller.error(new Error('reset'));
    },
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  assert.equal((await handle(new Request(`${origin}/api/ta-request`, init), makeWorld().context)).status, 400);
});
