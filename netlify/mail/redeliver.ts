/**
 * The run of every five minutes. What is late is told first, from the names of the queue alone; then what waits is sent,
 * in the background where there is one, the oldest first, while the queue is still being read; what was answered long ago
 * is purged beside it. However much there is, each run does its part and the next goes on.
 */
import pMap from 'p-map';
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { blockingProblems } from '../settings.ts';
import { dayOf, keyOf, readKey, readQueued, referenceOf } from '../store/keys.ts';
import { purge } from '../store/purge.ts';
import { waitingPages, type Waiting } from '../store/queue.ts';
import { messagesFor, readRecord } from '../store/record.ts';
import { delayBefore, deliver, longestWait, type Delivery } from './deliver.ts';
import { minuteUtc } from './mail.ts';
import { alarm } from './notices.ts';

const minute = 60_000;
const hour = 60 * minute;
const dayLong = 24 * hour;

/** No message is begun after the first time, nor sent for longer than the second; milliseconds since 1970. */
interface Deadlines {
  startBy: number;
  endBy: number;
}
/** Scheduled functions are stopped after 30 seconds. */
const scheduled = (begun: number): Deadlines => ({ startBy: begun + 18_000, endBy: begun + 27_000 });
/** Functions in the background are stopped after 15 minutes. */
const background = (begun: number): Deadlines => ({
  startBy: begun + 3 * minute,
  endBy: begun + 3 * minute + longestWait,
});
/** What has been due for so long, though the background took it on, a scheduled run sends itself. */
const leftLying = 10 * minute;
/** An item is written before its request. What is not there so long after was never kept, or is purged. */
const neverKept = 30 * minute;
/** Messages on the line at once: mail servers let few connections in from one place. */
const concurrency = 5;

/** Asks the outside watch, which tells somebody when it is not asked. */
type Beat = (address: string) => Promise<unknown>;

interface Redelivery {
  sent: number;
  failed: number;
  purged: number;
}

/** Late ones among the first page of the queue, which holds the oldest, by name alone. */
const lateIn = (first: readonly Waiting[], now: number): Waiting[] => [
  ...new Map(
    first
      .filter(({ message, received }) => message === 'provider' && now - received > hour)
      .map((item) => [item.id + item.received, item]),
  ).values(),
];

/** Whether all is well. The daily test must not fall silent either: two days without one that passed raise the alarm. */
const tell = async (context: Context, late: readonly Waiting[], beat: Beat): Promise<void> => {
  const { store, settings, log, now } = context;
  for (const item of late.slice(0, 50)) {
    const age = now() - item.received;
    log(age > dayLong ? 'error' : 'warn', {
      event: age > dayLong ? 'stuck' : 'late',
      reference: referenceOf(item),
      seconds: Math.round(age / 1000),
    });
  }
  if (late.length > 0)
    await alarm(context, 'pending', `${late.length} or more not delivered`, [
      'These requests were received more than an hour ago, and the mail server has not said that it took them over. They are kept and tried again.',
      'Where it takes messages and then falls silent, one may have arrived all the same: npm run requests -- --live done TA-….-….',
      '',
      ...late
        .slice(0, 50)
        .map((item) => `${referenceOf(item)}, received ${minuteUtc(new Date(item.received).toISOString())}`),
    ]);
  let lastTest: string | undefined;
  if (settings.canary) {
    lastTest = (await store.keys('canaries/')).sort().at(-1);
    // A new site, or a new address: the watch begins today.
    if (!lastTest) await store.create((lastTest = keyOf.canary(dayOf(now()))), { at: now() });
  }
  const isSilent = lastTest !== undefined && readKey(lastTest).day < dayOf(now() - dayLong);
  if (isSilent)
    await alarm(context, 'canary-silent', 'the daily test has stopped', [
      `No daily test has passed since ${readKey(lastTest ?? '').day}.`,
      'It may not be running at all. Look at the scheduled functions in Netlify.',
    ]);
  if (settings.heartbeat && late.length === 0 && !isSilent && settings.problems.length === 0)
    await beat(settings.heartbeat).catch((error: unknown) =>
      log('warn', { event: 'heartbeat-failed', code: codeOf(error) }),
    );
};

/** A request that is there and cannot be read: once someone was told, it is put aside until they deal with it. */
const setAside = async (context: Context, item: Waiting): Promise<void> => {
  const { store, log, now } = context;
  log('error', { event: 'unreadable', reference: referenceOf(item) });
  const isTold = await alarm(context, `unreadable-${item.id}`, 'a request cannot be read', [
    `${referenceOf(item)}, received ${minuteUtc(new Date(item.received).toISOString())}, is damaged in the store, so it is not sent. It is kept and not tried again.`,
    `To see what is left of it: npm run requests -- --live export ${keyOf.request(item)}`,
    `When you are done with it: npm run requests -- --live delete ${keyOf.request(item)}`,
  ]);
  const { state } = isTold ? await store.create(keyOf.aside(item), { at: now() }) : { state: 'failed' };
  if (state === 'created' || state === 'exists') await store.remove(item.key);
};

const one = async (context: Context, item: Waiting, timeout: number): Promise<Delivery | undefined> => {
  const { store, log, now } = context;
  try {
    for (const key of item.replaced) await store.remove(key);
    const text = await store.read(keyOf.request(item));
    const record = readRecord(text);
    if (!record) {
      if (text !== undefined) await setAside(context, item);
      else if (now() - item.received > neverKept) await store.remove(item.key);
      return undefined;
    }
    // Left by a click of another minute, whose answers were not kept: the request has items of its own.
    const isStray = Math.floor(Date.parse(record.receivedAt) / minute) * minute !== item.received;
    // An acknowledgement a day late says nothing any more.
    const isTooLate = item.message === 'acknowledgement' && now() - item.received > dayLong;
    if (isStray || isTooLate || !messagesFor(record).includes(item.message)) {
      await store.remove(item.key);
      return undefined;
    }
    return await deliver(context, record, { message: item.message, number: item.number, item: item.key, timeout });
  } catch (error) {
    // It is still in the queue.
    log('error', { event: 'not-tried', reference: referenceOf(item), code: codeOf(error) });
    return undefined;
  }
};

/** An item by its key alone, due now. */
const atOnce = (key: string): Waiting[] => {
  const item = readQueued(key);
  return item ? [{ ...item, due: 0, replaced: [] }] : [];
};

/**
 * Sends what is due of these pages. However long the store took to answer, one is tried. What failed at its first try,
 * for a moment as a rule, is tried once more in the same run.
 */
const sendDue = async (
  context: Context,
  pages: AsyncIterable<Waiting[]>,
  { startBy, endBy }: Deadlines,
  overdue = 0,
): Promise<{ sent: number; failed: number }> => {
  const { now, later } = context;
  const timeout = (): number => Math.min(longestWait, endBy - now());
  const counts = { sent: 0, failed: 0 };
  /** Where a page does not come, what was begun is ended first. */
  let fault: unknown;
  const due = async function* (): AsyncGenerator<Waiting> {
    let isFirst = true;
    try {
      for await (const page of pages)
        // To the provider before anything else.
        for (const item of page.sort((a, b) => Number(a.message !== 'provider') - Number(b.message !== 'provider'))) {
          if (item.due > now() - overdue) continue;
          if (!isFirst && now() > startBy) return;
          isFirst = false;
          yield item;
        }
    } catch (error) {
      fault = error;
    }
  };
  await pMap(
    due(),
    async (item) => {
      const delivery = await one(context, item, timeout());
      if (item.number === 0 && delivery?.outcome === 'failed' && delivery.next)
        for (const again of atOnce(delivery.next))
          later(delayBefore(1), async () => (now() > startBy ? undefined : one(context, again, timeout())));
      if (delivery?.outcome === 'sent') counts.sent += 1;
      if (delivery?.outcome === 'failed' || delivery?.outcome === 'unclear') counts.failed += 1;
    },
    { concurrency },
  );
  if (fault !== undefined) throw fault;
  return counts;
};

const runOnce = async (context: Context, beat: Beat): Promise<Redelivery> => {
  const { store, log, now } = context;
  const begun = now();
  const deadlines = scheduled(begun);
  const pages = waitingPages(store);
  const first: Waiting[] = (await pages.next()).value ?? [];
  const telling = tell(context, lateIn(first, now()), beat);
  const all = async function* (): AsyncGenerator<Waiting[]> {
    yield first;
    yield* pages;
  };
  const send = async () => {
    const isHandedOver = first.some(({ due }) => due <= now()) && (await context.handOver?.([]));
    return sendDue(context, all(), deadlines, isHandedOver ? leftLying : 0);
  };
  const work = [send(), purge(context, deadlines.startBy), telling] as const;
  // The platform stops what is under way once a run has ended: nothing that fails may end it early.
  await Promise.allSettled(work);
  const [counts, purged] = await Promise.all(work);
  if (first.length > 0)
    log('info', { event: 'redelivery', count: counts.sent, seconds: Math.round((now() - begun) / 1000) });
  return { ...counts, purged };
};

/** One run. Never rejects; undefined where the run could not be made or not be ended, and the log says why. */
export const redeliver = async (context: Context, beat: Beat): Promise<Redelivery | undefined> => {
  const { settings, log } = context;
  for (const { name } of settings.problems) log('error', { event: 'setting', settings: [name] });
  // Sent to a wrong address, a request would count as delivered. It waits, untried, until the setting is mended.
  if (blockingProblems(settings).length > 0) return undefined;
  try {
    return await runOnce(context, beat);
  } catch (error) {
    log('error', { event: 'redelivery-failed', code: codeOf(error) });
    return undefined;
  }
};

/** The run in the background: these items of the queue at once; without any, whatever is due. Never rejects. */
export const sendWaiting = async (context: Context, items: readonly string[]): Promise<void> => {
  const { store, settings, log, now } = context;
  if (blockingProblems(settings).length > 0) return;
  const pages = async function* (): AsyncGenerator<Waiting[]> {
    if (items.length > 0) yield items.flatMap(atOnce);
    else yield* waitingPages(store);
  };
  try {
    await sendDue(context, pages(), background(now()));
  } catch (error) {
    log('error', { event: 'redelivery-failed', code: codeOf(error) });
  }
};
