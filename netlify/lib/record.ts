/** A request as it is kept, and where. Everything is written once:
 *
 *     requests/<day>/<id>                     the request
 *     keys/<day>/<key>                        which request came first under a key of the form
 *     attempts/<day>/<id>/<message>/<nn>      someone set out to send this message, try nn
 *     failures/<day>/<id>/<message>/<nn>      … and failed
 *     sent/<day>/<id>/<message>               handed over to the mail server, or given up for good
 *     alarms/<day>/<kind>/<hour>              an alarm was mailed
 *     canaries/<day>                          the daily test passed
 *
 * So the state of a request is what lies there, and two runners cannot undo each other's work.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { referenceFrom } from '../../src/lib/reference.ts';
import type { Answers } from '../../src/request/schema.ts';

export const messageNames = ['provider', 'acknowledgement'] as const;
export type MessageName = (typeof messageNames)[number];

/** Loose about the answers: topics and experts may be gone from the site by the time a request is read again. */
const record = z.object({
  version: z.literal(1),
  id: z.string(),
  day: z.string(),
  reference: z.string(),
  /** ISO 8601, UTC. */
  receivedAt: z.iso.datetime(),
  /** Of the answers: tells a repeat from another request under the same key of the form. */
  digest: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  signals: z.array(z.string()),
  /** A test of our own, to the test address. */
  isCanary: z.boolean(),
});
export type RequestRecord = z.infer<typeof record>;

/** Undefined where the text is no record. */
export const readRecord = (text: string): RequestRecord | undefined => {
  try {
    const result = record.safeParse(JSON.parse(text));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
};

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The same answers in any order of fields. The page that someone came from is no answer: a reload may lose it. */
export const digestOf = ({ about: _, ...answers }: Readonly<Record<string, unknown>>): string =>
  sha256(JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))).toString('hex');

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const dayBefore = (day: string): string => dayOf(Date.parse(day) - 86_400_000);

/**
 * Identity and reference come from the answers and the day. So the same answers get the same reference on any machine,
 * after a reload of the form, even while the store is down. Nobody can take the place of the daily test.
 */
export const identityOf = (
  digest: string,
  day: string,
  isCanary: boolean,
): Pick<RequestRecord, 'id' | 'day' | 'reference'> => {
  const id = sha256(`${isCanary ? 'canary' : 'answers'} ${digest}`)
    .toString('hex')
    .slice(0, 32);
  return { id, day, reference: referenceFrom(sha256(`${day} ${id}`)) };
};

export const newRecord = (
  identity: Pick<RequestRecord, 'id' | 'day' | 'reference'>,
  {
    answers,
    digest,
    signals,
    isCanary,
    now,
  }: { answers: Answers; digest: string; signals: string[]; isCanary: boolean; now: number },
): RequestRecord => ({
  version: 1,
  ...identity,
  receivedAt: new Date(now).toISOString(),
  digest,
  answers: Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  signals,
  isCanary,
});

/** The acknowledgement is held back where there are signals of spam, lest the form mail to people who never asked. */
export const messagesFor = ({ signals, isCanary }: RequestRecord): MessageName[] =>
  signals.length > 0 || isCanary ? ['provider'] : [...messageNames];

const two = (number: number): string => String(number).padStart(2, '0');

export const keyOf = {
  /** The form's own key is not kept as it is: whoever holds it could ask for the reference. */
  formKey: (day: string, key: string) => `keys/${day}/${sha256(key).toString('hex').slice(0, 32)}`,
  request: ({ day, id }: Pick<RequestRecord, 'day' | 'id'>) => `requests/${day}/${id}`,
  attempt: ({ day, id }: Pick<RequestRecord, 'day' | 'id'>, message: MessageName, number: number) =>
    `attempts/${day}/${id}/${message}/${two(number)}`,
  failure: ({ day, id }: Pick<RequestRecord, 'day' | 'id'>, message: MessageName, number: number) =>
    `failures/${day}/${id}/${message}/${two(number)}`,
  sent: ({ day, id }: Pick<RequestRecord, 'day' | 'id'>, message: MessageName) => `sent/${day}/${id}/${message}`,
  /** `time` in milliseconds since 1970. */
  alarm: (kind: string, time: number) => `alarms/${dayOf(time)}/${kind}/${new Date(time).toISOString().slice(11, 13)}`,
  canary: (day: string) => `canaries/${day}`,
};

/** Day, id, message and try of a key of the above. */
export const readKey = (key: string): { day: string; id: string; message: string; number: number } => {
  const [, day = '', id = '', message = '', number = '0'] = key.split('/');
  return { day, id, message, number: Number(number) };
};
