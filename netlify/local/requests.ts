/** `npm run requests`: the kept requests, from a terminal. Log lines go to the error stream, so that an export can be piped. */
import { readFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { mailerFor } from '../mail/send.ts';
import { liveLimits } from '../request/limit.ts';
import { blockingProblems, readSettings } from '../settings.ts';
import { site } from '../site.ts';
import { desk } from './desk.ts';
import { openLiveStore, openLocalStore } from './store.ts';

const words = process.argv.slice(2);
const isLive = words.includes('--live');
const settings = readSettings(process.env, isLive ? 'production' : 'dev');
const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = process.env;

if (isLive && (!siteID || !token)) {
  console.error(
    'The live store needs NETLIFY_SITE_ID (Site configuration → General) and NETLIFY_AUTH_TOKEN (User settings → Applications).',
  );
  process.exitCode = 2;
} else if (words.includes('resend') && blockingProblems(settings).length > 0) {
  for (const { name, advice } of blockingProblems(settings))
    console.error(`${name} is missing or malformed. It should be ${advice}.`);
  process.exitCode = 2;
} else {
  const { store, close } =
    isLive && siteID && token
      ? openLiveStore(settings.storeName, siteID, token)
      : await openLocalStore(settings.storeName);
  const context: Context = {
    store,
    site,
    settings,
    mailer: mailerFor(settings, (file) => console.error(`Mail written to ${file}`)),
    log: (level, line) => console.error(JSON.stringify({ level, ...line })),
    now: Date.now,
    later: (_, work) => void work(),
    limits: liveLimits(),
    unstored: new Map(),
    ip: '',
  };
  try {
    process.exitCode = await desk(words, { context, print: console.log, readFile: (path) => readFile(path, 'utf8') });
  } finally {
    await close();
  }
}
