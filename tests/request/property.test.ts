/**
 * Nothing let in: at least 5,000 inputs made by fast-check. here twice 3,000; RUNS=… makes more; the seed of a failing run is printed.
 * Never a fault of ours, never an unasked recipient, never unescaped text, never a word of it in the log.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { simpleParser } from 'mailparser';
import { handle } from '../../netlify/request/handle.ts';
import { fillPage } from '../../netlify/request/page.ts';
import { maximumBody } from '../../netlify/request/parse.ts';
import type { Mail } from '../../netlify/mail/mail.ts';
import { optionsOf } from '../../netlify/mail/send.ts';
import { site } from '../../netlify/site.ts';
import { formBody, full, makeWorld, origin, provider, required, toOf } from './support/world.ts';

const runs = Number(process.env['RUNS'] ?? 3000);

/** Stands in every text, so that a leak can be seen. */
const mark = 'Zq7Xw';
/** A tag that only a lack of escaping could bring into a page or a mail. */
const tag = '<x-evil>';

const nasty = fc.constantFrom(
  `\r\nBcc: evil@evil.example\r\n`,
  `%0d%0aBcc:%20evil@evil.example`,
  `\u2028Bcc: evil@evil.example`,
  `a@b.co, evil@evil.example`,
  `Bob <evil@evil.example>`,
  `"evil@evil.example" x`,
  tag,
  `"><script>${mark}()</script>`,
  `' onfocus=${mark}() x='`,
  `</textarea>${tag}`,
  `&lt;${mark}&gt;`,
  `%253Cx-evil%253E`,
  `\\u003cx-evil\\u003e`,
  `=HYPERLINK("http://evil.example")`,
  `{{${mark}}}`,
  `\${${mark}}`,
  '\u0000',
  '\ud800',
  '\u202eevil',
  '\ufeff',
  '👮‍♀️'.repeat(300),
  'ﷺ'.repeat(700),
  `${'a'.repeat(2001)}`,
  'Z̷̡̛͖̺'.repeat(200),
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'file:///etc/passwd',
);
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(nasty, fc.string({ unit: 'binary', maxLength: 60 })).map(([a, b]) => `${mark}${a}${b}`),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }).map((some) => mark + some) },
  { weight: 1, arbitrary: nasty },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3000 }) },
);
const names = [...site.fields.map(({ name }) => name as string), 'key', 'seconds', 'homepage', 'step', 'topics'];
const oddNames = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'name[]',
  'topics[0]',
  'name.first',
  tag,
  'to',
  'bcc',
);
const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: oddNames },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
/** Values that a field offers, so that many inputs get through. */
const offered = fc.constantFrom(
  ...site.fields.flatMap(({ options = [] }) => options.map(({ value }) => value)),
  'send',
  'check',
);
const jsonValue = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 2, arbitrary: offered },
  { weight: 1, arbitrary: fc.array(fc.oneof(text, offered), { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

const emails = fc.oneof(
  { weight: 3, arbitrary: fc.constant(required.email) },
  { weight: 1, arbitrary: text },
  { weight: 1, arbitrary: fc.emailAddress() },
);
/** Good answers, some of them made bad. */
const answers = <T>(value: fc.Arbitrary<T>) =>
  fc
    .tuple(
      fc.constantFrom(required, full),
      emails,
      fc.array(fc.tuple(name, value), { maxLength: 5 }),
      fc.constantFrom('send', 'send', 'check'),
    )
    .map(([base, email, changes, step]) => [
      ...Object.entries({ ...base, email, step }).filter(([field]) => !changes.some(([changed]) => changed === field)),
      ...changes,
    ]);
/** Texts in the places where any text is welcome: nearly all of these are good. */
const goodTexts = fc
  .tuple(
    fc.record({
      name: text,
      agency: text,
      issue: text,
      tried: text,
      outcome: text,
      otherTopic: text,
      neededWhy: text,
      role: text,
      hours: text,
    }),
    fc.constantFrom('send', 'send', 'send', 'check'),
  )
  .map(([texts, step]) =>
    Object.entries({
      ...full,
      ...Object.fromEntries(Object.entries(texts).map(([field, some]) => [field, `${mark}${some.slice(0, 80)}`])),
      step,
    }),
  );

const typeHeader = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-8',
  'application/json',
  'Application/JSON;charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
);
const someHeaders = fc.record(
  {
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'same-site', 'none', 'x'),
    origin: fc.constantFrom(origin, 'null', 'https://evil.example', 'x'),
    referer: fc.oneof(
      fc.constantFrom(
        'x',
        'https://evil.example/?about=topics/drugs',
        `${origin}/?about=__proto__&topic=drugs&type=webinars&expert=constructor`,
      ),
      fc.webUrl(),
    ),
    accept: fc.constantFrom('text/html', 'application/json'),
    'content-length': fc.constantFrom('-1', '99999999', 'x', '0'),
  },
  { requiredKeys: [] },
);

interface Input {
  method: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
}

const encode = (list: readonly (readonly [string, unknown])[]): string => {
  const body = new URLSearchParams();
  for (const [field, value] of list) for (const item of [value].flat()) body.append(field, String(item));
  return body.toString();
};
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
const post = (headers: Record<string, string>, body: Input['body']): Input => ({ method: 'POST', headers, body });

const likely: fc.Arbitrary<Input> = fc.oneof(
  { weight: 3, arbitrary: goodTexts.map((list) => post(form, encode(list))) },
  { weight: 2, arbitrary: answers(text).map((list) => post(form, encode(list))) },
  { weight: 2, arbitrary: answers(jsonValue).map((list) => post(json, JSON.stringify(Object.fromEntries(list)))) },
  {
    weight: 1,
    arbitrary: answers(jsonValue).map((list) =>
      post(
        json,
        `{${list.map(([field, value]) => `${JSON.stringify(field)}:${JSON.stringify(value) ?? 'null'}`).join(',')}}`,
      ),
    ),
  },
);
const small: fc.Arbitrary<Input> = fc
  .record({
    method: fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH'),
    type: typeHeader,
    more: someHeaders,
    body: fc.oneof(
      text,
      fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes)),
      fc.json(),
      answers(text).map(encode),
    ),
  })
  .map(({ method, type, more, body }) => ({
    method,
    headers: {
      ...(Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >),
      ...(type ? { 'content-type': type } : {}),
    },
    body,
  }));
/** What bodies of every shape cost is tried in cost.test.ts; here a few stand for them. */
const large: fc.Arbitrary<Input> = fc
  .tuple(
    fc.constantFrom(form, json),
    fc.constantFrom(maximumBody - 1, maximumBody, maximumBody + 1, 300_000),
    fc.constantFrom('x', 'topics=drugs&', '[', '%', '"'),
  )
  .map(([headers, size, filler]) => post(headers, filler.repeat(Math.ceil(size / filler.length)).slice(0, size)));
const unlikely = fc.oneof({ weight: 19, arbitrary: small }, { weight: 1, arbitrary: large });

const toRequest = ({ method, headers, body }: Input): Request | undefined => {
  try {
    const hasBody = method !== 'GET' && method !== 'HEAD';
    return new Request(`${origin}/api/ta-request`, { method, headers, ...(hasBody ? { body } : {}) });
  } catch {
    return undefined; // no browser and no server could have made it
  }
};

const allowed = new Set([200, 303, 400, 403, 405, 409, 413, 415, 422]);
const anglesIn = (page: string) => page.split('<').length;
/** The parts that an answer shows; those that wait for the script are no part of it. */
const shownIn = (page: string): Set<string> =>
  new Set(
    [...page.replace(/<script type="text\/html"[^]*?<\/script>/, '').matchAll(/ data-part="([^"]+)"/g)].map(
      ([, name = '']) => name,
    ),
  );
/** Of the page with nothing filled in, by the parts that it shows: a few stand for thousands of answers. */
const angles = new Map<string, number>();
const anglesWith = (show: Set<string>): number => {
  const key = [...show].join();
  const known = angles.get(key) ?? anglesIn(fillPage(site.form.page, { show }));
  angles.set(key, known);
  return known;
};
const mimeHeaders = new Set([
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
  'auto-submitted',
  'content-transfer-encoding',
]);
const stream = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

const checkMail = async (mail: Mail, isSample: boolean): Promise<void> => {
  assert.ok(!mail.html?.includes(tag) && !mail.html?.includes('<script'), 'unescaped text in the mail');
  if (!isSample) return;
  const info = await stream.sendMail(optionsOf(mail));
  const parsed = await simpleParser(info.message as Buffer);
  const named = [parsed.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
  assert.deepEqual([named, info.envelope.to], [mail.to, mail.to]);
  for (const header of parsed.headers.keys()) assert.ok(mimeHeaders.has(header), `a header came in: ${header}`);
  const reply = parsed.replyTo?.value ?? [];
  assert.deepEqual(
    reply.map(({ address }) => address),
    [mail.replyTo?.address],
  );
  assert.ok(!/[\r\n]/.test(mail.subject + (mail.replyTo?.name ?? '')));
};

const counts = { inputs: 0, accepted: 0, mails: 0, parsed: 0 };

const holds = async (input: Input): Promise<void> => {
  const request = toRequest(input);
  fc.pre(request !== undefined);
  const { context, mails, logs, catchUp } = makeWorld();
  const response = await handle(request, context);
  await catchUp();
  counts.inputs += 1;
  assert.ok(allowed.has(response.status), `status ${response.status}`);

  const body = await response.text();
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (isPage) assert.equal(anglesIn(body), anglesWith(shownIn(body)), 'markup came into the page');
  if (response.headers.get('content-type')?.startsWith('application/json')) JSON.parse(body);
  const location = response.headers.get('location');
  assert.match(
    location ?? '/',
    /^\/(?:technical-assistance\/request\/(?:received\/\?reference=TA-[\dA-Z]{4}-[\dA-Z]{4})?)?$/,
  );

  const isAccepted = mails.length > 0;
  if (isAccepted) counts.accepted += 1;
  assert.equal(isAccepted, location?.includes('reference=') === true || /^\{"status":"received"/.test(body));
  const [toProvider, toRequester, ...others] = mails;
  assert.deepEqual(others, []);
  if (toProvider) assert.equal(toOf(toProvider), provider);
  if (toRequester) {
    assert.equal(toOf(toRequester), toProvider?.replyTo?.address);
    assert.ok(!JSON.stringify({ ...toRequester, to: '' }).includes(mark), 'the acknowledgement holds what was typed');
  }
  for (const mail of mails) {
    counts.mails += 1;
    const isSample = counts.mails % 5 === 0;
    if (isSample) counts.parsed += 1;
    await checkMail(mail, isSample);
  }
  assert.ok(!JSON.stringify(logs).includes(mark), 'typed text in the log');
};

test(`${runs} likely inputs: good ones, and good ones made bad`, () =>
  fc.assert(fc.asyncProperty(likely, holds), { numRuns: runs }));
test(`${runs} unlikely inputs: wrong methods, types, sizes, origins and bytes`, () =>
  fc.assert(fc.asyncProperty(unlikely, holds), { numRuns: runs }));

test('enough got in for this to mean something', () => {
  console.log(counts);
  assert.ok(counts.inputs >= runs * 2 * 0.99);
  assert.ok(counts.accepted > runs / 10);
  assert.ok(counts.parsed > runs / 50);
});

test('prototypes stay as they are', async () => {
  const { context } = makeWorld();
  for (const body of [
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    JSON.stringify(required).replace('{', '{"__proto__":{"polluted":1},'),
  ]) {
    const response = await handle(
      new Request(`${origin}/api/ta-request`, { method: 'POST', headers: json, body }),
      context,
    );
    assert.equal(response.status, 422);
  }
  const response = await handle(
    new Request(`${origin}/api/ta-request`, {
      method: 'POST',
      headers: form,
      body: `${formBody({ ...required, step: 'send' }).toString()}&__proto__=1`,
    }),
    context,
  );
  assert.equal(response.status, 422);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});
