/** A real SMTP server on a free port of this machine, and what reached it. */
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

type Behavior =
  | 'take'
  | 'refuse for now'
  | 'refuse for good'
  | 'refuse the recipient'
  /** Not the provider, whose address is in another domain. */
  | 'refuse the requester'
  /** Takes no mail from outside the domain of MAIL_FROM's address. */
  | 'refuse foreign senders'
  /** Takes the message and does not answer before it is told to, as content scanners do. */
  | 'think'
  | 'drop after DATA';

export interface MailServer {
  port: number;
  /** Envelope recipients and the parsed message, in the order of arrival. */
  received: { sender: string; recipients: string[]; mail: ParsedMail; raw: string }[];
  /** Says at last that the messages were taken that it thought about. */
  answer: () => void;
  /** Called when a message was taken, before the server says so. */
  onTaken: () => void;
  behave: (how: Behavior) => void;
  stop: () => Promise<void>;
}

const refusal = (responseCode: number): Error => Object.assign(new Error('No'), { responseCode });

export const startMailServer = async (): Promise<MailServer> => {
  let how: Behavior = 'take';
  const received: MailServer['received'] = [];
  let thinking: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom: ({ address }, _session, done) =>
      done(how === 'refuse foreign senders' && !address.startsWith('requests@') ? refusal(553) : null),
    onRcptTo: ({ address }, _session, done) => {
      const isRefused =
        how === 'refuse the recipient' || (how === 'refuse the requester' && !address.startsWith('provider@'));
      done(isRefused ? refusal(550) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (how === 'refuse for now') return done(refusal(451));
        if (how === 'refuse for good') return done(refusal(554));
        const raw = Buffer.concat(chunks).toString();
        void simpleParser(raw).then((mail) => {
          const { mailFrom, rcptTo } = session.envelope;
          const sender = mailFrom ? mailFrom.address : '';
          mine.onTaken();
          received.push({ sender, recipients: rcptTo.map(({ address }) => address), mail, raw });
          if (how === 'drop after DATA')
            server.connections.forEach((connection: { close: () => void }) => connection.close());
          else if (how === 'think') thinking.push(done);
          else done();
        });
        return undefined;
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mine: MailServer = {
    answer: () => {
      for (const done of thinking) done();
      thinking = [];
      how = 'take';
    },
    onTaken: () => undefined,
    port: (server.server.address() as AddressInfo).port,
    received,
    behave: (next) => {
      how = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mine;
};
