/** What every step works with. Time, store, transport and limits come from outside: live.ts for a deploy, the tests for themselves. */
import type { Log } from './log.ts';
import type { Mailer } from './mail/mail.ts';
import type { Limits } from './request/limit.ts';
import type { Settings } from './settings.ts';
import type { Site } from './site.ts';
import type { BlobStore } from './store/blobs.ts';

export interface Context {
  site: Site;
  settings: Settings;
  store: BlobStore;
  mailer: Mailer;
  log: Log;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Work to be done after the answer has gone out, some milliseconds later. */
  later: (milliseconds: number, work: () => Promise<unknown>) => void;
  /**
   * Has these items of the queue sent in the background; without any, whatever is due. False where nobody took it on, or nobody
   * said so; undefined where the platform has no background.
   */
  handOver?: ((items: readonly string[]) => Promise<boolean>) | undefined;
  limits: Limits;
  /** What this instance mails without a store, by reference: what became of it. */
  unstored: Map<string, Promise<'sent' | 'failed' | 'unclear'>>;
  /** Network address of the requester, from the platform; only counted, never kept. */
  ip: string;
  /** The daily test of our own; no request from outside can say so. */
  isCanary?: boolean;
}
