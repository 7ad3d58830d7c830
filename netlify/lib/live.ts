/** Puts the parts together for a real deploy, or for the local server. Never throws: the answer to a person begins here. */
import { resolve } from 'node:path';
import { getStore } from '@netlify/blobs';
import type { Context } from '@netlify/functions';
import { blobStore, type RawStore } from './blobs.ts';
import type { HandleTools } from './handle.ts';
import { limiter } from './limit.ts';
import { consoleLog } from './log.ts';
import { mailerFor } from './send.ts';
import { readSettings } from './settings.ts';
import { site } from './site.ts';

/** What the functions use of the context that Netlify gives them. */
export type FunctionContext = Pick<Context, 'ip' | 'waitUntil'> & { deploy: Pick<Context['deploy'], 'context'> };

/** Each instance of the function counts for itself; the platform's own limit counts for all. */
const sending = limiter(20, 10 * 60_000);
const acknowledging = limiter(3, 60 * 60_000);
const unstored: HandleTools['unstored'] = new Map();

/**
 * Store names are shared by all deploys of a site, so the context is part of the name. Opened at each use: where the
 * platform gives no store, that is a store that does not answer, and the mail still goes out.
 */
const rawStore = (name: string): RawStore => {
  const open = () => getStore({ name, consistency: 'strong' }) as unknown as RawStore;
  return {
    set: async (...given) => open().set(...given),
    get: async (...given) => open().get(...given),
    list: async (...given) => open().list(...given),
    delete: async (...given) => open().delete(...given),
  };
};

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

export const liveTools = (context: FunctionContext): HandleTools => {
  const settings = readSettings(process.env, context.deploy.context || process.env['CONTEXT'] || 'production');
  settings.outbox = resolve(settings.outbox);
  return {
    settings,
    site,
    store: blobStore(rawStore(settings.storeName)),
    mailer: mailerFor(settings, (file) => console.log(`Mail written to ${file}`)),
    log: consoleLog,
    now: Date.now,
    later: (milliseconds, work) => context.waitUntil(wait(milliseconds).then(work)),
    mayAcknowledge: (address) => acknowledging.allow(address.toLowerCase(), Date.now()),
    unstored,
    sending,
    ip: context.ip,
  };
};
