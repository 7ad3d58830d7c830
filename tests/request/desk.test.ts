/** The kept requests from a terminal: what is done with one, and the drill of a store that was lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from '../../netlify/local/desk.ts';
import type { Mail } from '../../netlify/mail/mail.ts';
import { redeliver } from '../../netlify/mail/redeliver.ts';
import { confirm } from '../../netlify/request/confirm.ts';
import { handle } from '../../netlify/request/handle.ts';
import { jsonPost, makeWorld, MemoryStore, noBeat, origin, provider, required, toOf } from './support/world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const setUp = () => {
  const state = { isOn: false, mails: [] as Mail[] };
  const raw = new MemoryStore();
  const world = makeWorld({
    raw,
    mailer: {
      send: (mail: Mail) => {
        if (!state.isOn) return Promise.reject(Object.assign(new Error('off'), { code: 'ECONNREFUSED' }));
        state.mails.push(mail);
        return Promise.resolve({ refused: [] });
      },
    },
  });
  const files = new Map<string, string>();
  const say = async (...words: string[]) => {
    const lines: string[] = [];
    const code = await desk(words, {
      context: world.context,
      print: (line) => lines.push(line),
      readFile: (path) => Promise.resolve(files.get(path) ?? ''),
    });
    return { code, text: lines.join('\n') };
  };
  const ask = async (more: object = {}): Promise<string> => {
    const response = await handle(jsonPost({ ...required, ...more }), world.context);
    return ((await response.json()) as { reference: string }).reference;
  };
  return { ...world, state, raw, files, say, ask };
};

test('it lists, exports and sends again', async () => {
  const { state, clock, say, ask } = setUp();
  const reference = await ask();
  clock.time += minute;
  const list = await say();
  assert.match(list.text, new RegExp(`^${reference}  received 2026-11-04 12:00 UTC  pending, tried 1 times`));
  assert.ok(!list.text.includes(required.email)); // answers only when asked for
  const { answers } = JSON.parse((await say('export', reference.toLowerCase())).text) as { answers: { name: string } };
  assert.equal(answers.name, required.name);
  assert.deepEqual(await say('resend', reference), {
    code: 1,
    text: `${reference} was not sent (failed). It is still kept.`,
  });
  state.isOn = true;
  assert.deepEqual(await say('resend', reference), { code: 0, text: `${reference} was handed over.` });
  // The acknowledgement waits for its own turn.
  assert.equal((await say()).text, 'Nothing is pending.');
  assert.match((await say('--all')).text, /handed over/);
  assert.equal((await say('resend', reference)).code, 0);
  assert.equal(new Set(state.mails.map(({ messageId }) => messageId)).size, 1);
  for (const words of [['export', 'TA-2222-2223'], ['frobnicate'], ['resend'], ['export', 'x']])
    assert.equal((await say(...words)).code, 2, words.join(' '));
  assert.equal((await say('export', 'TA-2222-2222')).code, 1);
});

test('it does not send beside a try that is under way, unless told to', async () => {
  const { state, clock, say, context, raw } = setUp();
  const hanging = makeWorld({ raw, mailer: { send: () => new Promise(() => undefined) } });
  const { reference } = (await (await handle(jsonPost(required), hanging.context)).json()) as { reference: string };
  state.isOn = true;
  clock.time = hanging.clock.time + minute;
  assert.ok(context.store);
  const refused = await say('resend', reference);
  assert.equal(refused.code, 1);
  assert.match(refused.text, /is being sent just now/);
  assert.deepEqual(state.mails, []);
  assert.equal((await say('resend', reference, '--force')).code, 0);
  assert.equal(state.mails.length, 1);
});

test('what arrived although the mail server did not say so is not tried again', async () => {
  const { state, clock, say, ask, context } = setUp();
  const reference = await ask();
  assert.equal((await say('done', reference)).code, 0);
  state.isOn = true;
  clock.time += 12 * 60 * minute;
  await redeliver(context, noBeat);
  // The provider has it; the requester is still told.
  assert.deepEqual(
    state.mails.map((mail) => toOf(mail)),
    [required.email],
  );
  assert.equal((await say()).text, 'Nothing is pending.');
});

test('a request is found by its reference although that was half written, or not at all', async () => {
  const { say, ask, raw, context } = setUp();
  const reference = await ask();
  const [mark = ''] = raw.keys('references/');
  raw.blobs.set(mark, '{"requ');
  assert.equal((await say('export', reference)).code, 0);
  const page = await confirm(new Request(`${origin}/received/?reference=${reference}`), context);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /This page cannot look it up/);
  raw.blobs.delete(mark);
  assert.match((await say('done', reference)).text, /counts as arrived/);
  assert.equal((await say('export', 'TA-2222-2222')).code, 1);
});

test('one person’s requests are found by their address and deleted with all their traces', async () => {
  const { state, say, ask, catchUp, raw } = setUp();
  const undelivered = await ask();
  state.isOn = true;
  const delivered = await ask({ issue: 'another', key: '0f8fad5b-d9cb-469f-a165-70867728950e' });
  const other = await ask({ email: 'else@pd.example' });
  await catchUp();
  assert.equal((await say('find', 'Jane.Doe@pd.example')).text.split('\n').length, 2);
  assert.equal((await say('find', 'nobody@pd.example')).code, 1);
  raw.blobs.set('requests/2026-11-04/0', '{"half');
  assert.match((await say('find', 'nobody@pd.example')).text, /\n1 cannot be read/);
  raw.blobs.delete('requests/2026-11-04/0');
  const kept = await say('delete', undelivered);
  assert.equal(kept.code, 1);
  assert.match(kept.text, /has not reached the provider/);
  assert.equal((await say('delete', undelivered, '--force')).code, 0);
  assert.equal((await say('delete', delivered)).code, 0);
  const words = [...raw.blobs.values()].join('\n');
  assert.ok(!words.includes(required.email) && words.includes('else@pd.example'));
  assert.equal((await say('export', other)).code, 0);
  assert.deepEqual(raw.keys('queue/'), []);
});

test('a request that cannot be read is listed, exported and deleted under its key', async () => {
  const { state, clock, say, ask, raw, context } = setUp();
  await ask();
  const [key = ''] = raw.keys('requests/');
  raw.blobs.set(key, '{"half": "a rec');
  state.isOn = true;
  clock.time += 10 * minute;
  await redeliver(context, noBeat);
  assert.match((await say()).text, new RegExp(`^${key}  cannot be read`));
  assert.equal((await say('export', key)).text, '{"half": "a rec');
  assert.equal((await say('delete', key)).code, 0);
  assert.equal((await say()).text, 'Nothing is pending.');
  clock.time += 7 * day;
  await redeliver(context, noBeat);
  assert.equal(state.mails.filter(({ subject }) => subject.includes('cannot be read')).length, 1);
  assert.equal((await say('delete', key)).code, 1);
});

test('the drill: a store that was lost is put back from its export; nothing is mailed twice, nothing is forgotten', async () => {
  const { state, clock, say, ask, catchUp, raw, files, context } = setUp();
  state.isOn = true;
  for (const issue of ['one', 'two']) await ask({ issue });
  await catchUp();
  state.isOn = false;
  const waiting = await ask({ issue: 'three' });
  const before = new Map(raw.blobs);
  // An item of the queue is done while the store is read.
  raw.blobs.set('queue/2026-11-04T1200/0/provider/00/2026-11-04T1202', '{}');
  const { get } = raw;
  raw.get = (key) => (key.includes('/0/provider/') ? Promise.resolve(null) : get.call(raw, key));
  const copy = (await say('export', '--all')).text;
  raw.get = get;
  assert.equal(copy.split('\n').length, before.size);
  // As npm writes it where its output goes into a file.
  files.set('all.jsonl', `\n> tta@1.0.0 requests\n> node requests.ts export --all\n\n${copy}\n`);
  raw.blobs.clear();
  assert.equal((await say()).text, 'Nothing is pending.');
  const done = await say('import', 'all.jsonl');
  assert.equal(done.code, 0);
  assert.match(done.text, new RegExp(`^${before.size} put back, 0 there already, 0 not written`));
  assert.deepEqual(new Map(raw.blobs), before);
  assert.match((await say('import', 'all.jsonl')).text, /^0 put back/);
  state.isOn = true;
  const mailed = state.mails.length;
  clock.time += 20 * minute;
  await redeliver(context, noBeat);
  assert.deepEqual(
    state.mails.slice(mailed).map((mail) => toOf(mail)),
    [provider, required.email],
  );
  assert.ok(state.mails.slice(mailed).every(({ subject }) => subject.includes(waiting)));
  assert.equal(new Set(state.mails.map(({ messageId }) => messageId)).size, state.mails.length);
  // A run that falls between the writes finds nothing to tidy away.
  raw.blobs.clear();
  state.isOn = false;
  clock.time += 2 * 60 * minute;
  files.set('late.jsonl', [...before].map(([key, text]) => JSON.stringify({ key, text })).join('\n'));
  const set = raw.set.bind(raw);
  raw.set = async (...given) => {
    if (given[0].startsWith('requests/')) await redeliver(context, noBeat);
    return set(...given);
  };
  assert.equal((await say('import', 'late.jsonl')).code, 0);
  assert.match((await say()).text, new RegExp(`^${waiting}`));
  for (const other of [
    '{"reference":"TA-2222-2222"}',
    copy.slice(0, -9),
    Buffer.from(copy, 'utf16le').toString(),
    '',
  ]) {
    files.set('other.json', other);
    assert.equal((await say('import', 'other.json')).code, 2);
  }
});
