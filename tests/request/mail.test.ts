/** The messages as a real SMTP server gets them, parsed as a mail program would. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, mock, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { handle } from '../../netlify/request/handle.ts';
import { redeliver } from '../../netlify/mail/redeliver.ts';
import { smtpMailer } from '../../netlify/mail/send.ts';
import type { Mail } from '../../netlify/mail/mail.ts';
import { canary } from '../../netlify/request/canary.ts';
import { site } from '../../netlify/site.ts';
import {
  formPost,
  full,
  jsonPost,
  makeWorld,
  MemoryStore,
  noBeat,
  provider,
  required,
  settings,
  topicTitle,
  type World,
} from './support/world.ts';
import { startMailServer, type MailServer } from './support/smtp.ts';

let server: MailServer;
before(async () => {
  server = await startMailServer();
});
after(() => server.stop());

const world = (): World => {
  server.received.length = 0;
  server.behave('take');
  return makeWorld({
    mailer: smtpMailer({ host: '127.0.0.1', port: server.port, secure: false, requireTLS: false }),
    timeout: 5000,
  });
};

const submit = async (answers: Parameters<typeof formPost>[0], { context, catchUp }: World) => {
  const response = await handle(formPost({ ...answers, step: 'send' }), context);
  await catchUp();
  return new URL(response.headers.get('location') ?? '', 'https://x').searchParams.get('reference') ?? '';
};

const guns = topicTitle('gun-violence');
const places = topicTitle('place-based-policing');

test('the provider reads at a glance what to do', async () => {
  const reference = await submit(full, world());
  const [{ mail, recipients } = assert.fail()] = server.received;
  assert.deepEqual(recipients, [provider]);
  assert.equal(
    mail.subject,
    `[${reference}] TX | grantee | ${guns}, ${places} | within two weeks | SME: Michael D. White`,
  );
  assert.deepEqual(mail.replyTo?.value, [{ name: 'Jane Doe', address: full.email }]);
  const lines = (mail.text ?? '').split('\n');
  assert.equal(lines[0], 'Issue: Shots fired calls doubled since June.'); // what a telephone shows beside the subject
  assert.deepEqual(
    lines.slice(0, 8).map((line) => line.split(':')[0]),
    ['Issue', 'Who', 'Answer to', 'SPI status', 'Wants', 'By when', 'Could help', 'Look out'],
  );
  assert.equal(lines[8], '');
  for (const { name, short } of site.fields) {
    assert.match(mail.text ?? '', new RegExp(`^${short}:`, 'm'), name);
    assert.ok(String(mail.html).includes(`>${short}</th>`), name);
  }
  assert.match(mail.text ?? '', /- Michael D\. White: named in the request/);
  assert.match(
    mail.text ?? '',
    new RegExp(
      `PROJECTS THAT WORKED ON THIS\\n\\n- .+, Texas \\(\\d+\\): ${places} and ${guns}; same state\\n {2}https://site\\.example/program-profiles/`,
      'i',
    ),
  );
  assert.match(String(mail.html), /A plan by June &amp; training for &lt;all&gt; officers/);
  assert.match(String(mail.html), /href="mailto:jane\.doe@pd\.example\?subject=%5BTA-/);
});

test('JSON and CSV are attached and hold the same answers', async () => {
  const reference = await submit({ ...full, outcome: '=HYPERLINK("x")' }, world());
  const [{ mail } = assert.fail()] = server.received;
  const [json, csv] = mail.attachments;
  assert.deepEqual([json?.filename, csv?.filename], [`${reference}.json`, `${reference}.csv`]);
  assert.deepEqual((JSON.parse(json?.content.toString() ?? '') as { answers: object }).answers, {
    ...full,
    outcome: '=HYPERLINK("x")',
  });
  const text = csv?.content.toString() ?? '';
  assert.ok(text.startsWith('\uFEFF')); // without it, a spreadsheet shows “NuÃ±ez”
  assert.equal(text.split('\r\n').length, 3); // the heading, the row, and the end
  assert.ok(text.includes(`"'=HYPERLINK(""x"")"`));
});

test('the acknowledgement holds fixed words and nothing that was typed', async () => {
  const text = async (answers: typeof required) => {
    const reference = await submit(answers, world());
    const { mail, recipients, raw } = server.received[1] ?? assert.fail();
    assert.deepEqual(recipients, [answers.email]);
    assert.equal(mail.replyTo?.value[0]?.address, provider);
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    assert.ok(!mail.html && mail.attachments.length === 0);
    return raw
      .replaceAll(reference, 'REF')
      .replaceAll(reference.toLowerCase(), 'REF')
      .replaceAll(answers.email, 'WHO')
      .replace(/REF\.[0-9a-f]{12}/g, 'ID');
  };
  const a = await text(required);
  const b = await text({
    ...required,
    name: 'Buy now at spam dot example',
    email: 'victim@elsewhere.example',
    agency: 'Cheap pills',
    issue: 'Click here',
  });
  assert.equal(b, a);
});

test('nothing typed becomes a header or a recipient', async () => {
  const evil = 'x\r\nBcc: evil@evil.example\r\n\r\n<b>hi</b>';
  await submit(
    {
      ...full,
      name: `Bob <evil@evil.example>, ${evil}`,
      agency: evil,
      otherTopic: evil,
      neededWhy: evil,
      topics: ['other'],
    },
    world(),
  );
  const [{ mail, recipients } = assert.fail()] = server.received;
  assert.deepEqual(recipients, [provider]);
  assert.equal(mail.bcc, undefined);
  assert.deepEqual(
    mail.replyTo?.value.map(({ address }) => address),
    [full.email],
  );
  assert.deepEqual([...mail.headers.keys()].sort(), [
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'reply-to',
    'subject',
    'to',
  ]);
});

test('each fault of the server is survived, and the message comes once it is well, under the same Message-ID', async () => {
  for (const how of ['refuse for now', 'refuse for good', 'refuse the recipient', 'drop after DATA'] as const) {
    const mine = world();
    server.behave(how);
    const response = await handle(jsonPost({ ...required, issue: how }), mine.context);
    assert.equal(response.status, 200, how);
    // A busy machine may have the answer before the end of the first try.
    await mine.put.find(({ at }) => at <= mine.clock.time)?.work();
    const mails = () => server.received.filter(({ recipients }) => recipients[0] === provider);
    const already = mails().length;
    assert.equal(already, how === 'drop after DATA' ? 1 : 0);
    server.behave('take');
    mine.clock.time += 6000; // five seconds on
    await mine.catchUp();
    // What may have arrived is not hurried.
    assert.equal(mails().length, 1, how);
    mine.clock.time += 48 * 3600_000;
    await redeliver(mine.context, noBeat);
    assert.equal(mails().length, already + 1, how);
    assert.equal(new Set(mails().map(({ mail }) => mail.messageId)).size, 1);
    mine.clock.time += 48 * 3600_000;
    await redeliver(mine.context, noBeat);
    assert.equal(mails().length, already + 1, how);
  }
});

test(
  'a server that is silent behind the message keeps nobody waiting, and gets one copy',
  { timeout: 60_000 },
  async () => {
    const mine = world();
    server.behave('think');
    // The person has the answer before the mail server gives its own.
    const response = await handle(jsonPost({ ...required, issue: 'slow' }), mine.context);
    assert.equal(response.status, 200);
    server.answer();
    // What goes on after the answer.
    await mine.catchUp();
    const copies = () => server.received.filter(({ recipients }) => recipients[0] === provider).length;
    assert.equal(copies(), 1);
    for (let times = 0; times < 40; times += 1) {
      mine.clock.time += 3600_000;
      await redeliver(mine.context, noBeat);
    }
    assert.equal(copies(), 1);
    assert.equal(server.received.filter(({ recipients }) => recipients[0] === required.email).length, 1);
    assert.ok(mine.logs.some(({ event, message }) => event === 'handed-over' && message === 'provider'));
  },
);

test('without a store, a server that is silent behind the message is waited for; past that, nobody can tell', async () => {
  const { send } = smtpMailer({ host: '127.0.0.1', port: server.port, secure: false, requireTLS: false });
  server.received.length = 0;
  server.behave('think');
  const raw = new MemoryStore();
  raw.set = () => Promise.reject(new Error('down'));
  raw.get = () => Promise.reject(new Error('down'));
  const mine = makeWorld({ raw, mailer: { send: (mail: Mail) => send(mail, 25_000) } });
  // The time is up once the server has all of it, however long that takes on this machine.
  // Node 24 has it; its types do not name it yet.
  mock.timers.enable({ apis: ['AbortSignal.timeout' as 'setTimeout'] });
  server.onTaken = () => mock.timers.tick(25_000);
  try {
    const response = await handle(jsonPost(required), mine.context);
    const reply = (await response.json()) as { status: string; message: string };
    assert.equal(reply.status, 'unclear');
    assert.match(reply.message, /we cannot tell whether it arrived/);
  } finally {
    server.onTaken = () => undefined;
    mock.timers.reset();
    server.answer();
  }
});

test('what cannot be delivered comes back to whoever looks after the site, and the daily test goes the same road', async () => {
  const mine = world();
  await submit(required, mine);
  assert.equal(server.received[0]?.sender, 'alarm@tta.example');
  server.received.length = 0;
  assert.equal(await canary(mine.context), 'passed');
  const [test] = server.received;
  assert.deepEqual(test?.recipients, [provider, 'canary@tta.example']);
  assert.equal(test?.sender, 'alarm@tta.example');
});

test('a server that takes no mail under the address for bounces gets it under the sender’s', async () => {
  const mine = world();
  server.behave('refuse foreign senders');
  await submit(required, mine);
  assert.deepEqual(
    server.received.map(({ sender }) => sender),
    ['requests@tta.example', 'requests@tta.example'],
  );
});

test('what was typed is kept whole: no half characters, no encoded words, no page of 20,000 px', async () => {
  await submit(
    {
      ...required,
      name: `a${'😀'.repeat(59)}`,
      otherTopic: '=?utf-8?B?PHNjcmlwdD4=?=',
      topics: ['other'],
      issue: 'w'.repeat(2000),
    },
    world(),
  );
  const [{ mail, raw } = assert.fail()] = server.received;
  assert.ok(!`${mail.text}${String(mail.html)}${mail.replyTo?.text}`.includes('\ufffd'));
  assert.equal(mail.replyTo?.value[0]?.name, `a${'😀'.repeat(59)}`);
  assert.doesNotMatch(mail.subject ?? '', /<script>/);
  assert.match(mail.subject ?? '', /= \?utf-8\?B\?/);
  assert.match(String(mail.html), /overflow-wrap:anywhere/);
  assert.doesNotMatch(String(mail.html), /role="presentation"/);
  assert.ok(raw.split('\r\n').every((line) => line.length <= 998));
});

test('a name typed as an encoded word stays what was typed', async () => {
  await submit({ ...required, name: '=?utf-8?B?PHNjcmlwdD4=?=' }, world());
  assert.doesNotMatch(server.received[0]?.mail.replyTo?.text ?? '', /script/);
});

test('answers to questions that are asked no more are in text, HTML, table and JSON', async () => {
  const mine = world();
  await submit({ ...required, rankBand: 'Lieutenant to captain', reference: 'TA-2222-2222' }, mine);
  const [{ mail } = assert.fail()] = server.received;
  assert.match(mail.text ?? '', /NO LONGER ASKED\n\nrankBand: Lieutenant to captain/);
  assert.match(mail.text ?? '', /Look out: Sent from an older copy of the form: “rankBand” and “reference” at the end/);
  assert.match(String(mail.html), />rankBand<\/th><td [^>]*>Lieutenant to captain</);
  const [json, csv] = mail.attachments;
  assert.match(json?.content.toString() ?? '', /"rankBand": "Lieutenant to captain"/);
  const [head = '', row = ''] = csv?.content.toString().split('\r\n') ?? [];
  assert.match(head, /,rankBand \(no longer asked\),reference \(no longer asked\),remarks$/);
  assert.match(
    row,
    new RegExp(`^${/TA-\w{4}-\w{4}/.exec(mail.subject ?? '')?.[0]},.*,Lieutenant to captain,TA-2222-2222,`),
  );
});

test('an address refused for good is not written to again, and the provider is told', async () => {
  const mine = world();
  server.behave('refuse the requester');
  await handle(jsonPost(required), mine.context);
  await mine.catchUp();
  server.behave('take');
  mine.clock.time += 3600_000;
  await redeliver(mine.context, noBeat);
  assert.deepEqual(
    server.received.map(({ recipients, mail }) => `${recipients.join()} ${mail.subject?.replace(/^\[\S+ /, '')}`),
    [
      `${provider} TX | SPI status unknown | Domestic violence`,
      `${provider} The requester’s email address was refused`,
    ],
  );
  assert.ok(mine.logs.some(({ event, code }) => event === 'given-up' && code === 'EENVELOPE 550'));
});

test('a server without TLS gets nothing where TLS is demanded', async () => {
  const mine = makeWorld({
    settings: settings(),
    mailer: smtpMailer({ host: '127.0.0.1', port: server.port, secure: false, requireTLS: true }),
  });
  server.received.length = 0;
  await handle(jsonPost({ ...required, issue: 'tls' }), mine.context);
  await mine.catchUp();
  assert.equal(server.received.length, 0);
  assert.ok(mine.logs.some(({ event }) => event === 'not-sent'));
});

test('a server whose certificate nobody vouches for gets nothing, by TLS and by STARTTLS', async () => {
  for (const secure of [true, false]) {
    // smtp-server brings a certificate of its own making.
    let messages = 0;
    const forged = new SMTPServer({
      secure,
      authOptional: true,
      logger: false,
      onData: (stream, _session, done) => {
        messages += 1;
        stream.resume().on('end', () => done());
      },
    });
    forged.on('error', () => undefined);
    await new Promise<void>((resolve) => forged.listen(0, '127.0.0.1', resolve));
    const { port } = forged.server.address() as AddressInfo;
    const mine = makeWorld({ mailer: smtpMailer({ host: '127.0.0.1', port, secure, requireTLS: !secure }) });
    assert.equal((await handle(jsonPost({ ...required, issue: `forged ${secure}` }), mine.context)).status, 200);
    await mine.catchUp();
    assert.equal(messages, 0);
    assert.ok(mine.logs.some(({ event, code }) => event === 'not-sent' && /^(ESOCKET|ETLS)/.test(code ?? '')));
    await new Promise<void>((resolve) => forged.close(() => resolve()));
  }
});
