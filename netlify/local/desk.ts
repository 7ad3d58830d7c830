/** What someone at a terminal can do with the kept requests. Prints answers only where they are asked for. */
import { parseArgs } from 'node:util';
import pMap from 'p-map';
import * as z from 'zod';
import { readReference } from '../../src/lib/reference.ts';
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { compose, deliver, longestWait, markSent } from '../mail/deliver.ts';
import { minuteUtc } from '../mail/mail.ts';
import {
  keyOf,
  messageNames,
  readKey,
  readQueued,
  referenceOf,
  unscheduled,
  type MessageName,
  type RequestId,
} from '../store/keys.ts';
import { removeRequest } from '../store/purge.ts';
import { everyWaiting, type Waiting } from '../store/queue.ts';
import { readRecord, requestNamedIn, type RequestRecord } from '../store/record.ts';

const usage = `What to write:

  npm run requests                        what is pending, the oldest first
  npm run requests -- --all               everything that is kept
  npm run requests -- find ADDRESS        the requests that came from an email address
  npm run requests -- export TA-….-….     one request as JSON, with its answers
  npm run requests -- export requests/…   one that cannot be read, as it lies in the store
  npm run requests -- export --all        the whole store, a line for each key: to be kept in a file
  npm run requests -- import FILE         puts such a file back; what is there already stays, and nothing is mailed again
  npm run requests -- resend TA-….-….     sends one to the provider now; --force while another try is under way
  npm run requests -- done TA-….-….       it arrived, although the mail server did not say so: no further try
  npm run requests -- delete TA-….-….     deletes one with all its traces; --force where it is not delivered
  npm run requests -- delete requests/…   the same, for one that cannot be read

Add --live for the store of the live site; it needs NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN.`;

interface Desk {
  context: Context;
  print: (line: string) => void;
  /** Contents of a file, for import. */
  readFile: (path: string) => Promise<string>;
}

const concurrency = 10;

interface Found {
  key: string;
  /** Undefined where it cannot be read. */
  record: RequestRecord | undefined;
}

const everyRequest = async ({ store }: Context): Promise<Found[]> =>
  (
    await pMap(
      await store.keys('requests/'),
      async (key) => ({ key, record: readRecord(await store.read(key).catch(() => undefined)) }),
      { concurrency },
    )
  ).sort((a, b) => (a.record?.receivedAt ?? a.key).localeCompare(b.record?.receivedAt ?? b.key, 'en'));

const waitingFor = (items: readonly Waiting[], { day, id }: RequestId): Waiting | undefined =>
  items.find((item) => item.message === 'provider' && item.day === day && item.id === id);

const line = ({ reference, receivedAt }: Pick<RequestRecord, 'reference' | 'receivedAt'>, state: string): string =>
  `${reference}  received ${minuteUtc(receivedAt)}  ${state}`;

const stateOf = (item: Waiting): string =>
  `pending, tried ${item.number} times, ${
    item.due < unscheduled
      ? `next try ${minuteUtc(new Date(item.due).toISOString())}`
      : 'may have arrived: say done or resend'
  }`;

const list = async ({ context, print }: Desk, isAll: boolean): Promise<number> => {
  const { store } = context;
  const waiting = (await everyWaiting(store)).filter(({ message }) => message === 'provider');
  const damaged = await store.keys('aside/');
  if (isAll)
    for (const { key, record } of await everyRequest(context)) {
      const item = waitingFor(waiting, readKey(key));
      print(record ? line(record, item ? stateOf(item) : 'handed over') : `${key}  cannot be read`);
    }
  else {
    for (const item of waiting)
      print(line({ reference: referenceOf(item), receivedAt: new Date(item.received).toISOString() }, stateOf(item)));
    for (const key of damaged)
      print(`${keyOf.request(readKey(key))}  cannot be read; export it, then delete it, under this key`);
    if (waiting.length + damaged.length === 0) print('Nothing is pending.');
  }
  return 0;
};

const find = async ({ context, print }: Desk, address: string): Promise<number> => {
  const all = await everyRequest(context);
  const unread = all.filter(({ record }) => !record).length;
  const found = all.filter(
    ({ record }) => String(record?.answers['email'] ?? '').toLowerCase() === address.toLowerCase(),
  );
  for (const { record } of found) if (record) print(line(record, ''));
  if (found.length === 0) print('No request from this address is kept here.');
  if (unread > 0) print(`${unread} cannot be read, so nobody can tell whose they are: npm run requests -- --all`);
  return found.length > 0 ? 0 : 1;
};

const exportAll = async ({ context, print }: Desk): Promise<number> => {
  const read = async (key: string) => ({ key, text: await context.store.read(key) });
  for await (const page of context.store.pages(''))
    // What is gone by now, such as an item of the queue, is no part of the copy.
    for (const entry of await pMap(page, read, { concurrency }))
      if (entry.text !== undefined) print(JSON.stringify(entry));
  return 0;
};

const exported = z.array(z.object({ key: z.string(), text: z.string() })).min(1);
const entriesIn = (contents: string): z.infer<typeof exported> | undefined => {
  // npm says first which script it runs, in the same file.
  const lines = contents.split('\n').filter((text) => text.startsWith('{'));
  try {
    return exported.safeParse(lines.map((text) => JSON.parse(text) as unknown)).data;
  } catch {
    return undefined;
  }
};

/** A run that comes between takes away an item whose request is not there, and an old mark whose request is not there. */
const order = (key: string): number => (key.startsWith('requests/') ? 0 : key.startsWith('queue/') ? 2 : 1);

const importAll = async ({ context, print, readFile }: Desk, file: string): Promise<number> => {
  const entries = entriesIn(await readFile(file));
  if (!entries) {
    print(`${file} is no whole export of the store: npm run requests -- export --all > FILE makes one.`);
    return 2;
  }
  const counts = { created: 0, exists: 0, failed: 0, unknown: 0 };
  for (const group of [0, 1, 2])
    await pMap(
      entries.filter(({ key }) => order(key) === group),
      async ({ key, text }) => {
        const isThere = (await context.store.read(key)) !== undefined;
        counts[isThere ? 'exists' : (await context.store.restore(key, text)).state] += 1;
      },
      { concurrency },
    );
  const failed = counts.failed + counts.unknown;
  print(
    `${counts.created} put back, ${counts.exists} there already, ${failed} not written${failed ? ': run it again' : ''}.`,
  );
  return failed > 0 ? 1 : 0;
};

const resend = async ({ context, print }: Desk, record: RequestRecord, isForced: boolean): Promise<number> => {
  const { store, mailer } = context;
  const { reference } = record;
  const item = waitingFor(await everyWaiting(store), record);
  try {
    if (!item || isForced) {
      await mailer.send(compose('provider', record, context), longestWait);
      print(`${reference} was handed over${item ? '' : ' once more'}, under the same Message-ID.`);
      await markSent(context, record, 'provider');
      return 0;
    }
    const { outcome } = await deliver(context, record, { message: 'provider', number: item.number, item: item.key });
    print(
      outcome === 'sent'
        ? `${reference} was handed over.`
        : outcome === 'elsewhere'
          ? `${reference} is being sent just now. Look again in a quarter of an hour, or add --force.`
          : `${reference} was not sent (${outcome}). It is still kept.`,
    );
    return outcome === 'sent' ? 0 : 1;
  } catch (error) {
    print(`${reference} was not sent (${codeOf(error)}). It is still kept.`);
    return 1;
  }
};

/** Takes a request's messages out of the queue. */
const unqueue = async (
  { store }: Context,
  { day, id }: RequestId,
  messages: readonly MessageName[] = messageNames,
): Promise<void> => {
  const items = (await store.keys(`queue/${day}`)).filter((key) => {
    const item = readQueued(key);
    return item?.id === id && messages.includes(item.message);
  });
  await pMap(items, store.remove, { concurrency });
};

const remove = async ({ context, print }: Desk, request: RequestId, isForced: boolean): Promise<number> => {
  const name = referenceOf(request);
  const isDelivered = (await context.store.read(keyOf.sent(request, 'provider'))) !== undefined;
  const isAside = (await context.store.read(keyOf.aside(request))) !== undefined;
  if (!isDelivered && !isAside && !isForced) {
    print(`${name} has not reached the provider. Add --force to delete it all the same.`);
    return 1;
  }
  await unqueue(context, request);
  await removeRequest(context, request);
  print(`${name} is deleted, with all its traces.`);
  return 0;
};

const options = { all: { type: 'boolean' }, live: { type: 'boolean' }, force: { type: 'boolean' } } as const;

/** Returns the exit code. */
export const desk = async (words: readonly string[], tools: Desk): Promise<number> => {
  const { context, print } = tools;
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false });
  const [command, typed = ''] = positionals;
  const isForced = values.force === true;
  if (command === undefined) return list(tools, values.all === true);
  if (command === 'export' && values.all) return exportAll(tools);
  if (command === 'import' && typed) return importAll(tools, typed);
  if (command === 'find' && typed) return find(tools, typed);
  if (typed.startsWith('requests/') && (command === 'export' || command === 'delete')) {
    const text = await context.store.read(typed);
    if (text === undefined) print(`Nothing is kept under ${typed}.`);
    else if (command === 'delete') return remove(tools, readKey(typed), isForced);
    else print(text);
    return text === undefined ? 1 : 0;
  }

  const reference = readReference(typed);
  if (!['export', 'resend', 'done', 'delete'].includes(command) || !reference) {
    print(typed && !reference ? `“${typed}” is no reference: a sign is wrong or missing.\n\n${usage}` : usage);
    return 2;
  }
  // A reference that could not be written down, or was half written, follows from the name of its request all the same.
  const key =
    requestNamedIn(await context.store.read(keyOf.reference(reference))) ??
    (await context.store.keys('requests/')).find((name) => referenceOf(readKey(name)) === reference);
  const record = key === undefined ? undefined : readRecord(await context.store.read(key));
  if (!record) {
    print(`No request with the reference ${reference} is kept here${key ? `, or it cannot be read: ${key}` : ''}.`);
    return 1;
  }
  if (command === 'resend') return resend(tools, record, isForced);
  if (command === 'delete') return remove(tools, record, isForced);
  if (command === 'done') {
    await markSent(context, record, 'provider', 'DESK');
    await unqueue(context, record, ['provider']);
    print(`${reference} counts as arrived.`);
    return 0;
  }
  const isSent = (await context.store.read(keyOf.sent(record, 'provider'))) !== undefined;
  print(JSON.stringify({ ...record, handedOver: isSent }, null, 2));
  return 0;
};
