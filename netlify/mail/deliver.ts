/** Sends one message of a kept request, at most once at a time, and writes down what became of it. */
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { keyOf, unscheduled, type MessageName } from '../store/keys.ts';
import { timeIn, type RequestRecord } from '../store/record.ts';
import { acknowledgementMail } from './acknowledgement.ts';
import type { Mail } from './mail.ts';
import { addressRefusedMail, alarm } from './notices.ts';
import { providerMail } from './provider.ts';
import { isRefusedForGood, isUnclear } from './send.ts';

/** `unclear`: it may have arrived. `elsewhere`: another is at it, or it is done. `unclaimed`: the store does not say. */
export interface Delivery {
  outcome: 'sent' | 'failed' | 'unclear' | 'elsewhere' | 'unclaimed';
  /** The item of the queue that stands for the next try, where there is one. */
  next?: string;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * So long sending may take, where nothing stops us before: ten minutes for a server to think about a message that it was
 * given (RFC 5321, 4.5.3.2.6), and one to give it. Who leaves earlier and comes again makes copies.
 */
export const longestWait = 11 * minute;
/** An attempt of which nothing is known may still be under way this long; then whoever made it is gone. */
const lease = longestWait + 2 * minute;

/** What failed is tried again after so many seconds (as Svix does); the last holds for all that follow. */
const seconds = [0, 5, 300, 1800, 7200, 18_000, 36_000, 36_000];
/** When try `number` may be made, counted from the end of the one before. */
export const delayBefore = (number: number): number => (seconds[number] ?? 36_000) * 1000;
/**
 * The same where the message may have arrived, and each try may be one more copy: so many milliseconds after the first and
 * the second time. Then a person decides, who can look whether it is there.
 */
const delaysIfUnclear = [10 * hour, 48 * hour];

export const compose = (message: MessageName, record: RequestRecord, context: Context): Mail =>
  message === 'provider' ? providerMail(record, context) : acknowledgementMail(record, context);

/** One of several addresses refused it; the others have it, so nothing is tried again. */
const tellOfRefused = async (context: Context, { reference }: RequestRecord, refused: string[]): Promise<void> => {
  if (refused.length === 0) return;
  context.log('error', { event: 'recipient-refused', reference, count: refused.length });
  await alarm(context, 'recipient', 'an address of PROVIDER_EMAIL is refused', [
    `Request ${reference} was handed over, but the mail server refused ${refused.length} of the addresses in PROVIDER_EMAIL:`,
    ...refused,
  ]);
};

/** When a message may be sent again that may have arrived: `times` such tries were made. Somebody is told at once. */
const dueIfUnclear = (times: number, now: number): number => {
  const delay = delaysIfUnclear[times - 1];
  return delay === undefined ? unscheduled : now + delay;
};

const tellOfUnclear = (context: Context, { reference }: RequestRecord): Promise<boolean> =>
  alarm(context, 'unclear', 'one may have arrived, or not', [
    `The mail server took all of request ${reference} and then did not say whether it keeps it. Look whether it is there.`,
    `If it is, so that no copy follows: npm run requests -- --live done ${reference}`,
    `If it is not: npm run requests -- --live resend ${reference}`,
    'Left alone it is sent again after 10 hours and after 2 more days, under the same Message-ID, and then no more. It stays kept and listed.',
  ]);

/** Writes down that a message needs no further try. */
export const markSent = async (
  { store, log, now }: Context,
  record: RequestRecord,
  message: MessageName,
  code?: string,
): Promise<void> => {
  for (let times = 0; times < 3; times += 1) {
    const { state } = await store.create(keyOf.sent(record, message), {
      at: now(),
      ...(code ? { givenUp: code } : {}),
    });
    if (state === 'created' || state === 'exists') return;
  }
  // It will be sent again, under the same Message-ID: better twice than never.
  log('error', { event: 'sent-not-marked', reference: record.reference, message });
};

/** Without a store: the mail itself is all there is. A person waits for it. */
export const sendUnstored = async (
  context: Context,
  record: RequestRecord,
  message: MessageName,
): Promise<'sent' | 'failed' | 'unclear'> => {
  const { mailer, log } = context;
  const { reference } = record;
  try {
    const { refused } = await mailer.send(compose(message, record, context), 25_000);
    log('warn', { event: 'sent-unstored', reference, message });
    await tellOfRefused(context, record, refused);
    return 'sent';
  } catch (error) {
    log('error', { event: 'not-sent-unstored', reference, message, code: codeOf(error) });
    return isUnclear(error) ? 'unclear' : 'failed';
  }
};

/** Counts the tries of which the mail server did not say what became, this one with them. */
const timesUnclear = async ({ store }: Context, record: RequestRecord, number: number): Promise<number> => {
  await store.create(keyOf.unclear(record, number), {});
  try {
    return Math.max(1, (await store.keys(keyOf.unclear(record))).length);
  } catch {
    // Once more is better than never.
    return 1;
  }
};

interface Try {
  message: MessageName;
  /** 0 first. */
  number: number;
  /** The item of the queue that this try comes from. */
  item: string;
  /** Milliseconds that sending may take. */
  timeout?: number;
}

/** Makes one try. Whoever writes the attempt down first makes it. The queue holds the message until it is sent or given up. */
export const deliver = async (context: Context, record: RequestRecord, one: Try): Promise<Delivery> => {
  const { store, mailer, log, now } = context;
  const { message, number, item, timeout = longestWait } = one;
  const { reference } = record;
  const line = { reference, message };

  const done = async (): Promise<void> => store.remove(item).catch(() => undefined);
  const giveUp = async (code: string): Promise<void> => {
    log('warn', { event: 'given-up', ...line, code });
    await markSent(context, record, message, code);
    await done();
  };
  const tryAgain = async (due: number): Promise<string> => {
    const next = keyOf.queued(Date.parse(record.receivedAt), record.id, message, number + 1, due);
    const { state } = await store.create(next, { at: now() });
    // Where it could not be written, the item before it stays, and the attempt that it names will be found made.
    if (next !== item && (state === 'created' || state === 'exists')) await done();
    return next;
  };

  try {
    if ((await store.read(keyOf.sent(record, message))) !== undefined) {
      await done();
      return { outcome: 'elsewhere' };
    }
  } catch {
    return { outcome: 'unclaimed' };
  }
  const claim = await store.create(keyOf.attempt(record, message, number), { at: now() });
  if (claim.state === 'exists') {
    const begun = timeIn(claim.value) ?? 0;
    if (begun + lease > now()) return { outcome: 'elsewhere' };
    // Whoever made this try died at it, and what became of the message is not known.
    if (message === 'acknowledgement') {
      await giveUp('EDIED');
      return { outcome: 'unclear' };
    }
    const unclear = await store.keys(keyOf.unclear(record)).catch((): string[] => []);
    const due = unclear.includes(keyOf.unclear(record, number))
      ? dueIfUnclear(unclear.length, begun)
      : begun + Math.max(lease, delayBefore(number + 1));
    const next = await tryAgain(due);
    return due <= now()
      ? deliver(context, record, { ...one, number: number + 1, item: next })
      : { outcome: 'elsewhere', next };
  }
  if (claim.state !== 'created') return { outcome: 'unclaimed' };

  try {
    const { refused } = await mailer.send(compose(message, record, context), timeout);
    // The daily test goes to its own address too; that one alone is not the provider.
    if (message === 'provider' && context.settings.provider.every((address) => refused.includes(address)))
      throw Object.assign(new Error('No address of the provider took it'), { code: 'EENVELOPE' });
    await markSent(context, record, message);
    await done();
    log('info', { event: 'handed-over', ...line, count: number + 1 });
    await tellOfRefused(context, record, refused);
    return { outcome: 'sent' };
  } catch (error) {
    const code = codeOf(error);
    log(number > 3 ? 'error' : 'warn', { event: 'not-sent', ...line, code, count: number + 1 });
    // An acknowledgement is never sent twice; a request is, rather than never.
    if (message === 'acknowledgement' && isUnclear(error)) {
      await giveUp(code);
      return { outcome: 'unclear' };
    }
    if (message === 'acknowledgement' && isRefusedForGood(error)) {
      try {
        await mailer.send(addressRefusedMail(record, code, context), timeout);
        await giveUp(code);
        return { outcome: 'failed' };
      } catch (fault) {
        log('warn', { event: 'not-sent', reference, message: 'address-refused', code: codeOf(fault) });
      }
    }
    if (!isUnclear(error)) return { outcome: 'failed', next: await tryAgain(now() + delayBefore(number + 1)) };
    const next = await tryAgain(dueIfUnclear(await timesUnclear(context, record, number), now()));
    await tellOfUnclear(context, record);
    return { outcome: 'unclear', next };
  }
};
