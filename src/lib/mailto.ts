/** Words for an optional answer that was left out. */
export const notProvided = 'Not provided';

/** A mail draft that carries every word, for when the site cannot send. `to` may stay empty. */
export const mailtoLink = (to: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
