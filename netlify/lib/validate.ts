/** Second step: may this come from here, are the answers good, and what should the reader of the request be told about it. */
import { possibleCaseData } from '../../src/lib/case-data.ts';
import { tidyAnswers } from '../../src/lib/answers.ts';
import { textMax } from '../../src/request/messages.ts';
import { problemsOf, type Answers, type Problem } from '../../src/request/schema.ts';
import type { Submission } from './parse.ts';
import type { Site } from './site.ts';

type Origin = 'own' | 'unknown' | 'foreign';

/**
 * Whether the request was made by a page of this site. `Sec-Fetch-Site` is believed first: no page can forge it, and it holds
 * where a strict referrer policy turns Origin into “null”. What says neither (old browsers, scripts) is taken, with a remark.
 */
export const originOf = (request: Request): Origin => {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none' ? 'own' : 'foreign';
  const origin = request.headers.get('origin');
  if (!origin || origin === 'null') return 'unknown';
  return origin === new URL(request.url).origin ? 'own' : 'foreign';
};

/** Without script, the form page cannot fill itself in from its address; the referrer still carries it. */
export const fromReferrer = (request: Request, { directory }: Site): Record<string, unknown> => {
  const referrer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referrer) || new URL(referrer).host !== new URL(request.url).host) return {};
  const query = new URL(referrer).searchParams;
  const offered = (name: string, options: readonly { value: string }[]) =>
    query.getAll(name).filter((value) => options.some((option) => option.value === value));
  const { topics, types, experts } = directory.vocabulary;
  const about = query.get('about') ?? '';
  const issue = query.get('issue')?.slice(0, textMax);
  return {
    ...(issue ? { issue } : {}),
    kind: offered('type', types)[0],
    expert: offered('expert', experts)[0],
    topics: offered('topic', topics),
    about: Object.hasOwn(directory.pages, about) ? about : undefined,
  };
};

interface Validation {
  /** As they will be kept; undefined where there are problems. */
  answers: Answers | undefined;
  /** As typed, tidied: for the form that comes back. */
  typed: Record<string, unknown>;
  problems: Problem[];
}

export const validate = (raw: Readonly<Record<string, unknown>>, site: Site): Validation => {
  const typed = tidyAnswers(raw, site.fields);
  const about = typed['about'];
  if (typeof about !== 'string' || !Object.hasOwn(site.directory.pages, about)) delete typed['about'];
  const result = site.schema.safeParse(typed);
  return result.success
    ? { answers: result.data, typed, problems: [] }
    : { answers: undefined, typed, problems: problemsOf(result.error, site.fields) };
};

/** Signals of spam. They tag a request and hold back the automatic answer; they never drop it. */
export const spamSignals = (
  answers: Answers,
  { honeypot, seconds }: Pick<Submission, 'honeypot' | 'seconds'>,
  origin: Origin,
): string[] => {
  const texts = [answers.issue, answers.tried, answers.outcome, answers.name, answers.agency].join('\n');
  return [
    ...(honeypot ? ['a field that no person sees was filled in'] : []),
    ...(seconds !== undefined && seconds < 4 ? ['filled in within four seconds'] : []),
    ...((texts.match(/https?:\/\//gi) ?? []).length > 3 ? ['more than three web addresses'] : []),
    ...(/https?:\/\//i.test(answers.name + answers.agency) ? ['a web address in a name'] : []),
    ...(origin === 'unknown' ? ['not known to come from this site’s own form'] : []),
  ];
};

const freeMail = new Set([
  'gmail.com',
  'yahoo.com',
  'outlook.com',
  'hotmail.com',
  'aol.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'live.com',
  'msn.com',
  'mail.com',
  'gmx.com',
  'comcast.net',
]);

/** Remarks for the reader of the mail that say nothing against the request. */
export const remarksOn = (answers: Pick<Answers, 'email' | 'issue' | 'tried' | 'outcome' | 'neededWhy'>): string[] => [
  ...possibleCaseData(answers.issue, answers.tried, answers.outcome, answers.neededWhy).map(
    (what) => `The text may hold ${what}: look before you pass it on`,
  ),
  ...(freeMail.has(answers.email.split('@')[1]?.toLowerCase() ?? '')
    ? ['Sent from a free mail address: make sure of the agency']
    : []),
];
