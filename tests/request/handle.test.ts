/** The function as a pure step from Request to Response. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { confirm } from '../../netlify/request/confirm.ts';
import { handle } from '../../netlify/request/handle.ts';
import { fillPage } from '../../netlify/request/page.ts';
import { styleHashes } from '../../src/lib/style-hashes.ts';
import { maximumBody } from '../../netlify/request/parse.ts';
import { site } from '../../netlify/site.ts';
import { emailMax, textMax } from '../../src/request/messages.ts';
import {
  formBody,
  formPost,
  full,
  jsonPost,
  makeWorld,
  MemoryStore,
  origin,
  required,
  settings,
  toOf,
  topicTitle,
} from './support/world.ts';

const send = { ...required, step: 'send' };
const html = async (response: Response) => ({ status: response.status, text: await response.text() });
const json = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
});

test('the pieces of the page, joined unfilled, are the page that Astro built', () => {
  const built = readFileSync(new URL('../../dist/technical-assistance/request/index.html', import.meta.url), 'utf8');
  // An unfilled field is written value="", an unfilled text begins with the line feed that HTML drops.
  const joined = fillPage(site.form.page, { show: new Set(['first-page']) })
    .replaceAll(' value=""', '')
    .replaceAll('>\n</textarea>', '></textarea>')
    // What is folded on the page is open on the one that comes back.
    .replaceAll(/(<details class="more-questions[^"]*") open/g, '$1');
  assert.equal(joined, built.replaceAll(' value=""', ''));
});

test('a good form is stored, mailed and answered with 303 to the confirmation', async () => {
  const world = makeWorld();
  const response = await handle(formPost(send), world.context);
  await world.catchUp();
  assert.equal(response.status, 303);
  assert.match(
    response.headers.get('location') ?? '',
    /^\/technical-assistance\/request\/received\/\?reference=TA-[2-9A-Z]{4}-[2-9A-Z]{4}$/,
  );
  assert.deepEqual(world.mails.map(toOf), ['provider@tta.example', required.email]);
});

test('form and JSON give the same record', async () => {
  const [a, b] = [new MemoryStore(), new MemoryStore()];
  await handle(formPost({ ...full, step: 'send' }), makeWorld({ raw: a }).context);
  await handle(jsonPost(full), makeWorld({ raw: b }).context);
  const answers = (store: MemoryStore) =>
    (
      JSON.parse(store.blobs.get([...store.blobs.keys()].find((key) => key.startsWith('requests/')) ?? '') ?? '') as {
        answers: object;
      }
    ).answers;
  assert.deepEqual(answers(a), answers(b));
  assert.deepEqual(Object.keys(answers(a)).sort(), Object.keys(full).sort());
});

test('the first step shows the answers, all of them, and keeps nothing', async () => {
  const raw = new MemoryStore();
  const world = makeWorld({ raw });
  const { status, text } = await html(await handle(formPost({ ...full, step: 'check' }), world.context));
  assert.equal(status, 200);
  assert.equal(raw.blobs.size + world.mails.length, 0);
  assert.match(text, /<h1>Check your answers<\/h1>/);
  assert.match(text, /<title>Check your answers: /);
  assert.match(text, /id="check"[^>]*data-part="check">/);
  // Every question is answered but for the one that only an older copy of the form asks.
  assert.doesNotMatch(text.replace(/<script[^]*?<\/script>/g, ''), /left-out|There is a problem|was not sent/);
  assert.match(text, /data-fill="answer:outcome">A plan by June &amp; training for &lt;all&gt; officers</);
  assert.match(
    text,
    new RegExp(
      `data-fill="answer:topics">${topicTitle('gun-violence')}; ${topicTitle('place-based-policing')}; Something else<`,
    ),
  );
  // The form below carries every answer on.
  assert.match(text, /<option value="TX" selected>/);
  assert.match(text, /value="gun-violence" checked>/);
  assert.match(text, /name="about"[^>]* value="topics\/gun-violence" checked>/);
});

test('an invalid form comes back with 422, filled in, each problem said twice and marked', async () => {
  const { status, text } = await html(
    await handle(formPost({ ...send, email: 'jane@', state: '', tried: 'kept <b>' }), makeWorld().context),
  );
  assert.equal(status, 422);
  assert.match(text, /<title>Error: Ask for help/);
  assert.match(text, /id="problems"[^>]*data-part="problems">/);
  const message = '“jane@” is not a whole email address. Write one address, such as name@agency.gov.';
  assert.equal(text.split(message).length, 3);
  assert.match(
    text,
    /id="f-email"[^>]* aria-invalid="true" aria-describedby="f-email-hint f-email-error"[^>]* value="jane@"/,
  );
  assert.doesNotMatch(text, /id="f-name"[^>]*(aria-invalid|describedby)/);
  assert.match(text, /<textarea [^>]*id="f-tried"[^>]*>\nkept &lt;b&gt;<\/textarea>/);
});

test('limits stand at their edge, and a line end counts once however it is sent', async () => {
  const status = async (answers: object) =>
    (await handle(jsonPost({ ...required, ...answers }), makeWorld().context)).status;
  assert.equal(await status({ issue: 'x'.repeat(textMax) }), 200);
  assert.equal(await status({ issue: 'x'.repeat(textMax + 1) }), 422);
  assert.equal(await status({ issue: `${'x'.repeat(textMax - 2)}\r\ny` }), 200);
  assert.equal(await status({ email: `${'a'.repeat(emailMax - 6)}@bc.de` }), 200);
  assert.equal(await status({ email: `${'a'.repeat(emailMax - 5)}@bc.de` }), 422);
  const body = async (answers: object) =>
    (await json(await handle(jsonPost({ ...required, ...answers }), makeWorld().context))).body;
  assert.deepEqual(await body({ issue: 'x'.repeat(2340) }), {
    status: 'invalid',
    problems: [
      { field: 'issue', message: '“What is happening?” has 2,340 characters; 2,000 are allowed. Take out 340.' },
    ],
  });
});

test('rules over several answers', async () => {
  const fields = async (answers: object) => {
    const { body } = await json(await handle(jsonPost({ ...required, ...answers }), makeWorld().context));
    return ((body['problems'] ?? []) as { field: string }[]).map(({ field }) => field);
  };
  assert.deepEqual(await fields({ topics: [] }), ['topics']);
  assert.deepEqual(await fields({ topics: undefined, otherTopic: 'Drones' }), []);
  assert.deepEqual(await fields({ asker: 'expert' }), ['siteContactName', 'siteContactEmail']);
  assert.deepEqual(await fields({ topics: ['gun-violence', 'gun-violence'] }), ['topics']);
  assert.deepEqual(await fields({ name: ['a', 'b'], foo: { a: 1 } }), [undefined, 'name']);
});

test('an answer that is not offered is told what was found', async () => {
  const { body } = await json(await handle(jsonPost({ ...required, state: 'ZZ', depth: 7 }), makeWorld().context));
  assert.deepEqual(body['problems'], [
    {
      field: 'state',
      message: '“ZZ” is not one of the answers offered for “State or territory”. Choose one from the list.',
    },
    {
      field: 'depth',
      message: 'What was sent is not one of the answers offered for “How much help?”. Choose one from the list.',
    },
  ]);
});

test('both store and mail down: nothing was sent, every answer is there, and a mail draft carries them', async () => {
  const raw = new MemoryStore();
  const down = () => Promise.reject(Object.assign(new Error('jane'), { code: 'ECONNREFUSED' }));
  raw.set = raw.get = down;
  const world = makeWorld({ raw, mailer: { send: down } });
  // One answer of an older copy of the form among them.
  const { status, text } = await html(
    await handle(formPost({ ...full, rankBand: 'Lieutenant', step: 'send' }), world.context),
  );
  assert.equal(status, 503);
  assert.match(text, /id="failed"[^>]*data-part="failed">/);
  assert.match(text, /so nothing was sent/);
  const link = new URL((/data-href="mailto" href="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&'));
  assert.equal(link.pathname, 'provider@tta.example');
  for (const answer of [
    full.name,
    full.issue,
    full.outcome,
    full.neededWhy,
    'Ghost guns',
    'rankBand: Lieutenant',
    `${topicTitle('gun-violence')}; ${topicTitle('place-based-policing')}; Something else`,
  ])
    assert.ok(link.searchParams.get('body')?.includes(answer.replaceAll('\n', '\r\n')), answer);
  assert.match(text, /<textarea [^>]*id="f-tried"[^>]*>\nDirected patrol\.\nA tip line\.<\/textarea>/);
});

test('a deploy that is not connected says so and keeps nothing; so does a preview', async () => {
  for (const [given, words] of [
    [{ PROVIDER_EMAIL: 'a@b.co, c@d' }, /not connected to anyone/],
    [{}, /preview/],
  ] as const) {
    const raw = new MemoryStore();
    const isPreview = Object.keys(given).length === 0;
    const world = makeWorld({
      raw,
      settings: { ...settings(given), ...(isPreview ? { mode: 'silent' as const } : {}) },
    });
    const { status, body } = await json(await handle(jsonPost(required), world.context));
    assert.equal(status, 503);
    assert.match(String(body['message']), words);
    assert.equal(raw.blobs.size + world.mails.length, 0);
    if (!isPreview)
      assert.deepEqual(world.logs.find(({ event }) => event === 'not-ready')?.settings, ['PROVIDER_EMAIL']);
    assert.equal((await handle(jsonPost({}), world.context)).status, 422);
  }
});

test('methods, content types, sizes and origins', async () => {
  const { context } = makeWorld();
  const url = `${origin}/api/ta-request`;
  const type = 'application/x-www-form-urlencoded';
  const status = async (init: RequestInit) => (await handle(new Request(url, init), context)).status;
  assert.equal(await status({}), 303);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) assert.equal(await status({ method }), 405);
  assert.equal(await status({ method: 'POST' }), 415);
  for (const wrong of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'application/jsonx'])
    assert.equal(await status({ method: 'POST', headers: { 'content-type': wrong }, body: 'x' }), 415);
  assert.equal(await status({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }), 400);
  assert.equal(
    await status({ method: 'POST', headers: { 'content-type': type }, body: 'x'.repeat(maximumBody + 1) }),
    413,
  );
  const stream = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)) });
  assert.equal(
    await status({ method: 'POST', headers: { 'content-type': type }, body: stream, duplex: 'half' } as RequestInit),
    413,
  );

  const from = async (headers: Record<string, string>) =>
    status({ method: 'POST', headers: { 'content-type': type, ...headers }, body: formBody(send) });
  assert.equal(await from({ 'sec-fetch-site': 'cross-site', origin }), 403);
  assert.equal(await from({ 'sec-fetch-site': 'same-site' }), 403);
  assert.equal(await from({ origin: 'https://evil.example' }), 403);
  assert.equal(await from({ origin: 'null', 'sec-fetch-site': 'same-origin' }), 303);
  assert.equal(await from({ origin }), 303);
});

test('who came from elsewhere, or wrote far too much, gets every answer back', async () => {
  const { context } = makeWorld();
  const foreign = await html(await handle(formPost(send, { 'sec-fetch-site': 'cross-site' }), context));
  assert.equal(foreign.status, 403);
  assert.match(foreign.text, /Look through the answers below/);
  assert.match(foreign.text, /id="f-name"[^>]* value="Jane Doe"/);
  assert.match(foreign.text, /<option value="TX" selected>/);
  // What no page of ours wrote into the hidden field hinders nobody.
  for (const unasked of ['x', 'null', '{"a":{"toString":1}}'])
    assert.equal(
      (await handle(formPost({ ...send, unasked }, { 'sec-fetch-site': 'cross-site' }), context)).status,
      403,
    );
  const report = 'A whole report. '.repeat(20_000);
  const long = await html(await handle(formPost({ ...send, tried: report }), context));
  assert.equal(long.status, 422);
  assert.ok(long.text.includes('has 319,999 characters; 2,000 are allowed'));
  assert.ok(long.text.includes(report.trim()));
  const huge = await html(await handle(formPost({ ...send, tried: 'x'.repeat(maximumBody) }), context));
  assert.equal(huge.status, 413);
  assert.match(huge.text, /Your answers are still on the page before this one/);
});

test('a typo in an optional setting closes nothing', async () => {
  for (const wrong of [
    { HEARTBEAT_URL: 'http://x' },
    { CANARY_EMAIL: 'x' },
    { ALARM_EMAIL: 'x' },
    { RETENTION_DAYS: 'x' },
  ] as Record<string, string>[]) {
    const world = makeWorld({ settings: settings(wrong) });
    assert.equal((await handle(jsonPost(required), world.context)).status, 200);
    assert.equal(world.mails.length, 1);
  }
});

test('where the form cannot send, the address to write to is the one that was set', async () => {
  const world = makeWorld({ settings: settings({ SMTP_URL: '' }) });
  const context = { ...world.context, site: { ...site, contact: 'help@tta.example' } };
  const { body } = await json(await handle(jsonPost(required), context));
  assert.match(String(body['mailto']), /^mailto:help@tta\.example\?subject=/);
  assert.equal(typeof site.contact, 'string');
});

test('what is not known to come from our form is delivered, tagged, and not acknowledged', async () => {
  const world = makeWorld();
  await handle(formPost({ ...send, homepage: 'x' }, { 'sec-fetch-site': '' }), world.context);
  await world.catchUp();
  assert.equal(world.mails.length, 1);
  assert.match(world.mails[0]?.subject ?? '', /possible spam/);
  assert.match(
    world.mails[0]?.text ?? '',
    /a field that no person sees was filled in; Possible spam: not known to come from/,
  );
});

test('without script, what the link carried is taken from the referrer and shown', async () => {
  const referer = `${origin}/technical-assistance/request/?about=topics/drugs&topic=drugs&topic=nope&type=webinars&expert=hildy-saizow&issue=shot+spotter`;
  const post = (answers: Record<string, string | string[]>) =>
    handle(formPost({ ...answers, step: 'check' }, { referer }), makeWorld().context);
  const empty = await (await post({ ...required, topics: [], issue: '' })).text();
  assert.match(empty, /answer:about">Drugs</);
  assert.match(empty, /answer:topics">Drugs</);
  assert.match(empty, /answer:kind">Webinars</);
  assert.match(empty, /answer:issue">shot spotter</);
  assert.match(empty, /answer:expert">Hildy Saizow</);
  // What the person chose stands.
  assert.match(
    await (await post({ ...required, topics: ['gun-violence'] })).text(),
    new RegExp(`answer:topics">${topicTitle('gun-violence')}<`),
  );
  const foreign = await (
    await handle(
      formPost({ ...required, step: 'check' }, { referer: 'https://evil.example/?about=topics/drugs' }),
      makeWorld().context,
    )
  ).text();
  assert.doesNotMatch(foreign.replace(/<script[^]*?<\/script>/g, ''), /answer:about/);
});

test('every answer of the functions carries its headers', async () => {
  const { context } = makeWorld();
  const key = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const down = makeWorld({ settings: settings({ SMTP_URL: '' }) }).context;
  const confirmation = (init: RequestInit = {}, query = '?reference=TA-2222-2222') =>
    confirm(new Request(`${origin}/technical-assistance/request/received/${query}`, init), context);
  const answers: [number, Response][] = [
    [303, await handle(formPost({ ...send, key }), context)],
    [409, await handle(formPost({ ...send, key, issue: 'Other' }), context)],
    [422, await handle(formPost({ ...send, name: '' }), context)],
    [200, await handle(formPost({ ...send, step: 'check' }), context)],
    [503, await handle(formPost(send), down)],
    [413, await handle(formPost({ ...send, tried: 'x'.repeat(maximumBody) }), context)],
    [422, await handle(jsonPost({}), context)],
    [303, await handle(new Request(`${origin}/api/ta-request`), context)],
    [405, await handle(new Request(`${origin}/api/ta-request`, { method: 'PUT' }), context)],
    [404, await confirmation()],
    [404, await confirmation({ method: 'HEAD' })],
    [303, await confirmation({}, '')],
    [405, await confirmation({ method: 'POST' })],
    [405, await confirmation({ method: 'DELETE' })],
  ];
  for (const [status, response] of answers) {
    assert.equal(response.status, status);
    if (status === 405) assert.match(response.headers.get('allow') ?? '', /^GET, HEAD/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.match(
      response.headers.get('content-security-policy') ?? '',
      /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
    );
    // Its own sheets, and no other style.
    const html = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : '';
    const hashes = (await styleHashes([html])).map((hash) => `'${hash}'`);
    if (html && response.status !== 404) assert.ok(hashes.length > 0);
    assert.ok(
      response.headers.get('content-security-policy')?.includes(`; style-src ${hashes.join(' ') || "'none'"};`),
      `${status}`,
    );
    // Not no-referrer: a form posted without script would arrive with the origin “null”.
    assert.equal(response.headers.get('referrer-policy'), 'strict-origin-when-cross-origin');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  }
});

test('what is refused is in the log', async () => {
  const world = makeWorld();
  await handle(new Request(`${origin}/api/ta-request`, { method: 'DELETE' }), world.context);
  await handle(jsonPost({ ...required, unknown: { name: 'jane' } }), world.context);
  await handle(jsonPost({ ...required, name: '' }), world.context); // a slip is no refusal
  assert.deepEqual(
    world.logs.map(({ event, code }) => `${event} ${code}`),
    ['refused 405', 'refused 422'],
  );
});

test('a name that stands twice in JSON is refused, as it is in a form', async () => {
  const post = async (body: string) =>
    (
      await handle(
        new Request(`${origin}/api/ta-request`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }),
        makeWorld().context,
      )
    ).status;
  const good = JSON.stringify({ ...required, tried: 'a "b": {c} \\" [d]:' });
  assert.equal(await post(good), 200);
  assert.equal(await post(good.replace('{', '{"email":"other@pd.example",')), 400);
  assert.equal(await post(good.replace('{', '{ "\\u0065mail" : "other@pd.example",')), 400);
});

test('a fault of ours is told as one, and the answers stay', async () => {
  const world = makeWorld();
  const breaking = (context: typeof world.context) => html2(handle(formPost(send), context));
  const html2 = async (response: Promise<Response>) => html(await response);
  const early = await breaking({
    ...world.context,
    site: {
      ...site,
      get schema(): never {
        throw new TypeError('jane');
      },
    },
  });
  assert.equal(early.status, 500);
  assert.match(early.text, /Something went wrong on this site, so nothing was sent/);
  // Past that, nobody knows.
  const late = await breaking({
    ...world.context,
    now: () => {
      throw new TypeError('jane');
    },
  });
  assert.equal(late.status, 500);
  assert.match(late.text, /so we cannot tell whether it arrived/);
  for (const { text } of [early, late]) assert.match(text, /id="f-name"[^>]* value="Jane Doe"/);
  assert.ok(!JSON.stringify(world.logs).includes('jane'));
});
