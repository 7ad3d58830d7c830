/**
 * What lies where. Everything is written once, so two runners cannot undo each other's work:
 *
 *     requests/<day>/<id>                                    a request
 *     references/<reference>                                 which request a reference names
 *     queue/<received>/<id>/<message>/<nn>/<due>             this message waits for its try nn
 *     attempts/<day>/<id>/<message>/<nn>                     someone set out to make try nn
 *     attempts/<day>/<id>/unclear/<nn>                       after try nn to the provider the mail server did not answer
 *     sent/<day>/<id>/<message>                              handed over to the mail server, or given up for good
 *     aside/<day>/<id>                                       the request cannot be read; someone was told
 *     keys/<day>/<key>                                       which request came first under a key of the form
 *     alarms/<day>/<kind>/<hour>                             an alarm was mailed
 *     canaries/<day>                                         the daily test passed
 *     proofs/<day>/<id>                                      the daily test of the store itself
 *
 * The queue is known by its names alone: what waits, since when and until when, without reading any request. An item is
 * there before its request is written, and goes when the message is sent; so what is kept and not sent is always in it.
 * Times in names are UTC, to the minute: 2026-11-04T1200.
 */
import { createHash } from 'node:crypto';
import { referenceFrom } from '../../src/lib/reference.ts';

export const messageNames = ['provider', 'acknowledgement'] as const;
export type MessageName = (typeof messageNames)[number];

/** Which request: the day it was received, and what its answers are. */
export interface RequestId {
  day: string;
  id: string;
}

export interface QueueItem extends RequestId {
  key: string;
  message: MessageName;
  /** Milliseconds since 1970, to the minute. */
  received: number;
  /** The next try, 0 first, and when it may be made. */
  number: number;
  due: number;
}

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const short = (text: string): string => sha256(text).toString('hex').slice(0, 32);

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const dayBefore = (day: string): string => dayOf(Date.parse(day) - 86_400_000);
const minuteOf = (time: number): string => new Date(time).toISOString().slice(0, 16).replace(':', '');
const timeOf = (minute: string): number => Date.parse(`${minute.slice(0, 13)}:${minute.slice(13)}Z`);

/** The reference of a request follows from its name, so an alarm can say it without reading the request. */
export const referenceOf = ({ day, id }: RequestId): string => referenceFrom(sha256(`${day} ${id}`));

/** When a message is due that is not tried again before a person says so: milliseconds since 1970. */
export const unscheduled = Date.UTC(9999, 0);

const minute = 60_000;
const two = (number: number): string => String(number).padStart(2, '0');

export const keyOf = {
  /** The form's own key is not kept as it is: whoever holds it could ask for the reference. */
  formKey: (day: string, key: string) => `keys/${day}/${short(key)}`,
  request: ({ day, id }: RequestId) => `requests/${day}/${id}`,
  reference: (reference: string) => `references/${reference}`,
  queued: (received: number, id: string, message: MessageName, number: number, due: number) =>
    `queue/${minuteOf(received)}/${id}/${message}/${two(number)}/${minuteOf(Math.ceil(due / minute) * minute)}`,
  attempt: ({ day, id }: RequestId, message: MessageName, number: number) =>
    `attempts/${day}/${id}/${message}/${two(number)}`,
  /** Tries to the provider that may have arrived; without a number, all of them. */
  unclear: ({ day, id }: RequestId, number?: number) =>
    `attempts/${day}/${id}/unclear/${number === undefined ? '' : two(number)}`,
  sent: ({ day, id }: RequestId, message: MessageName) => `sent/${day}/${id}/${message}`,
  aside: ({ day, id }: RequestId) => `aside/${day}/${id}`,
  /** `time` in milliseconds since 1970. */
  alarm: (kind: string, time: number) => `alarms/${dayOf(time)}/${kind}/${new Date(time).toISOString().slice(11, 13)}`,
  canary: (day: string) => `canaries/${day}`,
  proof: (day: string, id: string) => `proofs/${day}/${id}`,
};

/** Day and id of a key that names a request. */
export const readKey = (key: string): RequestId => {
  const [, day = '', id = ''] = key.split('/');
  return { day: day.slice(0, 10), id };
};

/** Undefined for what is no item of the queue. */
export const readQueued = (key: string): QueueItem | undefined => {
  const [, received = '', id = '', message, number = '', due = ''] = key.split('/');
  const item = {
    key,
    ...readKey(key),
    id,
    message: message as MessageName,
    received: timeOf(received),
    number: Number(number),
    due: timeOf(due),
  };
  return messageNames.includes(item.message) && [item.received, item.number, item.due].every(Number.isFinite)
    ? item
    : undefined;
};
