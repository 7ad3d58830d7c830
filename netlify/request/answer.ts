/** Last step: the answer, as JSON for the script and as the page itself for a form. */
import { answersAsText, answersInOrder } from '../../src/lib/answers.ts';
import { possibleCaseData } from '../../src/lib/case-data.ts';
import { likelyAddress } from '../../src/lib/likely-address.ts';
import { mailtoLink } from '../../src/lib/mailto.ts';
import { securityHeaders } from '../../src/lib/security-headers.ts';
import { leftOut, listed } from '../../src/lib/text.ts';
import type { Answers, Problem } from '../../src/request/schema.ts';
import type { FilledPage, Site } from '../site.ts';
import { readUnasked, unaskedField } from './judge.ts';
import type { Kept } from './keep.ts';
import { fillPage, type Filling } from './page.ts';

export const formPath = '/technical-assistance/request/';

type Values = Record<string, string | readonly string[]>;

/** Netlify's own rules reach static files only. An answer may hold what someone typed: no cache keeps it. */
const commonHeaders = { ...securityHeaders(), 'Cache-Control': 'no-store' };

/** A page of the site, filled in; its policy lets in the sheets that it holds. */
export const html = (
  status: number,
  { page, styles }: FilledPage,
  filling: Filling,
  headers: Record<string, string> = {},
): Response =>
  new Response(fillPage(page, filling), {
    status,
    headers: {
      ...commonHeaders,
      ...securityHeaders(styles),
      'content-type': 'text/html; charset=utf-8',
      ...headers,
    },
  });

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...commonHeaders, 'content-type': 'application/json; charset=utf-8', ...headers },
  });

export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...commonHeaders, location } });

export const notAllowed = (allow: string): Response =>
  new Response(null, { status: 405, headers: { ...commonHeaders, allow } });

/** What was typed, as far as a form can hold it. */
const valuesOf = (typed: Readonly<Record<string, unknown>>, site: Site): Values => {
  const values: Values = {};
  for (const name of [...site.fields.map((field) => field.name as string), unaskedField]) {
    const value = typed[name];
    if (typeof value === 'string') values[name] = value;
    else if (Array.isArray(value)) values[name] = value.filter((item): item is string => typeof item === 'string');
  }
  return values;
};

/** The page that the request is about. */
const aboutPage = (typed: Readonly<Record<string, unknown>>, { directory }: Site) => {
  const about = typed['about'];
  return typeof about === 'string' && Object.hasOwn(directory.pages, about) ? directory.pages[about] : undefined;
};

/** Answers that the form no longer asks for, a line each. */
const unaskedText = (carried: Values[string] | undefined): string =>
  Object.entries(readUnasked(carried))
    .flatMap(([name, text]) => (typeof text === 'string' ? `${name}: ${text}` : []))
    .join('\n');

export interface Reply {
  isJson: boolean;
  typed: Readonly<Record<string, unknown>>;
  site: Site;
}

/** The form page, filled in with what was typed. */
const formPage = (
  status: number,
  { typed, site }: Reply,
  { fill = {}, show = new Set(), ...rest }: Filling,
  headers?: Record<string, string>,
): Response => {
  const about = aboutPage(typed, site);
  const values: Values = { ...valuesOf(typed, site), ...(about ? { 'about:shown': 'yes' } : {}) };
  const filling = {
    ...rest,
    values,
    fill: { ...fill, ...(about ? { about: about.title } : {}), unasked: unaskedText(values[unaskedField]) },
    show: new Set([
      ...show,
      ...(about ? ['about'] : []),
      ...(about && String(values['topics']) === String(about.topics) ? ['ticked'] : []),
      ...(values[unaskedField] ? ['unasked'] : []),
    ]),
  };
  return html(status, site.form, filling, headers);
};

/** In the address of the confirmation: it cannot be looked up under its reference. */
export const unlistedMark = 'mailed';

/** 303 to the confirmation, or the reference and where to go. The reference alone goes into the address; nothing personal does. */
export const received = ({ isJson }: Reply, { reference, isUnlisted }: Kept): Response => {
  const next = `${formPath}received/?reference=${encodeURIComponent(reference)}${isUnlisted ? `&${unlistedMark}` : ''}`;
  return isJson ? json(200, { status: 'received', reference, next }) : seeOther(next);
};

/** The form again, with each problem beside its field and all of them above; 422 unless said otherwise. */
export const invalid = (reply: Reply, problems: readonly Problem[], status = 422): Response => {
  if (reply.isJson) return json(status, { status: 'invalid', problems });
  const named = problems.map(({ field = 'request', message }) => [field, message] as const);
  const inPlaces = (place: string) => named.map(([field, message]) => [`${place}:${field}`, message] as const);
  return formPage(status, reply, {
    show: new Set(['problems', ...[...inPlaces('problem'), ...inPlaces('error')].map(([place]) => place)]),
    fill: { title: 'Error: ', ...Object.fromEntries([...inPlaces('problem'), ...inPlaces('error')]) },
    invalid: new Set(named.map(([field]) => field)),
  });
};

/** The answers, to be looked over before they are sent. Nothing is stored: the form below still carries them. */
export const check = (reply: Reply, answers: Answers): Response => {
  const { isJson, typed, site } = reply;
  if (isJson) return json(200, { status: 'valid' });
  const list = answersInOrder(answers, site.fields);
  const given = list.filter(({ text }) => text);
  const unanswered = list.filter(({ name, text }) => name !== 'about' && !text).length;
  const about = aboutPage(typed, site)?.title;
  const found = possibleCaseData(...Object.values(answers).flat());
  const meant = likelyAddress(answers.email);
  return formPage(200, reply, {
    show: new Set([
      'check',
      ...given.flatMap(({ name, section }) => [`answered:${name}`, `answered-in:${section}`]),
      ...(unanswered > 0 ? ['left-out'] : []),
      ...(found.length > 0 ? ['case-data'] : []),
      ...(meant ? ['likely-email'] : []),
    ]),
    fill: {
      title: 'Check your answers: ',
      h1: 'Check your answers',
      'left-out': leftOut(unanswered),
      'case-data': listed(found),
      'likely-email': meant ?? '',
      ...Object.fromEntries(
        given.map(({ name, text }) => [`answer:${name}`, name === 'about' ? (about ?? text) : text]),
      ),
    },
  });
};

export const conflict = (reply: Reply, reference: string): Response =>
  reply.isJson
    ? json(409, { status: 'conflict', reference })
    : formPage(409, reply, { show: new Set(['conflict']), fill: { title: 'Not sent: ', conflict: reference } });

interface NotSent {
  status: 429 | 500 | 503;
  message: string;
  /** It may have arrived all the same. */
  isUnclear?: boolean;
  /** Addresses that the person can write to instead; may be empty. */
  to: readonly string[];
  subject: string;
  retryAfter?: number;
}

/** Plainly, what is known. Every answer is still there, and a mail draft carries them all. */
export const notSent = (
  reply: Reply,
  { status, message, isUnclear = false, to, subject, retryAfter }: NotSent,
): Response => {
  const { isJson, typed, site } = reply;
  const values = valuesOf(typed, site);
  const asked = answersAsText(answersInOrder(values as Partial<Answers>, site.fields));
  const text = `${asked}\n\n${unaskedText(values[unaskedField])}`.trimEnd();
  const mailto = mailtoLink(to.join(','), subject, text);
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  const state = isUnclear ? 'unclear' : 'not-sent';
  return isJson
    ? json(status, { status: state, message, mailto }, headers)
    : formPage(
        status,
        reply,
        {
          show: new Set(['failed', state]),
          fill: { title: isUnclear ? 'Not known: ' : 'Not sent: ', failed: message, plain: text },
          href: { mailto },
        },
        headers,
      );
};
