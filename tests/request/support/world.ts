/** A world for the request function: a store in memory, a mail server that only notes, a clock that we turn. */
import type { AcceptTools } from '../../../netlify/lib/accept.ts';
import { blobStore, type RawStore } from '../../../netlify/lib/blobs.ts';
import type { HandleTools } from '../../../netlify/lib/handle.ts';
import { limiter } from '../../../netlify/lib/limit.ts';
import type { LogLine } from '../../../netlify/lib/log.ts';
import type { Mail, Mailer } from '../../../netlify/lib/send.ts';
import { readSettings, type Settings } from '../../../netlify/lib/settings.ts';
import { site } from '../../../netlify/lib/site.ts';

export const provider = 'provider@tta.example';
export const origin = 'https://site.example';

export const settings = (extra: Record<string, string> = {}): Settings =>
  readSettings(
    {
      SMTP_URL: 'smtp://localhost:2525',
      PROVIDER_EMAIL: provider,
      MAIL_FROM: 'requests@tta.example',
      ALARM_EMAIL: 'alarm@tta.example',
      CANARY_EMAIL: 'canary@tta.example',
      URL: origin,
      ...extra,
    },
    'production',
  );

/** Atomic, as the live store is: a key is written once. */
export class MemoryStore implements RawStore {
  readonly blobs = new Map<string, string>();
  async set(key: string, value: string, _options?: { onlyIfNew: true }): Promise<{ modified: boolean; etag?: string }> {
    if (this.blobs.has(key)) return { modified: false };
    this.blobs.set(key, value);
    return { modified: true, etag: '"1"' };
  }
  async get(key: string): Promise<string | null> {
    return this.blobs.get(key) ?? null;
  }
  async list({ prefix }: { prefix: string }): Promise<{ blobs: { key: string }[] }> {
    return { blobs: [...this.blobs.keys()].filter((key) => key.startsWith(prefix)).map((key) => ({ key })) };
  }
  async delete(key: string): Promise<void> {
    this.blobs.delete(key);
  }
}

export interface World {
  tools: HandleTools;
  mails: Mail[];
  logs: (LogLine & { level: string })[];
  clock: { time: number };
  /** Work that was put off until after the answer. */
  put: { at: number; work: () => Promise<unknown> }[];
  /** Does what was put off and is due. */
  catchUp: () => Promise<void>;
}

export interface WorldOptions {
  raw?: RawStore;
  mailer?: Mailer;
  settings?: Settings;
  timeout?: number;
  mayAcknowledge?: AcceptTools['mayAcknowledge'];
}

export const makeWorld = ({
  raw = new MemoryStore(),
  mailer,
  settings: given = settings(),
  timeout = 1000,
  mayAcknowledge = () => true,
}: WorldOptions = {}): World => {
  const mails: Mail[] = [];
  const logs: World['logs'] = [];
  const clock = { time: Date.UTC(2026, 10, 4, 12) };
  const put: World['put'] = [];
  const tools: HandleTools = {
    site,
    settings: given,
    store: blobStore(raw, { timeout }),
    mailer: mailer ?? {
      send: (mail) => {
        mails.push(mail);
        return Promise.resolve();
      },
    },
    log: (level, line) => logs.push({ level, ...line }),
    now: () => clock.time,
    later: (milliseconds, work) => put.push({ at: clock.time + milliseconds, work }),
    mayAcknowledge,
    unstored: new Map(),
    sending: limiter(1_000_000, 1),
    ip: '',
  };
  const catchUp = async () => {
    for (let index = 0; index < put.length;) {
      const item = put[index];
      if (item && item.at <= clock.time) {
        put.splice(index, 1);
        await item.work();
      } else index += 1;
    }
  };
  return { tools, mails, logs, clock, put, catchUp };
};

const topic = site.directory.vocabulary.topics[0]?.value ?? '';

/** Only what is required. */
export const required = {
  name: 'Jane Doe',
  email: 'jane.doe@pd.example',
  agency: 'Springfield Police Department',
  state: 'TX',
  topics: [topic],
  issue: 'Shots fired calls doubled since June.',
};

export const full = {
  ...required,
  role: 'Captain',
  phone: '555-0100 ext. 7',
  contactBy: 'phone',
  hours: 'After 10 p.m. Central',
  asker: 'expert',
  siteContactName: 'John Roe',
  siteContactEmail: 'john.roe@city.example',
  agencyKind: 'municipal',
  agencySize: '25-99',
  spiStatus: 'current',
  awardNumber: '2018-WY-BX-0001',
  topics: ['gun-violence', 'place-based-policing', 'other'],
  otherTopic: 'Ghost guns',
  tried: 'Directed patrol.\nA tip line.',
  outcome: 'A plan by June & training for <all> officers',
  kind: 'targeted-technical-assistance',
  depth: 'calls',
  expert: 'michael-d-white',
  neededBy: 'two-weeks',
  neededWhy: 'Council vote on the 18th',
  executive: 'not-yet',
  share: 'yes',
  about: 'topics/gun-violence',
};

export const formBody = (answers: Readonly<Record<string, string | readonly string[]>>): URLSearchParams => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(answers)) for (const item of [value].flat()) body.append(name, item);
  return body;
};

export const formPost = (
  answers: Readonly<Record<string, string | readonly string[]>>,
  headers: Record<string, string> = {},
): Request =>
  new Request(`${origin}/api/ta-request`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    body: formBody(answers).toString(),
  });

export const jsonPost = (answers: unknown, headers: Record<string, string> = {}): Request =>
  new Request(`${origin}/api/ta-request`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(answers),
  });
