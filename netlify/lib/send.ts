/** Sends one message, once: retrying is done elsewhere, in one place. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { Settings, SmtpServer } from './settings.ts';

export interface Mail {
  to: { name: string; address: string };
  from: { name: string; address: string };
  replyTo?: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  messageId: string;
  date: Date;
  /** Written by a machine: auto-responders should not answer (RFC 3834). */
  isAutomatic?: boolean;
  attachments?: { filename: string; content: string; contentType: string }[];
}

export interface Mailer {
  /** Resolves when the server has taken the message over; rejects otherwise. */
  send: (mail: Mail) => Promise<void>;
}

/** Milliseconds. A person waits for the first try. */
const timeouts = { connectionTimeout: 4000, greetingTimeout: 4000, socketTimeout: 6000 };
const patience = 9000;

const optionsOf = (mail: Mail): SendMailOptions => ({
  to: mail.to,
  from: mail.from,
  ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
  subject: mail.subject,
  text: mail.text,
  ...(mail.html ? { html: mail.html } : {}),
  messageId: mail.messageId,
  date: mail.date,
  ...(mail.isAutomatic ? { headers: { 'Auto-Submitted': 'auto-generated' } } : {}),
  ...(mail.attachments ? { attachments: mail.attachments } : {}),
});

/** Nothing in a message may make the mailer open a file or an address; and one message goes to one person. */
const guards = { disableFileAccess: true, disableUrlAccess: true, maxRecipients: 1 };

// Loading the mailer takes 50 ms, which a request that is only checked need not pay.
const load = async () => (await import('nodemailer')).default;

export const smtpMailer = (server: SmtpServer): Mailer => {
  let transport: Promise<Transporter> | undefined;
  const open = async (): Promise<Transporter> => (await load()).createTransport({ ...server, ...timeouts, ...guards });
  return {
    send: async (mail) => {
      const info: unknown = await (
        await (transport ??= open())
      ).sendMail({ ...optionsOf(mail), signal: AbortSignal.timeout(patience) } as SendMailOptions);
      const { rejected } = info as { rejected?: unknown[] };
      if (rejected && rejected.length > 0)
        throw Object.assign(new Error('The recipient was refused'), { code: 'EENVELOPE' });
    },
  };
};

/** Writes messages as .eml files, which any mail program opens. The same message twice is one file. */
const outboxMailer = (folder: string, tell: (file: string) => void = () => undefined): Mailer => ({
  send: async (mail) => {
    const transport = (await load()).createTransport({
      streamTransport: true,
      buffer: true,
      newline: 'windows',
      ...guards,
    });
    const info = await transport.sendMail(optionsOf(mail));
    const file = join(folder, `${mail.messageId.replace(/@.*$/, '').replace(/[^a-z0-9.-]/gi, '')}.eml`);
    await mkdir(folder, { recursive: true });
    await writeFile(file, info.message as Buffer);
    tell(file);
  },
});

/** For previews: nothing may leave. Reaching it is a fault of ours. */
const noMailer: Mailer = {
  send: () => Promise.reject(Object.assign(new Error('This deploy never mails'), { code: 'ESILENT' })),
};

export const mailerFor = (settings: Settings, tell?: (file: string) => void): Mailer => {
  if (settings.mode === 'outbox') return outboxMailer(settings.outbox, tell);
  return settings.mode === 'smtp' && settings.smtp ? smtpMailer(settings.smtp) : noMailer;
};

/** Whether trying again cannot help: the address itself was refused for good. */
export const isRefusedForGood = (error: unknown): boolean => {
  const { code, permanent, responseCode } = error as { code?: unknown; permanent?: unknown; responseCode?: unknown };
  return code === 'EENVELOPE' && (permanent === true || (typeof responseCode === 'number' && responseCode >= 500));
};
