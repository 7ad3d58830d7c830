/** The settings, read once from the environment. What is missing or malformed is told by name. */
import * as z from 'zod';
import { emailPattern } from '../../src/schemas/request-messages.ts';

/** Where mail goes. `silent`: previews and branch deploys never mail. */
export type MailMode = 'smtp' | 'outbox' | 'silent';

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
  provider: string;
  from: string;
  alarm: string;
  canary: string | undefined;
  /** Asked for after each good canary run, so that an outside watch notices silence. */
  heartbeat: string | undefined;
  retentionDays: number;
  /** Folder of the local outbox. */
  outbox: string;
  /** The site's own address, without a slash at the end. */
  address: string;
  /** Store of this deploy context. */
  storeName: string;
  /** Names of settings at fault, each with what to do. While there are any, no request is taken. */
  problems: SettingProblem[];
}

export interface SettingProblem {
  name: string;
  advice: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** smtps://user:password@host:465 or smtp://user:password@host:587. Undefined where it is neither. */
export const readSmtpUrl = (text: string): SmtpServer | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password } = new URL(text);
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || !hostname) return undefined;
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !loopback.has(hostname),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  };
};

const address = z.string().regex(emailPattern);
const advice = {
  SMTP_URL:
    'the mail server, such as smtps://user:password@mail.example.org:465 (percent-encode @ and / in the password)',
  PROVIDER_EMAIL: 'one address that requests go to, such as tta@example.org',
  MAIL_FROM: 'one address that mail is sent from, of a domain that the mail server may send for',
  ALARM_EMAIL: 'one address for alarms, or leave it out: PROVIDER_EMAIL gets them',
  CANARY_EMAIL: 'one test address for the daily test request, or leave it out: no test is then made',
  HEARTBEAT_URL: 'an https:// address that is asked for after each good test, or leave it out',
  RETENTION_DAYS: 'a whole number of days from 1 to 3650, or leave it out: 90',
} as const;
type SettingName = keyof typeof advice;

/** `context` is Netlify's: production, deploy-preview, branch-deploy or dev. */
export const readSettings = (environment: Environment, context: string): Settings => {
  const problems: SettingProblem[] = [];
  const value = (name: SettingName): string | undefined => environment[name]?.trim() || undefined;
  const check = <T>(name: SettingName, schema: z.ZodType<T>, fallback: T): T => {
    const given = value(name);
    const result = schema.safeParse(given);
    if (given === undefined || result.success) return result.success && given !== undefined ? result.data : fallback;
    problems.push({ name, advice: advice[name] });
    return fallback;
  };
  const demand = (name: SettingName) => {
    if (!value(name)) problems.push({ name, advice: advice[name] });
  };

  const isLocal = context === 'dev' || context === 'dev-server';
  const isLive = context === 'production';
  const mode: MailMode =
    value('SMTP_URL') && (isLive || isLocal) ? 'smtp' : isLocal ? 'outbox' : isLive ? 'smtp' : 'silent';
  const smtpText = value('SMTP_URL');
  const smtp = mode === 'smtp' && smtpText ? readSmtpUrl(smtpText) : undefined;
  if (mode === 'smtp') {
    if (!smtp) problems.push({ name: 'SMTP_URL', advice: advice.SMTP_URL });
    demand('PROVIDER_EMAIL');
    demand('MAIL_FROM');
  }
  const provider = check('PROVIDER_EMAIL', address, 'provider@smart-policing.example');
  return {
    mode,
    smtp,
    provider,
    from: check('MAIL_FROM', address, 'requests@smart-policing.example'),
    alarm: check('ALARM_EMAIL', address, provider),
    canary: check<string | undefined>('CANARY_EMAIL', address.optional(), undefined),
    heartbeat: check<string | undefined>('HEARTBEAT_URL', z.url({ protocol: /^https$/ }).optional(), undefined),
    retentionDays: check('RETENTION_DAYS', z.coerce.number().int().min(1).max(3650), 90),
    outbox: environment['TA_OUTBOX'] ?? '.local/outbox',
    address: (environment['URL'] ?? 'http://localhost:8888').replace(/\/$/, ''),
    storeName: `requests-${isLocal ? 'local' : context}`,
    problems,
  };
};
