/** What a message is, whoever it goes to. */
import { site } from '../site.ts';
import type { RequestRecord } from '../store/record.ts';

export interface Mail {
  /** Addresses. */
  to: readonly string[];
  from: string;
  /** Where a mail server tells that it could not deliver: the envelope sender. Left out: `from`. */
  bounceTo?: string;
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
  /**
   * Resolves when the server has taken the message over for one recipient at least, with the addresses it refused;
   * rejects otherwise. `timeout` in milliseconds, for all of it.
   */
  send: (mail: Mail, timeout: number) => Promise<{ refused: string[] }>;
}

export const senderName = `${site.name} requests`;

/** Whole characters: a cut through one would leave a sign that no mail program can show. */
const cut = (text: string, length: number): string => [...text].slice(0, length).join('');

export const shortened = (text: string, length: number): string =>
  [...text].length > length ? `${cut(text, length - 1).trimEnd()}…` : text;

/** One line, in which nothing is an encoded word (RFC 2047): what was typed as `=?…?=` must not become something else. */
export const headerText = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('=?', '= ?').trim();

/** A display name that cannot be mistaken for an address. */
export const displayName = (name: string): string => cut(headerText(name.replace(/[<>@"\\,;:()[\]]/g, ' ')), 80);

/** Of an address. */
export const domainOf = (address: string): string => address.split('@')[1] ?? 'localhost';

/** The same message always has the same id, so a mail server or reader that gets it twice can tell. */
export const messageIdOf = (
  { reference, id }: Pick<RequestRecord, 'reference' | 'id'>,
  message: string,
  from: string,
): string => `<${reference.toLowerCase()}.${id.slice(0, 12)}.${message}@${domainOf(from)}>`;

/** “2026-11-04 12:00 UTC” */
export const minuteUtc = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;
