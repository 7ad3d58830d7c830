/** Keeps a good request and sends it. Says “received” only where it was stored and read back, or handed over. */
import type { Answers } from '../../src/schemas/request.ts';
import { deliver, delayBefore, markSent, sendUnstored, type DeliveryTools } from './deliver.ts';
import {
  dayBefore,
  dayOf,
  digestOf,
  identityOf,
  keyOf,
  messagesFor,
  newRecord,
  readRecord,
  type RequestRecord,
} from './record.ts';

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

/** The same request of at most 24 hours ago, filed under the day before. Rejects where the store does not answer. */
const earlier = async (
  { store, now }: AcceptTools,
  key: string | undefined,
  digest: string,
  today: string,
): Promise<RequestRecord | undefined> => {
  const text = await store.read(keyOf.request(identityOf(key, digest, dayBefore(today))));
  const record = text === undefined ? undefined : readRecord(text);
  return record && now() - Date.parse(record.receivedAt) <= dayLong ? record : undefined;
};

const repeat = (record: RequestRecord, digest: string): Acceptance =>
  record.digest === digest
    ? { outcome: 'received', reference: record.reference, record }
    : { outcome: 'conflict', reference: record.reference };

/** The store cannot keep it, so the mail must carry it. */
const mailOnly = async (record: RequestRecord, acknowledges: boolean, tools: AcceptTools): Promise<boolean> => {
  if (!(await sendUnstored(tools, record, 'provider'))) return false;
  // The write may land after all, or the store may come back: say then that the message is gone out.
  tools.later(0, () => markSent(tools, record, 'provider'));
  if (acknowledges)
    tools.later(
      0,
      async () => (await sendUnstored(tools, record, 'acknowledgement')) && markSent(tools, record, 'acknowledgement'),
    );
  return true;
};

export const accept = async (good: Good, tools: AcceptTools): Promise<Acceptance> => {
  const { store, log, now, later, mayAcknowledge } = tools;
  const { answers, key, signals, isCanary = false } = good;
  const digest = digestOf(answers);
  const today = dayOf(now());
  const record = newRecord(identityOf(key, digest, today), { answers, digest, signals, isCanary, now: now() });
  const { reference } = record;
  const wantsAcknowledgement = messagesFor(record).includes('acknowledgement');
  const acknowledges = () => wantsAcknowledgement && mayAcknowledge(answers.email);

  let isMailTried = false;
  try {
    const first = await earlier(tools, key, digest, today);
    if (first) return repeat(first, digest);
  } catch {
    // The store does not answer. A person waits: mail at once, and come back to the store only if that fails too.
    log('error', { event: 'store-silent', reference });
    if (await mailOnly(record, acknowledges(), tools)) return { outcome: 'received', reference, record };
    isMailTried = true;
  }

  const created = await store.create(keyOf.request(record), record);
  if (created.state === 'exists') {
    const known = readRecord(created.value);
    if (known) return repeat(known, digest);
  }
  if (created.state !== 'created') {
    log('error', { event: 'not-stored', reference, code: created.state });
    const isMailed = !isMailTried && (await mailOnly(record, acknowledges(), tools));
    return isMailed ? { outcome: 'received', reference, record } : { outcome: 'not-sent', reference };
  }

  log('info', { event: 'received', reference, ...(signals.length > 0 ? { count: signals.length } : {}) });
  if ((await deliver(tools, record, 'provider', 0)) === 'failed')
    later(delayBefore(1), () => deliver(tools, record, 'provider', 1));
  if (acknowledges()) later(0, () => deliver(tools, record, 'acknowledgement', 0));
  else if (wantsAcknowledgement) later(0, () => markSent(tools, record, 'acknowledgement', 'LIMIT'));
  return { outcome: 'received', reference, record };
};
