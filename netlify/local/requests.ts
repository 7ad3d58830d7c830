/** `npm run requests`: the kept requests, from a terminal. Log lines go to the error stream, so that an export can be piped. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { liveContext } from '../live.ts';
import { blockingProblems } from '../settings.ts';
import { netlifyStore } from '../store/blobs.ts';
import { desk } from './desk.ts';
import { startBlobs } from './store.ts';

// What is set already wins over the file.
if (existsSync('.env')) process.loadEnvFile();
const words = process.argv.slice(2);
const isLive = words.includes('--live');
const context = liveContext({
  ip: '',
  deploy: { context: isLive ? 'production' : 'dev' },
  waitUntil: (work) => void work,
});
const faults = words.includes('resend') ? blockingProblems(context.settings) : [];
const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = process.env;

if (isLive && !(siteID && token)) {
  console.error(
    'The live store needs NETLIFY_SITE_ID (Site configuration → General) and NETLIFY_AUTH_TOKEN (User settings → Applications).',
  );
  process.exitCode = 2;
} else if (faults.length > 0) {
  for (const { name, advice } of faults) console.error(`${name} is missing or malformed. It should be ${advice}.`);
  process.exitCode = 2;
} else {
  const local = isLive ? undefined : await startBlobs(fileURLToPath(new URL('../..', import.meta.url)));
  const site = isLive && siteID && token ? { siteID, token } : {};
  // A terminal can wait longer than a person in front of a form.
  const store = netlifyStore({ name: context.settings.storeName, ...site }, 30_000);
  try {
    process.exitCode = await desk(words, {
      context: { ...context, store, log: (level, line) => console.error(JSON.stringify({ level, ...line })) },
      print: console.log,
      readFile: (path) => readFile(path, 'utf8'),
    });
  } finally {
    await local?.stop();
  }
}
