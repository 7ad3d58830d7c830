/** Sends one message, once: retrying is done elsewhere, in one place. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import type { Settings, SmtpServer } from '../settings.ts';
import { senderName, type Mail, type Mailer } from './mail.ts';

/** As nodemailer takes it. */
export const optionsOf = ({ to, from, bounceTo = from, isAutomatic, ...rest }: Mail): SendMailOptions => ({
  ...rest,
  // Objects, which are never read as a list of addresses.
  to: to.map((address) => ({ name: '', address })),
  from: { name: senderName, address: from },
  envelope: { from: bounceTo, to: [...to] },
  headers: isAutomatic ? { 'Auto-Submitted': 'auto-generated' } : {},
});

/** Nothing in a message may make the mailer open a file or an address, nor go to more than the settings can name. */
const guards = { disableFileAccess: true, disableUrlAccess: true, maxRecipients: 6 };

// Loading the mailer takes 50 ms, which a request that is only checked need not pay.
const load = async () => (await import('nodemailer')).default;

interface SmtpError {
  code?: unknown;
  command?: unknown;
  permanent?: unknown;
  responseCode?: unknown;
  isUnclear?: boolean;
}

/**
 * Whether the message may have been taken although sending it failed: all of it was handed over, and the server did not
 * answer (RFC 5321, 6.1). To send it again may be to send it twice.
 */
export const isUnclear = (error: unknown): boolean => (error as SmtpError).isUnclear === true;

/** Whether trying again cannot help: the address itself was refused for good. */
export const isRefusedForGood = (error: unknown): boolean => {
  const { code, permanent, responseCode } = error as SmtpError;
  return code === 'EENVELOPE' && (permanent === true || (typeof responseCode === 'number' && responseCode >= 500));
};

export const smtpMailer = (server: SmtpServer): Mailer => {
  const send = async (mail: Mail, timeout: number): Promise<{ refused: string[] }> => {
    let isHandedOver = false;
    // The mailer tells what it does to its log alone; a line of the kind “message” comes once all of it is on the line.
    const note = (entry: { tnx?: unknown }) => {
      if (entry.tnx === 'message') isHandedOver = true;
    };
    const logger = {
      level: () => undefined,
      trace: note,
      debug: note,
      info: note,
      warn: note,
      error: note,
      fatal: note,
    };
    const transport = (await load()).createTransport({
      ...server,
      connectionTimeout: Math.min(timeout, 10_000),
      greetingTimeout: Math.min(timeout, 20_000),
      socketTimeout: timeout,
      logger,
      ...guards,
    });
    try {
      const info: unknown = await transport.sendMail({ ...optionsOf(mail), signal: AbortSignal.timeout(timeout) });
      const { rejected = [] } = info as { rejected?: (string | { address: string })[] };
      return { refused: rejected.map((item) => (typeof item === 'string' ? item : item.address)) };
    } catch (error) {
      const hasAnswer = typeof (error as SmtpError).responseCode === 'number';
      throw isHandedOver && !hasAnswer && error instanceof Error ? Object.assign(error, { isUnclear: true }) : error;
    } finally {
      transport.close();
    }
  };
  return {
    send: async (mail, timeout) => {
      try {
        return await send(mail, timeout);
      } catch (error) {
        // A server that sends for one domain alone may refuse the address for bounces: better without than not at all.
        if ((error as SmtpError).command !== 'MAIL FROM' || !mail.bounceTo || mail.bounceTo === mail.from) throw error;
        return send({ ...mail, bounceTo: mail.from }, timeout);
      }
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
    // Whoever finds it there finds it whole.
    const unfinished = `${file}.${crypto.randomUUID()}.part`;
    await writeFile(unfinished, info.message as Buffer);
    await rename(unfinished, file);
    tell(file);
    return { refused: [] };
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
