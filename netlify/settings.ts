/** The settings, read once from the environment. What is missing or malformed is told by name. */
import * as z from 'zod';
import { emailPattern } from '../src/request/messages.ts';

/** Where mail goes. `silent`: previews and branch deploys never mail. */
type MailMode = 'smtp' | 'outbox' | 'silent';

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS is demanded, except on this very machine. */
  secure: boolean;
  requireTLS: boolean;
  auth?: { user: string; pass: string };
}

export interface Settings {
  mode: MailMode;
  smtp: SmtpServer | undefined;
  /** What the live site alone knows: SMTP_URL with its password. Undefined elsewhere, and where it has none. */
  secret: string | undefined;
  /** Where requests go: one address or several. */
  provider: string[];
  from: string;
  alarm: string;
  /** Where mail servers tell what they could not deliver: somebody must read it. */
  bounce: string;
  canary: string | undefined;
  /** Asked for every five minutes while all is well, so that an outside watch notices silence. */
  heartbeat: string | undefined;
  /** Undefined where RETENTION_DAYS is malformed: nothing is deleted before it is mended. */
  retentionDays: number | undefined;
  /** Folder of the local outbox. */
  outbox: string;
  /** The site's own address, without a slash at the end. */
  address: string;
  /** Store names are shared by all deploys of a site, so the deploy context is part of it. */
  storeName: string;
  /** Names of settings at fault, each with what to do. */
  problems: SettingProblem[];
}

interface SettingProblem {
  name: string;
  advice: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** As it was before it was percent-encoded. Undefined where it was not, such as for a bare % in a password. */
const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** smtps://user:password@host:465 or smtp://user:password@host:587. Undefined where it is neither. */
export const readSmtpUrl = (text: string): SmtpServer | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password } = new URL(text);
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || !hostname) return undefined;
  const secure = protocol === 'smtps:';
  const [user, pass] = [decoded(username), decoded(password)];
  if (user === undefined || pass === undefined) return undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !loopback.has(hostname),
    ...(user ? { auth: { user, pass } } : {}),
  };
};

const address = z.string().regex(emailPattern);
const addresses = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(address).min(1).max(5));
const advice = {
  SMTP_URL:
    'the mail server, such as smtps://user:password@mail.example.org:465 (percent-encode @ : / % in the password)',
  PROVIDER_EMAIL: 'the address that requests go to, such as tta@example.org; up to five, with commas between',
  MAIL_FROM: 'one address that mail is sent from, of a domain that the mail server may send for',
  ALARM_EMAIL:
    'one address for alarms and for mail that came back, or leave it out: PROVIDER_EMAIL and MAIL_FROM get them',
  CANARY_EMAIL: 'one address that gets the daily test beside PROVIDER_EMAIL, or leave it out: no test is then made',
  HEARTBEAT_URL: 'an https:// address that is asked for every five minutes while all is well, or leave it out',
  RETENTION_DAYS: 'a whole number of days from 1 to 3650, or leave it out: 90',
} as const;
type SettingName = keyof typeof advice;
/** Without these nothing can be mailed to the right person: no request is taken, and none is sent. */
const blocking: ReadonlySet<string> = new Set<SettingName>(['SMTP_URL', 'PROVIDER_EMAIL', 'MAIL_FROM']);

/** `context` is Netlify's: production, deploy-preview, branch-deploy or dev. One that is not known is no live site. */
export const readSettings = (environment: Environment, context: string): Settings => {
  const problems: SettingProblem[] = [];
  const value = (name: SettingName): string | undefined => environment[name]?.trim() || undefined;
  const report = (name: SettingName) => {
    problems.push({ name, advice: advice[name] });
  };
  /** Undefined where it is missing, or malformed, which is reported. */
  const read = <T>(name: SettingName, schema: z.ZodType<T>): T | undefined => {
    const given = value(name);
    if (given === undefined) return undefined;
    const { data, success } = schema.safeParse(given);
    if (!success) report(name);
    return data;
  };

  const isLocal = context === 'dev' || context === 'dev-server';
  const isLive = context === 'production';
  const smtpText = value('SMTP_URL');
  const mode: MailMode = isLive || (isLocal && smtpText) ? 'smtp' : isLocal ? 'outbox' : 'silent';
  const smtp = mode === 'smtp' && smtpText ? readSmtpUrl(smtpText) : undefined;
  if (mode === 'smtp') {
    if (!smtp) report('SMTP_URL');
    for (const name of ['PROVIDER_EMAIL', 'MAIL_FROM'] as const) if (!value(name)) report(name);
  }
  // Made-up addresses stand in for missing ones in the local outbox alone, where nothing leaves the machine.
  const isOutbox = mode === 'outbox';
  const provider = read('PROVIDER_EMAIL', addresses) ?? (isOutbox ? ['provider@smart-policing.example'] : []);
  const from = read('MAIL_FROM', address) ?? (isOutbox ? 'requests@smart-policing.example' : '');
  const alarm = read('ALARM_EMAIL', address);
  return {
    mode,
    smtp,
    secret: isLive && smtp?.auth?.pass ? smtpText : undefined,
    provider,
    from,
    alarm: alarm ?? provider[0] ?? '',
    bounce: alarm ?? from,
    canary: read('CANARY_EMAIL', address),
    heartbeat: read('HEARTBEAT_URL', z.url({ protocol: /^https$/ })),
    retentionDays: value('RETENTION_DAYS') ? read('RETENTION_DAYS', z.coerce.number().int().min(1).max(3650)) : 90,
    outbox: environment['TA_OUTBOX'] ?? '.local/outbox',
    address: (environment['URL'] ?? 'http://localhost:8888').replace(/\/$/, ''),
    storeName: `requests-${isLocal ? 'local' : context}`,
    problems,
  };
};

/** The faults that keep mail from going out. A typo in another setting stops nobody. */
export const blockingProblems = ({ problems }: Settings): SettingProblem[] =>
  problems.filter(({ name }) => blocking.has(name));
