/** A request for assistance, from the web request to the answer. Time, store, transport and all else come from outside. */
import { tidyAnswers } from '../../src/lib/answers.ts';
import { accept, type AcceptTools } from './accept.ts';
import { check, conflict, formPath, invalid, notAllowed, notSent, received, seeOther, type Reply } from './answer.ts';
import { fromReferrer, validate, originOf, spamSignals } from './validate.ts';
import type { Limiter } from './limit.ts';
import { codeOf } from './log.ts';
import { parse } from './parse.ts';
import { blockingProblems, type Settings } from './settings.ts';

export interface HandleTools extends AcceptTools {
  /** Requests sent, by the address they come from. */
  sending: Limiter;
  /** Network address of the requester, from the platform; only counted, never kept. */
  ip: string;
  /** The daily test of our own; no request from outside can say so. */
  isCanary?: boolean;
}

const minutes = 10;

const notReady = (settings: Settings): string | undefined => {
  if (settings.mode === 'silent')
    return 'This is a preview of the site. Requests are not sent from here, so nothing was sent. Use the site itself.';
  if (blockingProblems(settings).length > 0)
    return 'This copy of the site is not connected to anyone who answers requests yet, so nothing was sent.';
  return undefined;
};

const subject = 'Request for technical assistance';

const respond = async (
  request: Request,
  tools: HandleTools,
  reply: Reply,
  remember: (reply: Reply) => void,
): Promise<Response> => {
  const { site, settings, log, sending, ip, now, isCanary = false } = tools;
  if (request.method === 'GET' || request.method === 'HEAD') return seeOther(formPath);
  if (request.method !== 'POST') {
    log('warn', { event: 'refused', code: '405' });
    return notAllowed('GET, HEAD, POST');
  }

  const parsed = await parse(request);
  const origin = originOf(request);
  if ('refused' in parsed) {
    log('warn', { event: 'refused', code: String(parsed.refused) });
    return invalid(
      { ...reply, isJson: parsed.isJson },
      [{ field: undefined, message: parsed.message }],
      parsed.refused,
    );
  }
  const { submission } = parsed;
  const { isJson } = submission;
  // From here on, whatever happens, the answers come back.
  const asTyped: Reply = { ...reply, isJson, typed: tidyAnswers(submission.raw, site.fields) };
  remember(asTyped);
  if (origin === 'foreign') {
    log('warn', { event: 'refused', code: '403' });
    const message =
      'This request did not come from the form on this site, so nothing was sent. Look through the answers below and send them from here.';
    return invalid(asTyped, [{ field: undefined, message }], 403);
  }

  const carried = isJson || submission.step === 'send' ? {} : fromReferrer(request, site);
  const { answers, typed, problems } = validate(
    { ...carried, ...submission.raw, ...filled(carried, submission.raw) },
    site,
  );
  const mine: Reply = { ...asTyped, typed };
  remember(mine);
  if (!answers) {
    if (problems.some(({ field }) => field === undefined)) log('warn', { event: 'refused', code: '422' });
    return invalid(mine, problems);
  }
  if (submission.step === 'check') return check(mine, answers);

  const blocked = notReady(settings);
  if (blocked) {
    log(settings.mode === 'silent' ? 'info' : 'error', {
      event: 'not-ready',
      settings: blockingProblems(settings).map(({ name }) => name),
    });
    return notSent(mine, { status: 503, message: blocked, contact: site.contact, subject });
  }
  if (ip && !sending.allow(ip, now())) {
    log('warn', { event: 'refused', code: '429' });
    const message = `Very many requests came from your network in the last ${minutes} minutes, so nothing was sent. Wait ${minutes} minutes, then send it again.`;
    return notSent(mine, { status: 429, message, contact: settings.provider, subject, retryAfter: minutes * 60 });
  }

  const acceptance = await accept(
    { answers, key: submission.key, signals: spamSignals(answers, submission, origin), isCanary },
    tools,
  );
  if (acceptance.outcome === 'received') return received(mine, acceptance.reference);
  if (acceptance.outcome === 'conflict') return conflict(mine, acceptance.reference);
  return notSent(mine, {
    status: 503,
    message:
      'The site could neither keep nor mail your request just now, so nothing was sent. Try again in a few minutes: sending twice does no harm.',
    contact: settings.provider,
    subject: `${subject} ${acceptance.reference}`,
  });
};

/** A field left empty in the form does not undo what the link carried. */
const filled = (
  carried: Readonly<Record<string, unknown>>,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(carried).filter(([name]) => raw[name] === '' || raw[name] === undefined));

/** Never throws, and never says “received” over a fault: the last resort keeps the answers too. */
export const handle = async (request: Request, tools: HandleTools): Promise<Response> => {
  let reply: Reply = { isJson: false, typed: {}, site: tools.site };
  try {
    return await respond(request, tools, reply, (latest) => {
      reply = latest;
    });
  } catch (error) {
    tools.log('error', { event: 'fault', code: codeOf(error) });
    const message =
      'Something went wrong on this site, so nothing was sent. Try again in a few minutes: sending twice does no harm.';
    return notSent(reply, { status: 500, message, contact: tools.settings.provider, subject });
  }
};
