/** First step: from a web request to plain fields. Sizes and types are bounded here; what the fields say is judged later. */

/**
 * Bytes. Far more than a good request needs (four texts of 2,000 characters), so that someone who pasted a whole report
 * is told which answer is too long, with all of them still there. Whatever is done with so much costs time in proportion.
 */
export const maximumBody = 1024 * 1024;
const longestList = 100;
const mostFields = 200;

export interface Submission {
  raw: Record<string, unknown>;
  isJson: boolean;
  /** `check` shows the answers and sends nothing. */
  step: 'check' | 'send';
  /** Made by the form in the browser, one for each request: the same again means the same request. */
  key: string | undefined;
  /** How long the form was open, as the browser says. */
  seconds: number | undefined;
  /** A field that no person sees. */
  honeypot: string;
}

interface Refusal {
  refused: 400 | 413 | 415;
  isJson: boolean;
  message: string;
}

/** The body. Undefined where it is longer than allowed: it is read no further than that. Rejects where it breaks off. */
const readBounded = async (request: Request): Promise<Uint8Array | undefined> => {
  if (Number(request.headers.get('content-length') ?? 0) > maximumBody) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maximumBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** A name that stands twice becomes a list, which only `topics` may be. */
const fromForm = (text: string): Record<string, unknown> | undefined => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const known = fields.get(name);
    if (!known) fields.set(name, [value]);
    else if (known.length < longestList) known.push(value);
    if (fields.size > mostFields) return undefined;
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, name === 'topics' || values.length > 1 ? values : values[0]]),
  );
};

/** How many names the outermost object has as it is written: one that stands there twice counts twice. */
const namesWritten = (json: string): number => {
  let [names, depth, isText] = [0, 0, false];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') isText = !isText;
    else if (isText && sign === '\\') at += 1;
    else if (isText) continue;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === ':' && depth === 1) names += 1;
  }
  return names;
};

const fromJson = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    if (entries.length > mostFields || namesWritten(text) !== entries.length) return undefined;
    // Entries, not a spread into an object: a field called __proto__ stays a field, to be refused.
    return Object.fromEntries(
      entries.map(([name, item]: [string, unknown]) => [name, Array.isArray(item) ? item.slice(0, longestList) : item]),
    );
  } catch {
    return undefined;
  }
};

const first = (value: unknown): string | undefined => {
  const item: unknown = Array.isArray(value) ? value[0] : value;
  return typeof item === 'string' && item !== '' ? item : undefined;
};

const keyPattern = /^[0-9a-zA-Z-]{16,64}$/;

const unread = 'The request could not be read, so nothing was sent. Use the form on this page.';

export const parse = async (request: Request): Promise<{ submission: Submission } | Refusal> => {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const isJson = type === 'application/json';
  if (!isJson && type !== 'application/x-www-form-urlencoded')
    return {
      refused: 415,
      isJson: (request.headers.get('accept') ?? '').includes('application/json'),
      message: 'The request came in a form this site does not read, so nothing was sent. Use the form on this page.',
    };
  let body: Uint8Array | undefined;
  try {
    body = await readBounded(request);
  } catch {
    return { refused: 400, isJson, message: unread };
  }
  if (!body)
    return {
      refused: 413,
      isJson,
      // Not read, so not in the page that comes back; the browser still has them.
      message: `The request is far larger than this form can take, so nothing was sent.${isJson ? '' : ' Your answers are still on the page before this one: go back to it.'} Shorten the longest answers, and send long texts later by email.`,
    };
  const text = new TextDecoder().decode(body);
  const fields = isJson ? fromJson(text) : fromForm(text);
  if (!fields) return { refused: 400, isJson, message: unread };
  const { key, seconds, homepage, step, ...raw } = fields;
  const keyText = first(key);
  return {
    submission: {
      raw,
      isJson,
      step: first(step) === 'send' || (isJson && step === undefined) ? 'send' : 'check',
      key: keyText && keyPattern.test(keyText) ? keyText : undefined,
      seconds: /^\d{1,7}$/.test(first(seconds) ?? '') ? Number(first(seconds)) : undefined,
      honeypot: first(homepage) ?? '',
    },
  };
};
