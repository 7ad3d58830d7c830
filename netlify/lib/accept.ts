/** Keeps a good request and sends it. Says “received” only where it was stored and read back, or handed over. */
import type { Answers } from '../../src/schemas/request.ts';
import { deliver, delayBefore, sendUnstored, type DeliveryTools } from './deliver.ts';
import { dayBefore, dayOf, digestOf, identityOf, keyOf, messagesFor, newRecord, readRecord, type RequestRecord } from './record.ts';

export interface Good {
  answers: Answers;
  key: string | undefined;
  signals: string[];
  isCanary?: boolean;
}

export interface AcceptTools extends DeliveryTools {
  /** Work to be done after the answer has gone out, some milliseconds later. */
  later: (milliseconds: number, work: () => Promise<unknown>) => void;
  /** Whether one more acknowledgement may go to this address. */
  mayAcknowledge: (address: string) => boolean;
}

export type Acceptance =
  | { outcome: 'received'; reference: string; record: RequestRecord | undefined }
  /** Other answers were received under the same key. */
  | { outcome: 'conflict'; reference: string }
  | { outcome: 'not-sent'; reference: string };

const dayLong = 24 * 3600_000;

/** The same request of at most 24 hours ago, filed under the day before. */
const earlier = async ({ store, now }: AcceptTools, key: string | undefined, digest: string, today: string): Promise<RequestRecord | undefined> => {
  try {
    const text = await store.read(keyOf.request(identityOf(key, digest, dayBefore(today))));
    const record = text === undefined ? undefined : readRecord(text);
    return record && now() - Date.parse(record.receivedAt) <= dayLong ? record : undefined;
  } catch {
    return undefined;
  }
};

const repeat = (record: RequestRecord, digest: string): Acceptance =>
  record.digest === digest ? { outcome: 'received', reference: record.reference, record } : { outcome: 'conflict', reference: record.reference };

export const accept = async (good: Good, tools: AcceptTools): Promise<Acceptance> => {
  const { store, log, now, later, mayAcknowledge } = tools;
  const { answers, key, signals, isCanary = false } = good;
  const digest = digestOf(answers);
  const today = dayOf(now());
  const first = await earlier(tools, key, digest, today);
  if (first) return repeat(first, digest);

  const record = newRecord(identityOf(key, digest, today), { answers, digest, signals, isCanary, now: now() });
  const { reference } = record;
  const created = await store.create(keyOf.request(record), record);
  if (created.state === 'exists') {
    const known = readRecord(created.value);
    if (known) return repeat(known, digest);
  }
  const acknowledges = messagesFor(record).includes('acknowledgement') && mayAcknowledge(answers.email);

  if (created.state !== 'created') {
    log('error', { event: 'not-stored', reference, code: created.state });
    if (!(await sendUnstored(tools, record, 'provider'))) return { outcome: 'not-sent', reference };
    if (acknowledges) later(0, () => sendUnstored(tools, record, 'acknowledgement'));
    return { outcome: 'received', reference, record };
  }

  log('info', { event: 'received', reference, ...(signals.length > 0 ? { count: signals.length } : {}) });
  if ((await deliver(tools, record, 'provider', 0)) === 'failed') later(delayBefore(1), () => deliver(tools, record, 'provider', 1));
  if (acknowledges) later(0, () => deliver(tools, record, 'acknowledgement', 0));
  else if (messagesFor(record).includes('acknowledgement')) later(0, () => store.create(keyOf.sent(record, 'acknowledgement'), { at: now(), givenUp: 'LIMIT' }));
  return { outcome: 'received', reference, record };
};
