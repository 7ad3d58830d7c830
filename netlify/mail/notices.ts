/** Mails about requests that are not requests: alarms, and the note that a requester cannot be written to. No answers in them. */
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { keyOf } from '../store/keys.ts';
import type { RequestRecord } from '../store/record.ts';
import { domainOf, messageIdOf, type Mail } from './mail.ts';
import { isUnclear } from './send.ts';

const hour = 3600_000;
const timeout = 20_000;

const notice = (content: Pick<Mail, 'to' | 'subject' | 'text' | 'messageId'>, { settings, now }: Context): Mail => ({
  ...content,
  from: settings.from,
  bounceTo: settings.bounce,
  date: new Date(now()),
  isAutomatic: true,
});

/** To whoever looks after the site: one of a kind every six hours, however many runs there are. False where it could not be mailed. */
export const alarm = async (
  context: Context,
  kind: string,
  subject: string,
  lines: readonly string[],
): Promise<boolean> => {
  const { store, mailer, settings, log, now } = context;
  const key = keyOf.alarm(kind, Math.floor(now() / (6 * hour)) * 6 * hour);
  const { state } = await store.create(key, { at: now() });
  if (state === 'exists') return true;
  const mail = notice(
    {
      to: [settings.alarm],
      subject: `Requests for assistance: ${subject}`,
      text: `${lines.join('\n')}\n\nTo see what is pending: npm run requests -- --live\n`,
      messageId: `<alarm.${key.replaceAll('/', '.')}@${domainOf(settings.from)}>`,
    },
    context,
  );
  try {
    await mailer.send(mail, timeout);
    log('warn', { event: 'alarm-sent', code: kind });
    return true;
  } catch (error) {
    log('error', { event: 'alarm-not-sent', code: codeOf(error) });
    // It may have arrived: a copy every five minutes would help nobody.
    if (isUnclear(error)) return true;
    await store.remove(key).catch(() => undefined);
    return false;
  }
};

/** To the provider: the address of the requester was refused, so a reply to the request would be refused too. */
export const addressRefusedMail = (record: RequestRecord, code: string, context: Context): Mail =>
  notice(
    {
      to: context.settings.provider,
      subject: `[${record.reference}] The requester’s email address was refused`,
      text: `The mail that confirms request ${record.reference} was refused for good (${code}): the address in it does not take mail. It may be misspelt. Use the telephone number of the request, or ask the agency.\n`,
      messageId: messageIdOf(record, 'address-refused', context.settings.from),
    },
    context,
  );
