/** Sends one message of a kept request, at most once at a time, and writes down what became of it. */
import type { BlobStore } from './blobs.ts';
import { compose } from './compose.ts';
import { codeOf, type Log } from './log.ts';
import { keyOf, type MessageName, type RequestRecord } from './record.ts';
import { isRefusedForGood, type Mailer } from './send.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';

export interface DeliveryTools {
  store: BlobStore;
  mailer: Mailer;
  site: Site;
  settings: Settings;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
}

type Delivery = 'sent' | 'failed' | 'elsewhere' | 'unclaimed';

/** What failed is tried again after so many seconds (as Svix does); the last holds for all that follow. */
const seconds = [0, 5, 300, 1800, 7200, 18_000, 36_000, 36_000];
/** When try `number` may be made, counted from the end of the one before. */
export const delayBefore = (number: number): number => (seconds[number] ?? 36_000) * 1000;

/** Writes down that a message needs no further try. */
export const markSent = async (
  { store, log, now }: DeliveryTools,
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

/** Without a store: the mail itself is all there is. True where the server took it over. */
export const sendUnstored = async (
  { mailer, log, site, settings }: DeliveryTools,
  record: RequestRecord,
  message: MessageName,
): Promise<boolean> => {
  const { reference } = record;
  try {
    await mailer.send(compose(message, record, site, settings));
  } catch (error) {
    log('error', { event: 'not-sent-unstored', reference, message, code: codeOf(error) });
    return false;
  }
  log('warn', { event: 'sent-unstored', reference, message });
  return true;
};

/** Try `number`, 0 first. Whoever writes the attempt down first makes it. */
export const deliver = async (
  tools: DeliveryTools,
  record: RequestRecord,
  message: MessageName,
  number: number,
): Promise<Delivery> => {
  const { store, mailer, log, now, site, settings } = tools;
  const { reference } = record;
  try {
    if ((await store.read(keyOf.sent(record, message))) !== undefined) return 'elsewhere';
  } catch {
    return 'unclaimed';
  }
  const { state } = await store.create(keyOf.attempt(record, message, number), { at: now() });
  if (state !== 'created') return state === 'exists' ? 'elsewhere' : 'unclaimed';
  try {
    await mailer.send(compose(message, record, site, settings));
  } catch (error) {
    const code = codeOf(error);
    if (message === 'acknowledgement' && isRefusedForGood(error)) {
      log('warn', { event: 'given-up', reference, message, code });
      await markSent(tools, record, message, code);
      return 'failed';
    }
    log(number > 3 ? 'error' : 'warn', { event: 'not-sent', reference, message, code, count: number + 1 });
    await store.create(keyOf.failure(record, message, number), { at: now(), code });
    return 'failed';
  }
  await markSent(tools, record, message);
  log('info', { event: 'handed-over', reference, message, count: number + 1 });
  return 'sent';
};
