/** The mail that confirms a request. Fixed words only: whoever fills in a stranger's address must not be able to send them anything. */
import type { Context } from '../context.ts';
import type { RequestRecord } from '../store/record.ts';
import { messageIdOf, minuteUtc, senderName, type Mail } from './mail.ts';

export const acknowledgementMail = (
  record: RequestRecord,
  { settings, now }: Pick<Context, 'settings' | 'now'>,
): Mail => ({
  to: [String(record.answers['email'] ?? '')],
  from: settings.from,
  replyTo: { name: senderName, address: settings.provider[0] ?? settings.from },
  subject: `[${record.reference}] Your request for assistance was received`,
  text: `Your request for technical assistance was received.

Reference: ${record.reference}
Received: ${minuteUtc(record.receivedAt)}

What happens next
It is passed on by email to the people who answer requests. One of them writes or calls you.

To add a letter of support or anything else
Reply to this message and attach it. Leave the reference in the subject line.

How requests are handled
${settings.address}/how-requests-are-handled/

Did you not ask for this? Then someone gave your address by mistake. You need not do anything.
`,
  messageId: messageIdOf(record, 'acknowledgement', settings.from),
  date: new Date(now()),
  isAutomatic: true,
});
