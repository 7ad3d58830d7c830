/** What someone at a terminal can do with the kept requests: list them, export one, send one again. */
import { readReference } from '../../src/lib/reference.ts';
import { compose } from './compose.ts';
import { deliver, type DeliveryTools } from './deliver.ts';
import { codeOf } from './log.ts';
import { keyOf, readKey, readRecord, type RequestRecord } from './record.ts';
import { forEach, pendingIn } from './redeliver.ts';

const usage = `What to write:

  npm run requests                        what is pending, the oldest first
  npm run requests -- --all               everything that is kept
  npm run requests -- export TA-….-….     one request as JSON, with its answers
  npm run requests -- export requests/…   one that cannot be read, as it lies in the store
  npm run requests -- resend TA-….-….     sends one to the provider now; --force while another try is under way

Add --live for the store of the live site; it needs NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN.`;

const everyRecord = async ({ store }: DeliveryTools): Promise<RequestRecord[]> => {
  const records: RequestRecord[] = [];
  await forEach(await store.keys('requests/'), async (key) => {
    // What cannot be read is listed by its key.
    const record = readRecord((await store.read(key).catch(() => undefined)) ?? '');
    if (record) records.push(record);
  });
  return records.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
};

const minutes = (time: string): string => time.slice(0, 16).replace('T', ' ');

const list = async (tools: DeliveryTools, isAll: boolean, print: (line: string) => void): Promise<number> => {
  const pending = await pendingIn(tools);
  const waiting = new Map(
    pending.waiting
      .filter(({ message }) => message === 'provider')
      .map((item) => [item.record.id + item.record.day, item]),
  );
  const shown = (await everyRecord(tools)).filter(({ id, day }) => isAll || waiting.has(id + day));
  for (const { reference, receivedAt, id, day } of shown) {
    const item = waiting.get(id + day);
    const state = item
      ? `pending, tried ${item.number} times, next try ${minutes(new Date(item.due).toISOString())}`
      : 'handed over';
    print(`${reference}  received ${minutes(receivedAt)} UTC  ${state}`);
  }
  for (const key of pending.unreadable) print(`${key}  pending, cannot be read; export it under this key`);
  if (shown.length + pending.unreadable.length === 0) print(isAll ? 'No request is kept.' : 'Nothing is pending.');
  return 0;
};

const resend = async (
  tools: DeliveryTools,
  record: RequestRecord,
  isForced: boolean,
  print: (line: string) => void,
): Promise<number> => {
  const pending = (await pendingIn(tools)).waiting.find(
    (item) => item.record.id === record.id && item.record.day === record.day && item.message === 'provider',
  );
  if (pending?.isUnderWay && !isForced) {
    print(`${record.reference} is being sent just now. Look again in two minutes, or add --force.`);
    return 1;
  }
  try {
    if (pending) {
      const outcome = await deliver(tools, record, 'provider', pending.number);
      print(
        outcome === 'sent'
          ? `${record.reference} was handed over.`
          : `${record.reference} was not sent (${outcome}). It is still kept.`,
      );
      return outcome === 'sent' ? 0 : 1;
    }
    await tools.mailer.send(compose('provider', record, tools.site, tools.settings));
    print(`${record.reference} was handed over once more, under the same Message-ID.`);
    return 0;
  } catch (error) {
    print(`${record.reference} was not sent (${codeOf(error)}). It is still kept.`);
    return 1;
  }
};

/** Returns the exit code. */
export const requestsCommand = async (
  words: readonly string[],
  tools: DeliveryTools,
  print: (line: string) => void,
): Promise<number> => {
  const [command, typed] = words.filter((word) => word !== '--live' && word !== '--force');
  if (command === undefined || command === '--all') return list(tools, command === '--all', print);
  if (command === 'export' && typed?.startsWith('requests/')) {
    const text = await tools.store.read(typed);
    print(text ?? `Nothing is kept under ${typed}.`);
    return text === undefined ? 1 : 0;
  }
  const reference = readReference(typed ?? '');
  if ((command !== 'export' && command !== 'resend') || !reference) {
    print(typed && !reference ? `“${typed}” is no reference: a sign is wrong or missing.\n\n${usage}` : usage);
    return 2;
  }
  const record = (await everyRecord(tools)).find((item) => item.reference === reference);
  if (!record) {
    print(`No request with the reference ${reference} is kept here.`);
    return 1;
  }
  if (command === 'resend') return resend(tools, record, words.includes('--force'), print);
  print(
    JSON.stringify(
      {
        ...record,
        handedOver: (await tools.store.read(keyOf.sent(readKey(keyOf.request(record)), 'provider'))) !== undefined,
      },
      null,
      2,
    ),
  );
  return 0;
};
