/** A request for assistance, from the web request to the answer. */
import type { Context } from '../context.ts';
import { codeOf } from '../log.ts';
import { blockingProblems, type Settings } from '../settings.ts';
import { check, conflict, formPath, invalid, notAllowed, notSent, received, seeOther, type Reply } from './answer.ts';
import { carriedBy, judge, withCarried } from './judge.ts';
import { keep } from './keep.ts';
import { requestWindow } from './limit.ts';
import { originOf } from './origin.ts';
import { parse } from './parse.ts';
import { spamSignals } from './spam.ts';

const notReady = (settings: Settings): string | undefined => {
  if (settings.mode === 'silent')
    return 'This is a preview of the site. Requests are not sent from here, so nothing was sent. Use the site itself.';
  if (blockingProblems(settings).length > 0)
    return 'This copy of the site is not connected to anyone who answers requests yet, so nothing was sent.';
  return undefined;
};

const again =
  'Wait a few minutes and send it again from here: the same answers are one request, however often you send them.';
const unclear = `The site had a fault while your request was on its way, so we cannot tell whether it arrived. ${again}`;

const subject = 'Request for technical assistance';

/** What is known so far, for the answer to a fault. */
interface Progress {
  reply: Reply;
  /** From here on something may have been kept or sent. */
  isUnderWay: boolean;
}

const respond = async (request: Request, context: Context, progress: Progress): Promise<Response> => {
  const { site, settings, log } = context;
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther(formPath);
  if (request.method !== 'POST') {
    log('warn', { event: 'refused', code: '405' });
    return notAllowed('GET, HEAD, POST');
  }

  const origin = originOf(request);
  const parsed = await parse(request);
  if ('refused' in parsed) {
    const { refused, isJson, message } = parsed;
    log('warn', { event: 'refused', code: String(refused) });
    return invalid({ ...progress.reply, isJson }, [{ field: undefined, message }], refused);
  }
  const { submission } = parsed;
  const { raw, isJson, step } = submission;
  // From here on, whatever happens, the answers come back.
  progress.reply = { isJson, typed: raw, site };
  if (origin === 'foreign') {
    log('warn', { event: 'refused', code: '403' });
    const message =
      'This request did not come from the form on this site, so nothing was sent. Look through the answers below and send them from here.';
    return invalid(progress.reply, [{ field: undefined, message }], 403);
  }

  const carried = isJson || step === 'send' ? {} : carriedBy(request, site);
  const { answers, typed, problems } = judge(withCarried(raw, carried), site);
  const reply = { isJson, typed, site };
  progress.reply = reply;
  if (!answers) {
    if (problems.some(({ field }) => field === undefined)) log('warn', { event: 'refused', code: '422' });
    return invalid(reply, problems);
  }
  if (step === 'check') return check(reply, answers);

  const blocked = notReady(settings);
  if (blocked) {
    log(settings.mode === 'silent' ? 'info' : 'error', {
      event: 'not-ready',
      settings: blockingProblems(settings).map(({ name }) => name),
    });
    return notSent(reply, { status: 503, message: blocked, to: [site.contact], subject });
  }

  progress.isUnderWay = true;
  const kept = await keep({ answers, key: submission.key, signals: spamSignals(answers, submission, origin) }, context);
  const { outcome, reference } = kept;
  const draft = { to: settings.provider, subject: `${subject} ${reference}` };
  switch (outcome) {
    case 'received':
      return received(reply, kept);
    case 'conflict':
      return conflict(reply, reference);
    case 'too-many': {
      log('warn', { event: 'refused', code: '429' });
      const message = `Very many requests came from your network in the last ${requestWindow} minutes, so nothing was sent. Wait ${requestWindow} minutes, then send it again.`;
      return notSent(reply, { ...draft, status: 429, message, retryAfter: requestWindow * 60 });
    }
    case 'unclear':
      return notSent(reply, { ...draft, status: 503, message: unclear, isUnclear: true });
    case 'not-sent':
      return notSent(reply, {
        ...draft,
        status: 503,
        message: `The site could neither keep nor mail your request just now, so nothing was sent. ${again}`,
      });
  }
};

/** Never throws, and never says “received” over a fault: the last resort keeps the answers too. */
export const handle = async (request: Request, context: Context): Promise<Response> => {
  const progress: Progress = { reply: { isJson: false, typed: {}, site: context.site }, isUnderWay: false };
  try {
    return await respond(request, context, progress);
  } catch (error) {
    context.log('error', { event: 'fault', code: codeOf(error) });
    return notSent(progress.reply, {
      status: 500,
      message: progress.isUnderWay ? unclear : `Something went wrong on this site, so nothing was sent. ${again}`,
      isUnclear: progress.isUnderWay,
      to: context.settings.provider,
      subject,
    });
  }
};
