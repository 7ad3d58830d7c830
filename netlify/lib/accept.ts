/** Keeps a good request and sends it. Says “received” only where it was stored and read back, or handed over. */
import type { Answers } from '../../src/request/schema.ts';
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

interface Good {
  answers: Answers;
  /** Made by the form in the browser, one for each request. */
  key: string | undefined;
  signals: string[];
  isCanary?: boolean;
}

export interface AcceptTools extends DeliveryTools {
  /** Work to be done after the answer has gone out, some milliseconds later. */
  later: (milliseconds: number, work: () => Promise<unknown>) => void;
  /** Whether one more acknowledgement may go to this address. Counts it if so. */
  mayAcknowledge: (address: string) => boolean;
  /** What this instance mails without a store, by reference: whether the mail server takes it over. */
  unstored: Map<string, Promise<boolean>>;
}

interface Acceptance {
  /** `conflict`: other answers were received under the same key; the reference is theirs. */
  outcome: 'received' | 'conflict' | 'not-sent';
  reference: string;
}

const dayLong = 24 * 3600_000;
/** So many are remembered. */
const mostUnstored = 1000;

/** What is kept there, if it came within the last 24 hours. Rejects where the store does not answer. */
const recent = async ({ store, now }: AcceptTools, key: string): Promise<RequestRecord | undefined> => {
  const text = await store.read(key);
  const record = text === undefined ? undefined : readRecord(text);
  return record && now() - Date.parse(record.receivedAt) <= dayLong ? record : undefined;
};

/** The request that came first under this key of the form. */
const firstUnder = async (tools: AcceptTools, key: string, today: string): Promise<RequestRecord | undefined> => {
  const texts = await Promise.all([today, dayBefore(today)].map((day) => tools.store.read(keyOf.formKey(day, key))));
  const text = texts.find((found) => found !== undefined);
  return text === undefined ? undefined : recent(tools, (JSON.parse(text) as { request: string }).request);
};

const mailUnstored = async (record: RequestRecord, acknowledges: boolean, tools: AcceptTools): Promise<boolean> => {
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

/** The store cannot keep it, so the mail must carry it. A double click waits for the first one and sends nothing more. */
const mailOnly = (record: RequestRecord, acknowledges: () => boolean, tools: AcceptTools): Promise<boolean> => {
  const { unstored } = tools;
  const { reference } = record;
  const known = unstored.get(reference);
  if (known) return known;
  const mailed = mailUnstored(record, acknowledges(), tools).then((isMailed) => {
    if (!isMailed) unstored.delete(reference);
    return isMailed;
  });
  unstored.set(reference, mailed);
  for (const oldest of unstored.keys()) if (unstored.size > mostUnstored) unstored.delete(oldest);
  return mailed;
};

export const accept = async (good: Good, tools: AcceptTools): Promise<Acceptance> => {
  const { store, log, now, later, mayAcknowledge, unstored } = tools;
  const { answers, key, signals, isCanary = false } = good;
  const digest = digestOf(answers);
  const today = dayOf(now());
  const record = newRecord(identityOf(digest, today, isCanary), { answers, digest, signals, isCanary, now: now() });
  const { reference } = record;
  const messages = messagesFor(record);
  let mayBeTold: boolean | undefined;
  const acknowledges = () => messages.includes('acknowledgement') && (mayBeTold ??= mayAcknowledge(answers.email));

  let isMailTried = false;
  try {
    const [same, first] = await Promise.all([
      recent(tools, keyOf.request(identityOf(digest, dayBefore(today), isCanary))),
      key ? firstUnder(tools, key, today) : undefined,
    ]);
    if (same) return { outcome: 'received', reference: same.reference };
    if (first && first.digest !== digest) return { outcome: 'conflict', reference: first.reference };
  } catch {
    // The store does not answer. A person waits: mail at once, and come back to the store only if that fails too.
    log('error', { event: 'store-silent', reference });
    if (await mailOnly(record, acknowledges, tools)) return { outcome: 'received', reference };
    isMailTried = true;
  }

  const created = await store.create(keyOf.request(record), record);
  if (created.state === 'exists' && readRecord(created.value)) return { outcome: 'received', reference };
  if (created.state !== 'created') {
    log('error', { event: 'not-stored', reference, code: created.state });
    const isMailed = !isMailTried && (await mailOnly(record, acknowledges, tools));
    return { outcome: isMailed ? 'received' : 'not-sent', reference };
  }

  log('info', { event: 'received', reference, ...(signals.length > 0 ? { count: signals.length } : {}) });
  const marked = key && store.create(keyOf.formKey(today, key), { request: keyOf.request(record) });
  if (await unstored.get(reference)) {
    // Mailed a moment ago, while the store was down.
    await Promise.all(messages.map((message) => markSent(tools, record, message)));
  } else {
    // Said before anything is sent: whoever takes over from here must know it.
    if (messages.includes('acknowledgement') && !acknowledges())
      await markSent(tools, record, 'acknowledgement', 'LIMIT');
    if ((await deliver(tools, record, 'provider', 0)) === 'failed')
      later(delayBefore(1), () => deliver(tools, record, 'provider', 1));
    if (acknowledges()) later(0, () => deliver(tools, record, 'acknowledgement', 0));
  }
  await marked;
  return { outcome: 'received', reference };
};
