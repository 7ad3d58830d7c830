/** The confirmation: “received” is said of a reference that the store knows, and to nobody who has none. */
import { readReference } from '../../src/lib/reference.ts';
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { keyOf } from '../store/keys.ts';
import { readRecord, requestNamedIn } from '../store/record.ts';
import { formPath, html, notAllowed, seeOther, unlistedMark } from './answer.ts';

export const confirm = async (request: Request, context: Context): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed('GET, HEAD');
  const query = new URL(request.url).searchParams;
  const reference = readReference(query.get('reference') ?? '');
  if (!reference) return seeOther(formPath);
  const { received } = context.site;
  const page = (status: number, ...show: string[]): Response =>
    html(status, received, {
      show: new Set(show),
      fill: { reference, ...(status === 404 ? { h1: 'We do not know this reference', title: 'Not known: ' } : {}) },
    });
  try {
    const { store } = context;
    const mark = await store.read(keyOf.reference(reference));
    const key = requestNamedIn(mark);
    const record = key && readRecord(await store.read(key));
    if (record) return page(200, 'told', 'received', record.isAcknowledged ? 'acknowledged' : 'unacknowledged');
    // Nobody can look that up, and nobody can make it up to a good end.
    return query.has(unlistedMark) || (mark && !key) ? page(200, 'told', 'unchecked') : page(404, 'unknown');
  } catch (error) {
    context.log('warn', { event: 'not-confirmed', code: codeOf(error) });
    return page(200, 'told', 'unchecked');
  }
};
