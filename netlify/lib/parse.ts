/** First step: from a web request to plain fields. Sizes and types are bounded here; what the fields say is judged later. */

/**
 * Bytes. Far more than a good request needs (four texts of 2,000 characters), so that someone who pasted a whole report
 * is told which answer is too long, with all of them still there.
 */
export const maximumBody = 1024 * 1024;
const longestList = 100;

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

type Parsed = { submission: Submission } | { refused: 400 | 413 | 415; isJson: boolean; message: string };

/** The body, or undefined where it is longer than allowed. Reads no further than that. */
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

const fromForm = (text: string): Record<string, unknown> => {
  const raw = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(text)) {
    const known = raw.get(name);
    if (name === 'topics') raw.set(name, [...((known as string[] | undefined) ?? []), value].slice(0, longestList));
    else raw.set(name, known === undefined ? value : [known, value].flat().slice(0, longestList));
  }
  return Object.fromEntries(raw);
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
    if (namesWritten(text) !== Object.keys(value).length) return undefined;
    // Entries, not a spread into an object: a field called __proto__ stays a field, to be refused.
    return Object.fromEntries(
      Object.entries(value).map(([name, item]: [string, unknown]) => [
        name,
        Array.isArray(item) ? item.slice(0, longestList) : item,
      ]),
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

export const parse = async (request: Request): Promise<Parsed> => {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const isJson = type === 'application/json';
  if (!isJson && type !== 'application/x-www-form-urlencoded')
    return {
      refused: 415,
      isJson: (request.headers.get('accept') ?? '').includes('application/json'),
      message: 'The request came in a form this site does not read, so nothing was sent. Use the form on this page.',
    };
  const body = await readBounded(request);
  if (!body)
    return {
      refused: 413,
      isJson,
      // Not read, so not in the page that comes back; the browser still has them.
      message: `The request is far larger than this form can take, so nothing was sent.${isJson ? '' : ' Your answers are still on the page before this one: go back to it.'} Shorten the longest answers, and send long texts later by e-mail.`,
    };
  const text = new TextDecoder().decode(body);
  const fields = isJson ? fromJson(text) : fromForm(text);
  if (!fields)
    return {
      refused: 400,
      isJson,
      message: 'The request could not be read, so nothing was sent. Use the form on this page.',
    };
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
