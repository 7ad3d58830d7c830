/** Puts the parts together for a real deploy, or for the local server. Never throws: the answer to a person begins here. */
import { setTimeout } from 'node:timers/promises';
import type { Context as NetlifyContext } from '@netlify/functions';
import type { Context } from './context.ts';
import { consoleLog } from './log.ts';
import { handOverFrom } from './mail/background.ts';
import { mailerFor } from './mail/send.ts';
import { liveLimits } from './request/limit.ts';
import { readSettings } from './settings.ts';
import { site } from './site.ts';
import { netlifyStore } from './store/blobs.ts';

/** What the functions use of the context that Netlify gives them. */
export type FunctionContext = Pick<NetlifyContext, 'ip' | 'waitUntil'> & {
  deploy: Pick<NetlifyContext['deploy'], 'context'>;
};

const limits = liveLimits();
const unstored: Context['unstored'] = new Map();

/** Asks an outside watch. */
export const beat = (address: string): Promise<unknown> => fetch(address, { signal: AbortSignal.timeout(5000) });

export const liveContext = (netlify: FunctionContext): Context => {
  const settings = readSettings(process.env, netlify.deploy.context || process.env['CONTEXT'] || 'unknown');
  return {
    settings,
    site,
    store: netlifyStore({ name: settings.storeName }),
    mailer: mailerFor(settings, (file) => console.log(`Mail written to ${file}`)),
    log: consoleLog,
    handOver: handOverFrom(settings, consoleLog),
    now: Date.now,
    later: (milliseconds, work) => netlify.waitUntil(setTimeout(milliseconds).then(work)),
    limits,
    unstored,
    ip: netlify.ip,
  };
};
