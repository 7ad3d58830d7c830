/** What is kept and not handed over is tried again; what was answered long ago is purged; what is stuck is told loudly. */
import { alarmMail } from './compose.ts';
import { delayBefore, deliver, type DeliveryTools } from './deliver.ts';
import { codeOf } from './log.ts';
import { dayOf, keyOf, messagesFor, readKey, readRecord, type MessageName, type RequestRecord } from './record.ts';

/** An attempt without an outcome may still be under way this long, in milliseconds; then whoever made it is gone. */
export const lease = 2 * 60_000;
const hour = 3600_000;
const dayLong = 24 * hour;
/** An acknowledgement a day late says nothing any more. */
const acknowledgementLasts = dayLong;

export interface Waiting {
  record: RequestRecord;
  message: MessageName;
  /** The next try, 0 first, and when it may be made, in milliseconds since 1970. */
  number: number;
  due: number;
}

interface Kept {
  requests: string[];
  sent: Set<string>;
  attempts: string[];
  failures: string[];
  /** The last try of each message, by the part of the key before its number. */
  lastTry: Map<string, number>;
}

const withoutNumber = (key: string): string => key.slice(0, key.lastIndexOf('/'));

const timeIn = (text: string | undefined): number | undefined => {
  try {
    const { at } = JSON.parse(text ?? '') as { at?: unknown };
    return typeof at === 'number' ? at : undefined;
  } catch {
    return undefined;
  }
};

const lookUp = async ({ store }: DeliveryTools): Promise<Kept> => {
  // First what was sent, last what was received: whatever comes in between looks pending, and the attempt itself asks again.
  const [sent, attempts, failures] = [
    await store.keys('sent/'),
    await store.keys('attempts/'),
    await store.keys('failures/'),
  ];
  const lastTry = new Map<string, number>();
  for (const key of attempts)
    lastTry.set(withoutNumber(key), Math.max(readKey(key).number, lastTry.get(withoutNumber(key)) ?? 0));
  return { requests: await store.keys('requests/'), sent: new Set(sent), attempts, failures, lastTry };
};

const nextTry = async (
  { store }: DeliveryTools,
  record: RequestRecord,
  message: MessageName,
  { lastTry }: Kept,
): Promise<Pick<Waiting, 'number' | 'due'>> => {
  const last = lastTry.get(withoutNumber(keyOf.attempt(record, message, 0)));
  if (last === undefined) return { number: 0, due: Date.parse(record.receivedAt) };
  const failedAt = timeIn(await store.read(keyOf.failure(record, message, last)));
  if (failedAt !== undefined) return { number: last + 1, due: failedAt + delayBefore(last + 1) };
  const begun = timeIn(await store.read(keyOf.attempt(record, message, last))) ?? 0;
  return { number: last + 1, due: begun + Math.max(lease, delayBefore(last + 1)) };
};

/** Everything pending, the longest due first. */
export const waitingIn = async (tools: DeliveryTools, kept?: Kept): Promise<Waiting[]> => {
  const { store, log, now } = tools;
  const known = kept ?? (await lookUp(tools));
  const waiting: Waiting[] = [];
  for (const key of known.requests) {
    const { day, id } = readKey(key);
    // Most are wholly done: known without reading them.
    if (
      known.sent.has(keyOf.sent({ day, id }, 'provider')) &&
      known.sent.has(keyOf.sent({ day, id }, 'acknowledgement'))
    )
      continue;
    const text = await store.read(key);
    const record = text === undefined ? undefined : readRecord(text);
    if (!record) {
      if (text !== undefined) log('error', { event: 'unreadable', code: id.slice(0, 12) });
      continue;
    }
    for (const message of messagesFor(record)) {
      if (known.sent.has(keyOf.sent(record, message))) continue;
      if (message === 'acknowledgement' && now() - Date.parse(record.receivedAt) > acknowledgementLasts) continue;
      waiting.push({ record, message, ...(await nextTry(tools, record, message, known)) });
    }
  }
  return waiting.sort((a, b) => a.due - b.due);
};

/** Removes what was handed over longer ago than is kept. Never what is undelivered. */
const purge = async (
  { store, settings, now, log }: DeliveryTools,
  { requests, sent, attempts, failures }: Kept,
): Promise<number> => {
  const cut = now() - settings.retentionDays * dayLong;
  const cutDay = dayOf(cut);
  const isOld = (key: string) => readKey(key).day < cutDay;
  let purged = 0;
  for (const key of requests.filter(isOld)) {
    const handed = keyOf.sent(readKey(key), 'provider');
    if (!sent.has(handed) || (timeIn(await store.read(handed)) ?? now()) >= cut) continue;
    // The request goes first: if the rest is not reached, nothing looks undelivered.
    await store.remove(key);
    purged += 1;
  }
  const left = new Set(purged > 0 ? await store.keys('requests/') : requests);
  for (const key of [...attempts, ...failures, ...sent].filter(isOld))
    if (!left.has(keyOf.request(readKey(key)))) await store.remove(key);
  if (purged > 0) log('info', { event: 'purged', count: purged });
  return purged;
};

/** One alarm of a kind every six hours, however many runs there are. */
export const alarm = async (
  tools: DeliveryTools,
  kind: string,
  subject: string,
  lines: readonly string[],
): Promise<void> => {
  const { store, mailer, settings, log, now } = tools;
  const id = `${kind}-${new Date(Math.floor(now() / (6 * hour)) * 6 * hour).toISOString().slice(0, 13)}`;
  const key = `alarms/${id}`;
  const { state } = await store.create(key, { at: now() });
  if (state === 'exists') return;
  try {
    await mailer.send(alarmMail(id.toLowerCase(), subject, lines, settings, now()));
    log('warn', { event: 'alarm-sent', code: kind });
  } catch (error) {
    log('error', { event: 'alarm-not-sent', code: codeOf(error) });
    await store.remove(key).catch(() => undefined);
  }
};

export interface Redelivery {
  sent: number;
  failed: number;
  /** Requests that have not reached the provider. */
  pending: number;
  purged: number;
}

/** One run. `budget` in milliseconds: scheduled functions are stopped after 30 seconds. */
export const redeliver = async (tools: DeliveryTools, budget = 18_000): Promise<Redelivery> => {
  const { log, now } = tools;
  const begun = now();
  const kept = await lookUp(tools);
  const waiting = await waitingIn(tools, kept);
  const open = new Set(waiting.filter(({ message }) => message === 'provider').map(({ record }) => record));
  const counts = { sent: 0, failed: 0 };
  for (const { record, message, number, due } of waiting) {
    if (due > now() || now() - begun > budget) continue;
    const outcome = await deliver(tools, record, message, number);
    if (outcome === 'sent') counts.sent += 1;
    if (outcome === 'failed') counts.failed += 1;
    if (outcome === 'sent' && message === 'provider') open.delete(record);
  }
  const late = [...open].filter(({ receivedAt }) => now() - Date.parse(receivedAt) > hour);
  for (const { reference, receivedAt } of late) {
    const age = now() - Date.parse(receivedAt);
    log(age > dayLong ? 'error' : 'warn', {
      event: age > dayLong ? 'stuck' : 'late',
      reference,
      seconds: Math.round(age / 1000),
    });
  }
  if (late.length > 0)
    await alarm(tools, 'pending', `${late.length} not delivered`, [
      'These requests were received more than an hour ago and have not been taken over by the mail server. They are kept and tried again.',
      '',
      ...late.slice(0, 50).map(({ reference, receivedAt }) => `${reference}, received ${receivedAt}`),
    ]);
  const purged = await purge(tools, kept);
  if (waiting.length > 0)
    log('info', { event: 'redelivery', count: counts.sent, seconds: Math.round((now() - begun) / 1000) });
  return { ...counts, pending: open.size, purged };
};
