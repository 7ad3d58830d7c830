/**
 * What a person is told about an answer: what was found, what is allowed, what to do.
 * The function and the form in the browser say the same words, so this file imports nothing.
 */

const whole = new Intl.NumberFormat('en-US');

/** So much of a wrong answer as helps to recognize it. */
const excerpt = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);

/** Characters as people count them, nearly: an emoji is one, however a computer stores it. Function and browser count alike. */
export const lengthOf = (text: string): number => [...text].length;

export const tooLong = (label: string, found: number, max: number): string =>
  `“${label}” has ${whole.format(found)} characters; ${whole.format(max)} are allowed. Take out ${whole.format(found - max)}.`;

export const notEmail = (value: string): string => {
  const found = `“${excerpt(value)}”`;
  if ((value.match(/[^\s@]@[^\s@]/g) ?? []).length > 1)
    return `${found} is more than one email address. Write one here, and the other under “What is happening?”.`;
  const foreign = /[^\0-\x7f]/u.exec(value.slice(0, Math.max(0, value.indexOf('@'))))?.[0];
  return foreign
    ? `${found} has “${foreign}” before the @, which many mail servers do not take. Write another address of yours.`
    : `${found} is not a whole email address. Write one address, such as name@agency.gov.`;
};

export const notOffered = (label: string, found: unknown): string =>
  `${typeof found === 'string' ? `“${excerpt(found)}”` : 'What was sent'} is not one of the answers offered for “${label}”. Choose one from the list.`;

/**
 * One address, as HTML has it for `type=email`, with a dot in its domain. No list, no display name: nothing that could
 * become a second header or recipient, and no encoded word (RFC 2047), which some readers show as another address.
 * https://html.spec.whatwg.org/multipage/input.html#valid-email-address
 */
export const emailPattern =
  /^(?!.*=\?)[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
export const emailMax = 254;
export const textMax = 2000;

export const noTopic = 'No topic was chosen. Choose at least one, or “Something else”.';

export const noSiteContact = (what: 'name' | 'email address'): string =>
  `You ask for a site, and the ${what} of your contact there is missing. Write it, or choose “The agency or project itself”.`;
