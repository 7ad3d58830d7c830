/** Second step: what the fields say, judged by the schema of the form. */
import { tidyAnswers } from '../../src/lib/answers.ts';
import { tidyText } from '../../src/lib/tidy.ts';
import { textMax } from '../../src/request/messages.ts';
import { problemsOf, type Answers, type Problem } from '../../src/request/schema.ts';
import type { Site } from '../site.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Without script, the form page cannot fill itself in from its address; the referrer still carries it. */
export const carriedBy = (request: Request, { directory }: Site): Fields => {
  const referrer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referrer) || new URL(referrer).host !== new URL(request.url).host) return {};
  const query = new URL(referrer).searchParams;
  const offered = (values: readonly string[], options: readonly { value: string }[]) =>
    values.filter((value) => options.some((option) => option.value === value));
  const { topics, types, experts } = directory.vocabulary;
  const about = query.get('about') ?? '';
  const page = Object.hasOwn(directory.pages, about) ? directory.pages[about] : undefined;
  const named = offered(query.getAll('topic'), topics);
  return {
    issue: query.get('issue')?.slice(0, textMax),
    kind: offered(query.getAll('type'), types)[0],
    expert: offered(query.getAll('expert'), experts)[0],
    topics: named.length > 0 ? named : (page?.topics ?? []),
    about: page && about,
  };
};

/** A field left empty in the form does not undo what the link carried. */
export const withCarried = (raw: Fields, carried: Fields): Fields => ({
  ...carried,
  ...Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== '' && value !== undefined)),
});

/** The hidden field in which a page that comes back carries on what it no longer asks. */
export const unaskedField = 'unasked';
const mostUnasked = 20;
const unaskedName = /^[a-z][\w-]{0,60}$/i;

interface Unasked {
  /** Answers to questions that an older copy of the form asked. They are kept with the rest. */
  answers: Record<string, string>;
  /** The name of a field that no copy of this form can have sent. */
  stranger: string | undefined;
}

/** What the hidden field holds: nothing where it is not what a page of ours wrote. */
export const readUnasked = (text: unknown): Fields => {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
};

const unaskedIn = (raw: Fields, { fields }: Site): Unasked => {
  const asked = new Set<string>([...fields.map(({ name }) => name), unaskedField]);
  const strangers: string[] = [];
  const answers: [string, string][] = [];
  for (const [name, value] of [...Object.entries(raw), ...Object.entries(readUnasked(raw[unaskedField]))]) {
    if (asked.has(name)) continue;
    const texts = [value].flat();
    const text = texts.every((item) => typeof item === 'string') ? texts.join('; ') : undefined;
    if (text === undefined || text.length > 2 * textMax || !unaskedName.test(name) || answers.length >= mostUnasked)
      strangers.push(name);
    else if (tidyText(text)) answers.push([name, tidyText(text)]);
  }
  return { answers: Object.fromEntries(answers), stranger: strangers[0] };
};

interface Judgment {
  /** As they will be kept; undefined where there are problems. */
  answers: Answers | undefined;
  /** As typed, tidied: for the form that comes back. */
  typed: Record<string, unknown>;
  problems: Problem[];
}

export const judge = (raw: Fields, site: Site): Judgment => {
  const unasked = unaskedIn(raw, site);
  const asked = tidyAnswers(raw, site.fields);
  if (typeof asked['about'] !== 'string' || !Object.hasOwn(site.directory.pages, asked['about'])) delete asked['about'];
  const typed = {
    ...asked,
    ...(Object.keys(unasked.answers).length > 0 ? { [unaskedField]: JSON.stringify(unasked.answers) } : {}),
  };
  const result = site.schema.safeParse(asked);
  const problems: Problem[] =
    unasked.stranger === undefined
      ? []
      : [
          {
            field: undefined,
            message: `The request holds a field that this form does not have (“${unasked.stranger.slice(0, 40)}”), so nothing was sent. Look through your answers below and send them from here.`,
          },
        ];
  if (result.success && problems.length === 0)
    return { answers: { ...unasked.answers, ...result.data }, typed, problems };
  return {
    answers: undefined,
    typed,
    problems: [...problems, ...(result.success ? [] : problemsOf(result.error, site.fields))],
  };
};
