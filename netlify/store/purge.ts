/** Removes what was handed over longer ago than it is kept. Never what is undelivered. */
import pMap from 'p-map';
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { dayOf, keyOf, messageNames, readKey, referenceOf, type RequestId } from './keys.ts';
import { timeIn } from './record.ts';

const dayLong = 24 * 3600_000;
const concurrency = 6;

/** Everything that is kept about one request. The request goes last but for its own traces, which name nobody. */
export const removeRequest = async ({ store }: Pick<Context, 'store'>, request: RequestId): Promise<void> => {
  await store.remove(keyOf.reference(referenceOf(request)));
  await store.remove(keyOf.request(request));
  await removeTraces({ store }, request);
};

const removeTraces = async ({ store }: Pick<Context, 'store'>, request: RequestId): Promise<void> => {
  const { day, id } = request;
  const traces = [
    ...(await store.keys(`attempts/${day}/${id}/`)),
    ...messageNames.map((message) => keyOf.sent(request, message)),
    keyOf.aside(request),
  ];
  await pMap(traces, store.remove, { concurrency });
};

/** One old request: gone if it was handed over long enough ago. */
const purgeRequest = async (context: Context, request: RequestId, cut: number): Promise<boolean> => {
  const { store, now } = context;
  const mark = keyOf.sent(request, 'provider');
  const text = await store.read(mark);
  if (text === undefined) return false;
  const handedOver = timeIn(text);
  if (handedOver === undefined) {
    // A mark that was half written tells that it was handed over, not when: the time is counted from now.
    await store.remove(mark);
    await store.create(mark, { at: now() });
    return false;
  }
  if (handedOver >= cut) return false;
  await removeRequest(context, request);
  return true;
};

/** What lies before `cutDay` under a prefix, page by page; where keys come in order, no page is asked for in vain. */
const oldKeys = async function* ({ store }: Context, prefix: string, cutDay: string): AsyncGenerator<string[]> {
  for await (const page of store.pages(prefix)) {
    const old = page.filter((key) => readKey(key).day < cutDay);
    if (old.length > 0) yield old;
    if (old.length < page.length) return;
  }
};

/** Until `until` at the latest, in milliseconds since 1970: what is left is for a later run. Returns how many requests went. */
export const purge = async (context: Context, until: number): Promise<number> => {
  const { store, settings, now, log } = context;
  if (settings.retentionDays === undefined) return 0;
  const cut = now() - settings.retentionDays * dayLong;
  const cutDay = dayOf(cut);
  let purged = 0;
  const each = async (prefix: string, work: (key: string) => Promise<void>): Promise<void> => {
    for await (const page of oldKeys(context, prefix, cutDay)) {
      if (now() >= until) return;
      await pMap(page, async (key) => (now() < until ? work(key) : undefined), { concurrency });
    }
  };
  try {
    await each('requests/', async (key) => {
      if (await purgeRequest(context, readKey(key), cut)) purged += 1;
    });
    // Traces of requests that went while a run was cut short.
    for (const prefix of ['sent/', 'attempts/', 'aside/'])
      await each(prefix, async (key) => {
        if ((await store.read(keyOf.request(readKey(key)))) === undefined) await removeTraces(context, readKey(key));
      });
    for (const prefix of ['keys/', 'alarms/', 'canaries/', 'proofs/']) await each(prefix, store.remove);
  } catch (error) {
    log('warn', { event: 'not-purged', code: codeOf(error) });
  }
  if (purged > 0) log('info', { event: 'purged', count: purged });
  return purged;
};
