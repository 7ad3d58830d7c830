/** A request as it is kept. */
import * as z from 'zod';
import type { Answers } from '../../src/request/schema.ts';
import { messageNames, referenceOf, sha256, type MessageName, type RequestId } from './keys.ts';

/** Loose about the answers: topics, experts and whole questions may be gone from the site when a request is read again. */
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
  /** Signs of spam, in words for the provider. */
  signals: z.array(z.string()),
  /** Whether the requester gets a mail that confirms it. */
  isAcknowledged: z.boolean().default(false),
  /** A test of our own. */
  isCanary: z.boolean(),
});
export type RequestRecord = z.infer<typeof record>;

/** Whatever lies in the store may be damaged, or only half written: undefined then, and where nothing lies. */
const readAs = <T>(schema: z.ZodType<T>, text: string | undefined): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
};

export const readRecord = (text: string | undefined): RequestRecord | undefined => readAs(record, text);

const named = z.object({ request: z.string() });
/** The key of the request that a reference, or a key of the form, leads to. */
export const requestNamedIn = (text: string | undefined): string | undefined => readAs(named, text)?.request;

const timed = z.object({ at: z.number() });
/** When a mark was written, in milliseconds since 1970. */
export const timeIn = (text: string | undefined): number | undefined => readAs(timed, text)?.at;

/** The same answers in any order of fields. The page that someone came from is no answer: a reload may lose it. */
export const digestOf = ({ about: _, ...answers }: Readonly<Record<string, unknown>>): string =>
  sha256(JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))).toString('hex');

/**
 * Identity and reference come from the answers and the day. So the same answers get the same reference on any machine,
 * after a reload of the form, even while the store is down. Nobody can take the place of the daily test.
 */
export const identityOf = (digest: string, day: string, isCanary: boolean): RequestId => ({
  day,
  id: sha256(`${isCanary ? 'canary' : 'answers'} ${digest}`)
    .toString('hex')
    .slice(0, 32),
});

interface NewRecord {
  answers: Answers;
  digest: string;
  signals: string[];
  isAcknowledged: boolean;
  isCanary: boolean;
  now: number;
}

export const newRecord = (identity: RequestId, { answers, now, ...rest }: NewRecord): RequestRecord => ({
  version: 1,
  ...identity,
  reference: referenceOf(identity),
  receivedAt: new Date(now).toISOString(),
  answers: Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  ...rest,
});

export const messagesFor = ({ isAcknowledged }: RequestRecord): MessageName[] =>
  isAcknowledged ? [...messageNames] : ['provider'];
