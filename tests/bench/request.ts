/**
 * The request function: time of a request with the store in memory and a mail server that takes everything at once, how
 * much of it is our own code, and what is deployed.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { handle } from '../../netlify/request/handle.ts';
import type { Mailer } from '../../netlify/mail/mail.ts';
import { smtpMailer } from '../../netlify/mail/send.ts';
import { startMailServer } from '../request/support/smtp.ts';
import { formPost, full, makeWorld } from '../request/support/world.ts';

export const name = 'request';

const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = 200;
/** The first ones are the compiler's. */
const warmUp = 50;

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const rounded = (number: number): number => Number(number.toFixed(2));

interface Timing {
  /** Milliseconds, medians. */
  all: number;
  /** Without what was spent waiting for the mailer. */
  ours: number;
}

const timed = async (step: 'check' | 'send', mailer: Mailer): Promise<Timing> => {
  const times: number[] = [];
  const shares: number[] = [];
  for (let index = 0; index < samples + warmUp; index += 1) {
    let mailing = 0;
    const watched: Mailer = {
      send: async (...given) => {
        const begun = performance.now();
        const answer = await mailer.send(...given);
        mailing += performance.now() - begun;
        return answer;
      },
    };
    const { context } = makeWorld({ mailer: watched });
    const request = formPost({ ...full, issue: `Problem ${index}`, step });
    const begun = performance.now();
    await (await handle(request, context)).text();
    const spent = performance.now() - begun;
    if (index < warmUp) continue;
    times.push(spent);
    shares.push(spent - mailing);
  }
  return { all: median(times), ours: median(shares) };
};

/** Requests a second and faults, a hundred at once. */
const crowd = async (): Promise<{ rate: number; faults: number }> => {
  const { context } = makeWorld();
  const requests = Array.from({ length: 1000 }, (_, index) =>
    formPost({ ...full, issue: `Crowd ${index}`, step: 'send' }),
  );
  const begun = performance.now();
  let faults = 0;
  const worker = async () => {
    for (let request = requests.pop(); request; request = requests.pop())
      if ((await handle(request, context)).status !== 303) faults += 1;
  };
  await Promise.all(Array.from({ length: 100 }, worker));
  return { rate: 1000 / ((performance.now() - begun) / 1000), faults };
};

const kilobytes = async (): Promise<Map<string, number>> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-zip-'));
  try {
    const functions = await zipFunctions(join(root, 'netlify/generated/functions'), folder, {
      basePath: root,
      archiveFormat: 'zip',
    });
    return new Map(functions.map((item) => [item.name, statSync(item.path).size / 1000]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What the bundle of the request function is made of, in kB before zipping, the largest share first. */
const shares = (): { measure: string; value: number; unit: string }[] => {
  const { outputs } = JSON.parse(readFileSync(join(root, 'netlify/generated/bundles.json'), 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  };
  const sizes = new Map<string, number>();
  const [, bundle] = Object.entries(outputs).find(([path]) => path.endsWith('/ta-request.mjs')) ?? [];
  for (const [path, { bytesInOutput }] of Object.entries(bundle?.inputs ?? {})) {
    const [, owner] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    const what = owner ?? (path.includes('generated') ? 'the form and the directory' : 'our own code');
    sizes.set(what, (sizes.get(what) ?? 0) + bytesInOutput / 1000);
  }
  return [...sizes]
    .sort(([, a], [, b]) => b - a)
    .filter(([, size]) => size >= 5)
    .map(([what, size]) => ({ measure: `  in its code before zipping: ${what}`, value: Math.round(size), unit: 'kB' }));
};

export const run = async (): Promise<{ measure: string; value: number; unit: string; budget?: number }[]> => {
  const server = await startMailServer();
  try {
    const nothing: Mailer = { send: () => Promise.resolve({ refused: [] }) };
    const check = await timed('check', nothing);
    const send = await timed('send', nothing);
    const real = await timed(
      'send',
      smtpMailer({ host: '127.0.0.1', port: server.port, secure: false, requireTLS: false }),
    );
    const { rate, faults } = await crowd();
    const sizes = await kilobytes();
    return [
      { measure: 'answers checked, page filled in', value: rounded(check.all), unit: 'ms', budget: 20 },
      { measure: 'request stored, read back and composed', value: rounded(send.all), unit: 'ms', budget: 20 },
      { measure: 'the same, mailed to an SMTP server on this machine', value: rounded(real.all), unit: 'ms' },
      { measure: 'share of that in our own code', value: Math.round((real.ours / real.all) * 100), unit: '%' },
      {
        measure: 'requests a second, 100 at once (GOV.UK Forms 2022: 83, Notify 2018: 360)',
        value: Math.round(rate),
        unit: '/s',
      },
      { measure: 'faults among 1,000 of them', value: faults, unit: '', budget: 0 },
      {
        measure: 'ta-request, zipped with Netlify’s own 338 kB',
        value: Math.round(sizes.get('ta-request') ?? 0),
        unit: 'kB',
        budget: 900,
      },
      ...shares(),
    ];
  } finally {
    await server.stop();
  }
};
