/** Last step: the answer, as JSON for the script and as the page itself for a form. */
import { answersAsText, answersInOrder } from '../../src/lib/answers.ts';
import { possibleCaseData } from '../../src/lib/case-data.ts';
import { mailtoLink, notProvided } from '../../src/lib/mailto.ts';
import { listed } from '../../src/lib/text.ts';
import type { Answers, Problem } from '../../src/request/schema.ts';
import { commonHeaders } from './headers.ts';
import { fillPage, type Filling } from './page.ts';
import type { Site } from './site.ts';

export const formPath = '/technical-assistance/request/';
const receivedPath = `${formPath}received/`;

type Values = Record<string, string | readonly string[]>;

export const html = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { ...commonHeaders, 'content-type': 'text/html; charset=utf-8', ...headers } });

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...commonHeaders, 'content-type': 'application/json; charset=utf-8', ...headers },
  });

export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...commonHeaders, location } });

export const notAllowed = (allow: string): Response =>
  new Response(null, { status: 405, headers: { ...commonHeaders, allow } });

/** The reference alone goes into the address; nothing personal does. */
const receivedAddress = (reference: string): string => `${receivedPath}?reference=${encodeURIComponent(reference)}`;

/** What was typed, as far as a form can hold it. */
const valuesOf = (typed: Readonly<Record<string, unknown>>, site: Site): Values => {
  const values: Values = {};
  for (const { name } of site.fields) {
    const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
    if (typeof value === 'string') values[name] = value;
    else if (Array.isArray(value)) values[name] = value.filter((item): item is string => typeof item === 'string');
  }
  return values;
};

const aboutTitle = (typed: Readonly<Record<string, unknown>>, { directory }: Site): string | undefined => {
  const about = typed['about'];
  return typeof about === 'string' && Object.hasOwn(directory.pages, about) ? directory.pages[about]?.title : undefined;
};

/** The form page, filled in with what was typed. */
const formPage = (
  typed: Readonly<Record<string, unknown>>,
  site: Site,
  { fill = {}, show = new Set(), ...rest }: Filling,
): string => {
  const about = aboutTitle(typed, site);
  const values = { ...valuesOf(typed, site), ...(about ? { 'about:shown': 'yes' } : {}) };
  return fillPage(site.form, {
    ...rest,
    values,
    fill: { ...fill, ...(about ? { about } : {}) },
    show: new Set([...show, ...(about ? ['about'] : [])]),
  });
};

export interface Reply {
  isJson: boolean;
  typed: Readonly<Record<string, unknown>>;
  site: Site;
}

/** 303 to the confirmation, or the reference and where to go. */
export const received = ({ isJson }: Reply, reference: string): Response => {
  const next = receivedAddress(reference);
  return isJson ? json(200, { status: 'received', reference, next }) : seeOther(next);
};

/** The form again, with each problem beside its field and all of them above; 422 unless said otherwise. */
export const invalid = (
  { isJson, typed, site }: Reply,
  problems: readonly Problem[],
  status = 422,
  headers: Record<string, string> = {},
): Response => {
  if (isJson) return json(status, { status: 'invalid', problems }, headers);
  const names = problems.map(({ field }) => field ?? 'request');
  return html(
    status,
    formPage(typed, site, {
      show: new Set(['problems', ...names.flatMap((name) => [`problem:${name}`, `error:${name}`])]),
      fill: {
        title: 'Error: ',
        ...Object.fromEntries(
          problems.flatMap(({ field = 'request', message }) => [
            [`problem:${field}`, message],
            [`error:${field}`, message],
          ]),
        ),
      },
      invalid: new Set(names),
    }),
    headers,
  );
};

/** The answers, to be looked over before they are sent. Nothing is stored: the form below still carries them. */
export const check = ({ isJson, typed, site }: Reply, answers: Answers): Response => {
  if (isJson) return json(200, { status: 'valid' });
  const about = aboutTitle(typed, site);
  const words = answersInOrder(answers, site.fields).map(
    ({ name, text }) => [`answer:${name}`, (name === 'about' ? about : text) || notProvided] as const,
  );
  const found = possibleCaseData(...Object.values(answers).flat());
  return html(
    200,
    formPage(typed, site, {
      show: new Set(['check', ...(found.length > 0 ? ['case-data'] : [])]),
      fill: { ...Object.fromEntries(words), 'case-data': listed(found) },
    }),
  );
};

export const conflict = ({ isJson, typed, site }: Reply, reference: string): Response =>
  isJson
    ? json(409, { status: 'conflict', reference })
    : html(
        409,
        formPage(typed, site, { show: new Set(['conflict']), fill: { title: 'Not sent: ', conflict: reference } }),
      );

interface NotSent {
  status: 429 | 500 | 503;
  message: string;
  /** Address that the person can write to instead; may be empty. */
  contact: string;
  subject: string;
  retryAfter?: number;
}

/** Plainly: nothing was sent. Every answer is still there, and a mail draft carries them all. */
export const notSent = (
  { isJson, typed, site }: Reply,
  { status, message, contact, subject, retryAfter }: NotSent,
): Response => {
  const text = answersAsText(answersInOrder(valuesOf(typed, site) as Partial<Answers>, site.fields));
  const mailto = mailtoLink(contact, subject, text);
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return isJson
    ? json(status, { status: 'not-sent', message, mailto }, headers)
    : html(
        status,
        formPage(typed, site, {
          show: new Set(['not-sent']),
          fill: { title: 'Not sent: ', 'not-sent': message, plain: text },
          href: { mailto },
        }),
        headers,
      );
};
