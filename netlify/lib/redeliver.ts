/** What is kept and not handed over is tried again; what was answered long ago is purged; what is stuck is told loudly. */
import { alarmMail } from './compose.ts';
import { delayBefore, deliver, type DeliveryTools } from './deliver.ts';
import { codeOf } from './log.ts';
import {
  dayOf,
  keyOf,
  messageNames,
  messagesFor,
  readKey,
  readRecord,
  type MessageName,
  type RequestRecord,
} from './record.ts';
import { blockingProblems } from './settings.ts';

/** An attempt without an outcome may still be under way this long, in milliseconds; then whoever made it is gone. */
const lease = 2 * 60_000;
const hour = 3600_000;
const dayLong = 24 * hour;
/** An acknowledgement a day late says nothing any more. */
const acknowledgementLasts = dayLong;

interface Waiting {
  record: RequestRecord;
  message: MessageName;
  /** The next try, 0 first, and when it may be made, in milliseconds since 1970. */
  number: number;
  due: number;
  /** Someone set out to send it less than the lease ago, and what became of it is not known yet. */
  isUnderWay: boolean;
}

interface Pending {
  /** What the provider waits for first, and of that the longest due. */
  waiting: Waiting[];
  /** Keys of requests that have not reached the provider and cannot be read: damaged, or the store does not give them. */
  unreadable: string[];
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

/** So many questions to the store at once. */
const atOnce = 10;

/** Does the work for each item, some at once. */
export const forEach = async <Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> => {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

const lookUp = async ({ store }: DeliveryTools): Promise<Kept> => {
  // First what was sent, last what was received: whatever comes in between looks pending, and the attempt itself asks again.
  const [sent, attempts, failures] = await Promise.all(['sent/', 'attempts/', 'failures/'].map(store.keys));
  const lastTry = new Map<string, number>();
  for (const key of attempts ?? [])
    lastTry.set(withoutNumber(key), Math.max(readKey(key).number, lastTry.get(withoutNumber(key)) ?? 0));
  return {
    requests: await store.keys('requests/'),
    sent: new Set(sent),
    attempts: attempts ?? [],
    failures: failures ?? [],
    lastTry,
  };
};

const nextTry = async (
  { store, now }: DeliveryTools,
  record: RequestRecord,
  message: MessageName,
  { lastTry }: Kept,
): Promise<Pick<Waiting, 'number' | 'due' | 'isUnderWay'>> => {
  const last = lastTry.get(withoutNumber(keyOf.attempt(record, message, 0)));
  if (last === undefined) return { number: 0, due: Date.parse(record.receivedAt), isUnderWay: false };
  const number = last + 1;
  const failedAt = timeIn(await store.read(keyOf.failure(record, message, last)));
  if (failedAt !== undefined) return { number, due: failedAt + delayBefore(number), isUnderWay: false };
  const begun = timeIn(await store.read(keyOf.attempt(record, message, last))) ?? 0;
  return { number, due: begun + Math.max(lease, delayBefore(number)), isUnderWay: begun + lease > now() };
};

/** Everything pending. One record that cannot be read hinders no other. */
export const pendingIn = async (tools: DeliveryTools, kept?: Kept): Promise<Pending> => {
  const { store, log, now } = tools;
  const known = kept ?? (await lookUp(tools));
  const waiting: Waiting[] = [];
  const unreadable: string[] = [];
  /** Acknowledgements of requests before that day are too late, so nothing can be due once the provider has it. */
  const firstDay = dayOf(now() - acknowledgementLasts);
  const isOpen = (key: string): boolean => {
    const place = readKey(key);
    if (!known.sent.has(keyOf.sent(place, 'provider'))) return true;
    return place.day >= firstDay && !known.sent.has(keyOf.sent(place, 'acknowledgement'));
  };
  // Most are wholly done: known without reading them.
  await forEach(known.requests.filter(isOpen), async (key) => {
    try {
      const text = await store.read(key);
      if (text === undefined) return; // purged meanwhile
      const record = readRecord(text);
      if (!record) throw Object.assign(new Error('This is no record'), { code: 'EDAMAGED' });
      for (const message of messagesFor(record)) {
        if (known.sent.has(keyOf.sent(record, message))) continue;
        if (message === 'acknowledgement' && now() - Date.parse(record.receivedAt) > acknowledgementLasts) continue;
        waiting.push({ record, message, ...(await nextTry(tools, record, message, known)) });
      }
    } catch (error) {
      log('error', { event: 'unreadable', code: `${codeOf(error)} ${readKey(key).id.slice(0, 12)}` });
      if (!known.sent.has(keyOf.sent(readKey(key), 'provider'))) unreadable.push(key);
    }
  });
  waiting.sort((a, b) => messageNames.indexOf(a.message) - messageNames.indexOf(b.message) || a.due - b.due);
  return { waiting, unreadable };
};

/** Removes what was handed over longer ago than is kept. Never what is undelivered. */
const purge = async (tools: DeliveryTools, { requests, sent, attempts, failures }: Kept): Promise<number> => {
  const { store, settings, now, log } = tools;
  if (settings.retentionDays === undefined) return 0;
  const cut = now() - settings.retentionDays * dayLong;
  const cutDay = dayOf(cut);
  const isOld = (key: string) => readKey(key).day < cutDay;
  const left = new Set(requests);
  let purged = 0;
  await forEach(requests.filter(isOld), async (key) => {
    try {
      const handed = keyOf.sent(readKey(key), 'provider');
      if (!sent.has(handed) || (timeIn(await store.read(handed)) ?? now()) >= cut) return;
      // The request goes first: if the rest is not reached, nothing looks undelivered.
      await store.remove(key);
      left.delete(key);
      purged += 1;
    } catch (error) {
      log('warn', { event: 'not-purged', code: codeOf(error) });
    }
  });
  const traces = [...attempts, ...failures, ...sent].filter((key) => !left.has(keyOf.request(readKey(key))));
  const notes = (await Promise.all(['keys/', 'alarms/', 'canaries/'].map(store.keys))).flat();
  // What is not removed now is removed by a later run.
  await forEach([...traces, ...notes].filter(isOld), (key) => store.remove(key).catch(() => undefined));
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
  const key = keyOf.alarm(kind, Math.floor(now() / (6 * hour)) * 6 * hour);
  const { state } = await store.create(key, { at: now() });
  if (state === 'exists') return;
  try {
    await mailer.send(alarmMail(key.replaceAll('/', '.'), subject, lines, settings, now()));
    log('warn', { event: 'alarm-sent', code: kind });
  } catch (error) {
    log('error', { event: 'alarm-not-sent', code: codeOf(error) });
    await store.remove(key).catch(() => undefined);
  }
};

/** The daily test must not fall silent either: two days without one that passed raise the alarm. */
const watchCanary = async (tools: DeliveryTools): Promise<void> => {
  const { store, settings, now } = tools;
  if (!settings.canary) return;
  const last = (await store.keys('canaries/')).sort().at(-1);
  // A new site, or a new address: the watch begins today.
  if (!last) await store.create(keyOf.canary(dayOf(now())), { at: now() });
  else if (readKey(last).day < dayOf(now() - dayLong))
    await alarm(tools, 'canary-silent', 'the daily test has stopped', [
      `No daily test has passed since ${readKey(last).day}.`,
      'It may not be running at all. Look at the scheduled functions in Netlify.',
    ]);
};

/** Tells of what waits for more than an hour, and at once of what cannot be read. */
const tellOfLate = async (
  tools: DeliveryTools,
  open: Iterable<RequestRecord>,
  unreadable: readonly string[],
): Promise<void> => {
  const { log, now } = tools;
  const ageOf = ({ receivedAt }: RequestRecord): number => now() - Date.parse(receivedAt);
  const late = [...open].filter((record) => ageOf(record) > hour);
  for (const record of late) {
    const age = ageOf(record);
    log(age > dayLong ? 'error' : 'warn', {
      event: age > dayLong ? 'stuck' : 'late',
      reference: record.reference,
      seconds: Math.round(age / 1000),
    });
  }
  if (late.length + unreadable.length > 0)
    await alarm(tools, 'pending', `${late.length + unreadable.length} not delivered`, [
      ...(late.length > 0
        ? [
            'These requests were received more than an hour ago and have not been taken over by the mail server. They are kept and tried again.',
            '',
            ...late.slice(0, 50).map(({ reference, receivedAt }) => `${reference}, received ${receivedAt}`),
            '',
          ]
        : []),
      ...(unreadable.length > 0
        ? ['These are kept and cannot be read, so they are not sent:', '', ...unreadable.slice(0, 50)]
        : []),
    ]);
};

interface Redelivery {
  sent: number;
  failed: number;
  /** Requests that have not reached the provider. */
  pending: number;
  purged: number;
}

const runOnce = async (tools: DeliveryTools, budget: number): Promise<Redelivery> => {
  const { log, now } = tools;
  const begun = now();
  const kept = await lookUp(tools);
  const { waiting, unreadable } = await pendingIn(tools, kept);
  const open = new Set(waiting.filter(({ message }) => message === 'provider').map(({ record }) => record));
  const counts = { sent: 0, failed: 0 };
  const due = waiting.filter((item) => item.due <= now());
  for (const [index, { record, message, number }] of due.entries()) {
    // However long the looking up took, one is tried.
    if (index > 0 && now() - begun > budget) break;
    const outcome = await deliver(tools, record, message, number);
    if (outcome === 'sent') counts.sent += 1;
    if (outcome === 'failed') counts.failed += 1;
    if (outcome === 'sent' && message === 'provider') open.delete(record);
  }
  await tellOfLate(tools, open, unreadable);
  if (waiting.length > 0)
    log('info', { event: 'redelivery', count: counts.sent, seconds: Math.round((now() - begun) / 1000) });
  await watchCanary(tools);
  const purged = await purge(tools, kept);
  return { ...counts, pending: open.size + unreadable.length, purged };
};

/**
 * One run. `budget` in milliseconds: scheduled functions are stopped after 30 seconds. Never rejects; undefined where
 * the run could not be made or not be ended, and the log says why.
 */
export const redeliver = async (tools: DeliveryTools, budget = 18_000): Promise<Redelivery | undefined> => {
  const { settings, log } = tools;
  for (const { name } of settings.problems) log('error', { event: 'setting', settings: [name] });
  // Sent to a wrong address, a request would count as delivered. It waits, untried, until the setting is mended.
  if (blockingProblems(settings).length > 0) return undefined;
  try {
    return await runOnce(tools, budget);
  } catch (error) {
    log('error', { event: 'redelivery-failed', code: codeOf(error) });
    return undefined;
  }
};
