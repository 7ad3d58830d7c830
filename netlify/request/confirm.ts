/** The confirmation: “received” is said of a reference that the store knows, and to nobody who has none. */
import { readReference } from '../../src/lib/reference.ts';
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { keyOf } from '../store/keys.ts';
import { readRecord, type RequestRecord } from '../store/record.ts';
import { formPath, html, mailOnlyMark, notAllowed, seeOther } from './answer.ts';

const recordOf = async ({ store }: Context, reference: string): Promise<RequestRecord | undefined> => {
  const text = await store.read(keyOf.reference(reference));
  if (text === undefined) return undefined;
  return readRecord(await store.read((JSON.parse(text) as { request: string }).request));
};

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
    const record = await recordOf(context, reference);
    if (record) return page(200, 'told', 'received', record.isAcknowledged ? 'acknowledged' : 'unacknowledged');
    // Mailed while the store was down: nobody can look that up, and nobody can make it up to a good end.
    return query.has(mailOnlyMark) ? page(200, 'told', 'unchecked') : page(404, 'unknown');
  } catch (error) {
    context.log('warn', { event: 'not-confirmed', code: codeOf(error) });
    return page(200, 'told', 'unchecked');
  }
};
