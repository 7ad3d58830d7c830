/**
 * Third step: keeps a good request and sends it. Says “received” only where it was stored and read back, or handed over
 * to the mail server; “not sent” only where it surely was neither; and “unclear” in all other cases.
 */
import pTimeout from 'p-timeout';
import type { Answers } from '../../src/request/schema.ts';
import type { Context } from '../context.ts';
import { delayBefore, deliver, markSent, sendUnstored } from '../mail/deliver.ts';
import { dayBefore, dayOf, keyOf, type MessageName } from '../store/keys.ts';
import {
  digestOf,
  identityOf,
  messagesFor,
  newRecord,
  readRecord,
  requestNamedIn,
  type RequestRecord,
} from '../store/record.ts';
import { mailboxOf, networkOf } from './limit.ts';

interface Good {
  answers: Answers;
  /** Made by the form in the browser, one for each request. */
  key: string | undefined;
  signals: string[];
}

export interface Kept {
  /** `conflict`: other answers were received under the same key; the reference is theirs. */
  outcome: 'received' | 'conflict' | 'too-many' | 'not-sent' | 'unclear';
  reference: string;
  /** Nobody can look it up under its reference: it went by mail alone, or the reference could not be written down. */
  isUnlisted?: boolean;
}

const dayLong = 24 * 3600_000;
/** So long the first try has before another may be made, unless it fails. */
const firstTry = 2 * 60_000;
/** A person who waits sees the answer when the request is kept; this much longer, in the hope that it is mailed too. */
const grace = 2500;
/** The platform stops the function a minute after the request came. Before that, what the mail server did not say is written down. */
const sendWithin = 50_000;
const mostUnstored = 1000;

/** What is kept there, if it came within the last 24 hours. Rejects where the store does not answer. */
const recent = async ({ store, now }: Context, key: string): Promise<RequestRecord | undefined> => {
  const record = readRecord(await store.read(key));
  return record && now() - Date.parse(record.receivedAt) <= dayLong ? record : undefined;
};

/** The request that came first under this key of the form. */
const firstUnder = async (context: Context, key: string, today: string): Promise<RequestRecord | undefined> => {
  const texts = await Promise.all([today, dayBefore(today)].map((day) => context.store.read(keyOf.formKey(day, key))));
  const named = texts.map(requestNamedIn).find((found) => found !== undefined);
  return named === undefined ? undefined : recent(context, named);
};

const mailUnstored = async (context: Context, record: RequestRecord): Promise<'sent' | 'failed' | 'unclear'> => {
  const outcome = await sendUnstored(context, record, 'provider');
  if (outcome !== 'sent') return outcome;
  context.later(0, async () => {
    // The write may land after all, or the store may come back: say then that the message is gone out.
    await markSent(context, record, 'provider');
    if (!record.isAcknowledged) return;
    await sendUnstored(context, record, 'acknowledgement');
    await markSent(context, record, 'acknowledgement');
  });
  return outcome;
};

/** The store cannot keep it, so the mail must carry it. A double click waits for the first one and sends nothing more. */
const mailOnly = (context: Context, record: RequestRecord): Promise<'sent' | 'failed' | 'unclear'> => {
  const { unstored } = context;
  const known = unstored.get(record.reference);
  if (known) return known;
  const mailed = mailUnstored(context, record).then((outcome) => {
    if (outcome !== 'sent') unstored.delete(record.reference);
    return outcome;
  });
  unstored.set(record.reference, mailed);
  for (const oldest of unstored.keys()) if (unstored.size > mostUnstored) unstored.delete(oldest);
  return mailed;
};

/**
 * In the background, where the mail server may think as long as it likes. Without one the provider's mail now, for as long
 * as a person may be kept waiting; all else once the answer is out.
 */
const sendNow = async (
  context: Context,
  record: RequestRecord,
  itemOf: (message: MessageName) => string,
): Promise<void> => {
  const { later } = context;
  if (await context.handOver?.(messagesFor(record).map((message) => itemOf(message)))) return;
  const send = (message: MessageName) =>
    deliver(context, record, { message, number: 0, item: itemOf(message), timeout: sendWithin });
  const first = send('provider').then((delivery) => {
    // Also where that was said only after the answer.
    if (delivery.outcome !== 'failed' || !delivery.next) return;
    const again = { message: 'provider', number: 1, item: delivery.next } as const;
    later(delayBefore(1), () => deliver(context, record, again));
  });
  await pTimeout(first, { milliseconds: grace, fallback: () => undefined });
  later(0, () => first);
  if (record.isAcknowledged) later(0, () => send('acknowledgement'));
};

export const keep = async ({ answers, key, signals }: Good, context: Context): Promise<Kept> => {
  const { store, log, now, later, limits, unstored, ip, isCanary = false } = context;
  const digest = digestOf(answers);
  const received = now();
  const today = dayOf(received);
  const mailbox = mailboxOf(answers.email);
  const record = newRecord(identityOf(digest, today, isCanary), {
    answers,
    digest,
    signals,
    isCanary,
    isAcknowledged:
      signals.length === 0 &&
      !isCanary &&
      limits.mailbox.allows(mailbox, received) &&
      limits.everyone.allows('', received),
    now: received,
  });
  const { reference } = record;
  const itemOf = (message: MessageName, at = received) => keyOf.queued(at, record.id, message, 0, at + firstTry);
  const messages = messagesFor(record);
  /** Takes the items back, unless they are those of the request that is kept: a click of the same minute shares them. */
  const unqueue = (kept: RequestRecord) => {
    const items = messages.map((message) => itemOf(message));
    const theirs = messages.map((message) => itemOf(message, Date.parse(kept.receivedAt)));
    later(0, () => Promise.all(items.filter((item) => !theirs.includes(item)).map((item) => store.remove(item))));
  };
  /** Whether one more new request may come from this network. Counts it once; a repeat is not asked about. */
  let isAdmitted: boolean | undefined;
  const admit = (): boolean => {
    if (isAdmitted !== undefined) return isAdmitted;
    isAdmitted = !ip || limits.requests.allows(networkOf(ip), received);
    if (isAdmitted && ip) limits.requests.count(networkOf(ip), received);
    if (isAdmitted && record.isAcknowledged) {
      limits.mailbox.count(mailbox, received);
      limits.everyone.count('', received);
    }
    return isAdmitted;
  };

  /** By mail, unless that was tried already. `mayBeKept`: the store may hold it after all. */
  let mailed: 'sent' | 'failed' | 'unclear' | undefined;
  const unkept = async (mayBeKept: boolean): Promise<Kept> => {
    mailed ??= await mailOnly(context, record);
    if (mailed === 'sent') return { outcome: 'received', reference, isUnlisted: true };
    return { outcome: mayBeKept || mailed === 'unclear' ? 'unclear' : 'not-sent', reference };
  };

  /** It is kept. That its reference leads to it is written down at each click, so that the next one makes good what failed. */
  const found = async (kept: RequestRecord): Promise<Kept> => {
    const { state } = await store.create(keyOf.reference(kept.reference), { request: keyOf.request(kept) });
    return {
      outcome: 'received',
      reference: kept.reference,
      isUnlisted: state !== 'created' && state !== 'exists',
    };
  };

  // In the queue before it is kept: whoever finds it kept and unsent finds it in the queue.
  const queued = Promise.all(messages.map((message) => store.create(itemOf(message), { at: received })));
  try {
    const [same, earlier, first] = await Promise.all([
      recent(context, keyOf.request(record)),
      recent(context, keyOf.request(identityOf(digest, dayBefore(today), isCanary))),
      key ? firstUnder(context, key, today) : undefined,
    ]);
    await queued;
    const known = same ?? earlier;
    if (known) {
      unqueue(known);
      return found(known);
    }
    if (first && first.digest !== digest) return { outcome: 'conflict', reference: first.reference };
  } catch {
    // The store does not answer. A person waits: mail at once, and come back to the store only if that fails too.
    log('error', { event: 'store-silent', reference });
    if (!unstored.has(reference) && !admit()) return { outcome: 'too-many', reference };
    mailed = await mailOnly(context, record);
    if (mailed === 'sent') return unkept(false);
  }

  if (!admit()) return { outcome: 'too-many', reference };
  if ((await queued).some(({ state }) => state !== 'created' && state !== 'exists')) {
    log('error', { event: 'not-queued', reference });
    return unkept(false);
  }
  const kept = await createWhole(context, record);
  if (kept.state === 'exists') {
    const theirs = readRecord(kept.value);
    if (theirs) unqueue(theirs);
    return found(record);
  }
  if (kept.state !== 'created') {
    log('error', { event: 'not-stored', reference, code: kept.state });
    return unkept(kept.state === 'unknown');
  }

  log('info', { event: 'received', reference, ...(signals.length > 0 ? { count: signals.length } : {}) });
  const listed = found(record);
  const marked = key && store.create(keyOf.formKey(today, key), { request: keyOf.request(record) });
  // Mailed a moment ago, while the store was down.
  if ((mailed ?? (await unstored.get(reference))) === 'sent')
    await Promise.all(messages.map((message) => markSent(context, record, message)));
  else await sendNow(context, record, (message) => itemOf(message));
  await marked;
  return listed;
};

/**
 * A write that was cut short is replaced: these very answers are here again, whole. Another click may be at that too, and
 * take away what is being written.
 */
const createWhole = async ({ store, log }: Context, record: RequestRecord): ReturnType<Context['store']['create']> => {
  const key = keyOf.request(record);
  for (let tries = 0; tries < 3; tries += 1) {
    const created = await store.create(key, record);
    if (created.state === 'failed') continue;
    if (created.state !== 'exists' || readRecord(created.value)) return created;
    log('warn', { event: 'replaced', reference: record.reference });
    try {
      await store.remove(key);
      await store.remove(keyOf.aside(record));
    } catch {
      return { state: 'unknown' };
    }
  }
  return { state: 'failed' };
};
