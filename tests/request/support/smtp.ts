/** A real SMTP server on a free port of this machine, and what reached it. */
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Behavior =
  'take' | 'refuse for now' | 'refuse for good' | 'refuse the recipient' | 'hang' | 'drop after DATA';

export interface MailServer {
  port: number;
  /** Envelope recipients and the parsed message, in the order of arrival. */
  received: { recipients: string[]; mail: ParsedMail; raw: string }[];
  behave: (how: Behavior) => void;
  stop: () => Promise<void>;
}

const refusal = (responseCode: number): Error => Object.assign(new Error('No'), { responseCode });

export const startMailServer = async (): Promise<MailServer> => {
  let how: Behavior = 'take';
  const received: MailServer['received'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, done) => done(how === 'refuse the recipient' ? refusal(550) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (how === 'refuse for now') return done(refusal(451));
        if (how === 'refuse for good') return done(refusal(554));
        if (how === 'hang') return undefined;
        const raw = Buffer.concat(chunks).toString();
        void simpleParser(raw).then((mail) => {
          received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), mail, raw });
          if (how === 'drop after DATA')
            server.connections.forEach((connection: { close: () => void }) => connection.close());
          else done();
        });
        return undefined;
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    behave: (next) => {
      how = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
