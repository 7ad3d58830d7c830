/**
 * The way into the background, where a function has 15 minutes instead of one: time for a mail server that thinks about
 * a message (RFC 5321, 4.5.3.2.6), so that it gets one copy. Anyone may knock there; what is ours carries a key.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import { codeOf, type Log } from '../log.ts';
import type { Settings } from '../settings.ts';

export const backgroundPath = '/api/ta-request/send';
const keyHeader = 'x-background-key';
/** A person may be waiting. */
const timeout = 3000;

/** Nobody who does not know the mail server's password knows it. */
const keyFrom = (secret: string): string => createHmac('sha256', secret).update(backgroundPath).digest('hex');

/** How to hand over from this deploy; undefined where it has no background. */
export const handOverFrom = ({ address, secret }: Settings, log: Log): Context['handOver'] =>
  secret === undefined
    ? undefined
    : async (items) => {
        try {
          const { status } = await fetch(address + backgroundPath, {
            method: 'POST',
            headers: { 'content-type': 'application/json', [keyHeader]: keyFrom(secret) },
            body: JSON.stringify(items),
            redirect: 'error',
            signal: AbortSignal.timeout(timeout),
          });
          if (status === 202) return true;
          log('warn', { event: 'not-in-background', code: String(status) });
        } catch (error) {
          log('warn', { event: 'not-in-background', code: codeOf(error) });
        }
        return false;
      };

/** The items that our own site handed over; undefined where it was somebody else, or nothing that can be read. */
export const handedOver = async (request: Request, { secret }: Settings): Promise<string[] | undefined> => {
  if (secret === undefined) return undefined;
  const given = Buffer.from(request.headers.get(keyHeader) ?? '');
  const key = Buffer.from(keyFrom(secret));
  if (given.length !== key.length || !timingSafeEqual(given, key)) return undefined;
  try {
    const items: unknown = await request.json();
    return Array.isArray(items) ? items.map(String) : undefined;
  } catch {
    return undefined;
  }
};
