/** A world for the request function: a store in memory, a mail server that only notes, a clock that we turn. */
import type { Context } from '../../../netlify/context.ts';
import type { LogLine } from '../../../netlify/log.ts';
import type { Mail, Mailer } from '../../../netlify/mail/mail.ts';
import { limiter, type Limits } from '../../../netlify/request/limit.ts';
import { readSettings, type Settings } from '../../../netlify/settings.ts';
import { site } from '../../../netlify/site.ts';
import { blobStore, type RawStore } from '../../../netlify/store/blobs.ts';
import type { RequestFieldName } from '../../../src/request/schema.ts';

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

/** Keys by their first part, so that 200,000 of one kind do not slow down the list of another. */
class Blobs extends Map<string, string> {
  readonly #kinds = new Map<string, Set<string>>();
  #kind(key: string): Set<string> {
    const kind = key.slice(0, key.indexOf('/') + 1);
    const known = this.#kinds?.get(kind) ?? new Set();
    this.#kinds?.set(kind, known);
    return known;
  }
  override set(key: string, value: string): this {
    this.#kind(key).add(key);
    return super.set(key, value);
  }
  override delete(key: string): boolean {
    this.#kind(key).delete(key);
    return super.delete(key);
  }
  override clear(): void {
    this.#kinds.clear();
    super.clear();
  }
  keysOf(prefix: string): string[] {
    const keys = prefix.includes('/') ? this.#kind(prefix) : this.keys();
    return [...keys].filter((key) => key.startsWith(prefix)).sort();
  }
}

/** Atomic, as the live store is: a key is written once. Keys come in order, a page at a time. */
export class MemoryStore implements RawStore {
  readonly blobs = new Blobs();
  pageLength = 1000;
  async set(key: string, value: string, _options?: { onlyIfNew: true }): Promise<{ modified: boolean; etag?: string }> {
    if (this.blobs.has(key)) return { modified: false };
    this.blobs.set(key, value);
    return { modified: true, etag: '"1"' };
  }
  async get(key: string): Promise<string | null> {
    return this.blobs.get(key) ?? null;
  }
  async *list({ prefix }: { prefix: string }): AsyncGenerator<{ blobs: { key: string }[] }> {
    const keys = this.keys(prefix);
    do yield { blobs: keys.splice(0, this.pageLength).map((key) => ({ key })) };
    while (keys.length > 0);
  }
  async delete(key: string): Promise<void> {
    this.blobs.delete(key);
  }
  keys(prefix: string): string[] {
    return this.blobs.keysOf(prefix);
  }
}

export interface World {
  context: Context;
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
  mailer?: Pick<Mailer, 'send'> | { send: (mail: Mail) => Promise<unknown> };
  settings?: Settings;
  timeout?: number;
  limits?: Partial<Limits>;
}

/** The outside watch, where nobody looks whether it is asked. */
export const noBeat = (): Promise<void> => Promise.resolve();

export const makeWorld = ({
  raw = new MemoryStore(),
  mailer,
  settings: given = settings(),
  timeout = 1000,
  limits = {},
}: WorldOptions = {}): World => {
  const mails: Mail[] = [];
  const logs: World['logs'] = [];
  const clock = { time: Date.UTC(2026, 10, 4, 12) };
  const put: World['put'] = [];
  const free = limiter(1_000_000, 1);
  const context: Context = {
    site,
    settings: given,
    store: blobStore(() => raw, { timeout }),
    mailer: {
      send: async (mail, sendTimeout) => {
        const answer = await (mailer ? (mailer as Mailer).send(mail, sendTimeout) : undefined);
        if (!mailer) mails.push(mail);
        return answer ?? { refused: [] };
      },
    },
    log: (level, line) => logs.push({ level, ...line }),
    now: () => clock.time,
    later: (milliseconds, work) => put.push({ at: clock.time + milliseconds, work }),
    limits: { requests: free, mailbox: free, everyone: free, ...limits },
    unstored: new Map(),
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
  return { context, mails, logs, clock, put, catchUp };
};

/** Addresses that a mail goes to, as one text. */
export const toOf = (mail: Mail): string => mail.to.join(' ');

/** As the content has it today. */
export const topicTitle = (id: string): string =>
  site.directory.vocabulary.topics.find(({ value }) => value === id)?.label ?? '';

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

/** An answer to every question. */
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
} satisfies Record<RequestFieldName, string | string[]>;

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
