/**
 * The functions as they are deployed, in processes that are killed (kill -9) at a step of the store or of the mail server
 * drawn at random: before it, after it, or after the message was taken and before that was said. `COUNT=200 npm test --
 * faults/killed` makes a long run; SEED=… repeats one.
 */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BlobsServer } from '@netlify/blobs/server';
import { provider, required } from '../support/world.ts';
import { startMailServer, type MailServer } from '../support/smtp.ts';
import { chance } from './random.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env['COUNT'] ?? 10);
const { below, next } = chance(seed);
const minute = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
let blobs: BlobsServer;
let mail: MailServer;
let proxy: Server;
let environment: NodeJS.ProcessEnv;

/** The process that is at work, and after how many steps it is killed. */
let child: ChildProcess | undefined;
let stepsLeft = Infinity;
const step = (): void => {
  stepsLeft -= 1;
  if (stepsLeft === 0) child?.kill('SIGKILL');
};

before(async () => {
  blobs = new BlobsServer({ directory: folder, token: 'token' });
  const store = `http://127.0.0.1:${(await blobs.start()).port}`;
  mail = await startMailServer();
  mail.onTaken = step;
  // Between the functions and the store, so that each call is a step: before it is passed on, and after.
  proxy = createServer((incoming, outgoing) => {
    const pass = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
      step();
      const headers = new Headers(incoming.headers as Record<string, string>);
      headers.delete('host');
      headers.delete('connection');
      headers.delete('content-length');
      headers.delete('transfer-encoding');
      const answer = await fetch(new URL(incoming.url ?? '/', store), {
        method: incoming.method ?? 'GET',
        headers,
        ...(chunks.length > 0 ? { body: new Uint8Array(Buffer.concat(chunks)) } : {}),
      });
      step();
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
      outgoing.end(Buffer.from(await answer.arrayBuffer()));
    };
    pass().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const edgeURL = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  environment = {
    ...process.env,
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    PROVIDER_EMAIL: provider,
    MAIL_FROM: 'requests@tta.example',
    ALARM_EMAIL: 'alarm@tta.example',
    URL: 'https://site.example',
    NETLIFY_BLOBS_CONTEXT: Buffer.from(
      JSON.stringify({ edgeURL, uncachedEdgeURL: edgeURL, siteID: '0', token: 'token' }),
    ).toString('base64'),
  };
});
after(async () => {
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await blobs.stop();
  await mail.stop();
  rmSync(folder, { recursive: true, force: true });
});

const script = fileURLToPath(new URL('child.ts', import.meta.url));

/** What the function answered; undefined where it was killed before. */
const run = (task: object, dies = Infinity): Promise<{ status: string; reference?: string } | undefined> =>
  new Promise((resolve) => {
    stepsLeft = dies;
    let output = '';
    let errors = '';
    const mine = spawn(process.execPath, [script, JSON.stringify(task)], { env: environment });
    child = mine;
    mine.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    mine.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    mine.on('close', (_code, signal) => {
      stepsLeft = Infinity;
      assert.ok(signal || !/at .*\(.*:\d+:\d+\)/.test(errors), errors);
      assert.ok(!/jane|Problem/.test(output.replace(/ANSWER.*/, '')), 'no personal data in the log');
      const answer = /ANSWER \d+ (\{.*\})/.exec(output)?.[1];
      resolve(answer === undefined ? undefined : (JSON.parse(answer) as { status: string; reference?: string }));
    });
  });

test(`${count} people whose process is killed (seed ${seed})`, async (t) => {
  const people: { email: string; told: string[]; reference?: string }[] = [];
  let killed = 0;
  for (let index = 0; index < count; index += 1) {
    const email = `jane${index}@pd.example`;
    const body = JSON.stringify({ ...required, email, issue: `Problem ${index}` });
    const person: (typeof people)[number] = { email, told: [] };
    people.push(person);
    const answer = await run({ name: 'ta-request', body, ahead: 0 }, 1 + below(42));
    if (!answer) killed += 1;
    person.told.push(answer?.status ?? 'nothing');
    if (answer?.reference) person.reference = answer.reference;
    if (answer?.status !== 'received' && next() < 0.5) {
      const again = await run({ name: 'ta-request', body, ahead: minute });
      assert.equal(again?.status, 'received');
      if (again.reference) person.reference = again.reference;
      person.told.push('received');
    }
  }
  // Runs, some of them killed too; an attempt of which nobody knows the end is left alone for twelve minutes.
  let ahead = 15 * minute;
  for (let runs = 0; runs < 4 + count / 4; runs += 1, ahead += 20 * minute)
    await run({ name: 'ta-request-redeliver', ahead }, runs % 2 === 0 ? 1 + below(60) : Infinity);

  const rows = { 'told received': 0, delivered: 0, doubled: 0, acknowledged: 0 };
  for (const { email, told, reference } of people) {
    const mine = mail.received.filter(
      ({ mail: message, recipients }) =>
        recipients.includes(provider) &&
        message.replyTo?.value[0]?.address === email &&
        !/refused/.test(message.subject ?? ''),
    );
    const acknowledgements = mail.received.filter(({ recipients }) => recipients.includes(email));
    const isReceived = told.includes('received');
    if (isReceived) rows['told received'] += 1;
    if (mine.length > 0) rows.delivered += 1;
    if (mine.length > 1) rows.doubled += 1;
    if (acknowledgements.length > 0) rows.acknowledged += 1;
    assert.ok(!isReceived || mine.length > 0, `${email} was told received; nothing arrived`);
    assert.ok(mine.length > 0 || acknowledgements.length === 0, `${email} got a confirmation; nothing arrived`);
    assert.ok(acknowledgements.length <= 1, `${email} was acknowledged ${acknowledgements.length} times`);
    assert.ok(new Set(mine.map(({ mail: message }) => message.messageId)).size <= 1, `${email}: two Message-IDs`);
    if (reference) assert.ok(mine.every(({ mail: message }) => message.subject?.includes(reference)));
  }
  t.diagnostic(`${killed} killed before the answer; ${JSON.stringify(rows)}`);
  assert.ok(killed > 0);
});
