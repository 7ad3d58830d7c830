/** What a mistyped email address was probably meant to be: an answer to it would reach nobody, and nobody would know. */
import levenshtein from 'damerau-levenshtein';

export const freeMail: readonly string[] =
  'gmail.com yahoo.com outlook.com hotmail.com aol.com icloud.com proton.me protonmail.com live.com msn.com mail.com email.com ymail.com gmx.com comcast.net'.split(
    ' ',
  );

/** So short a name is one letter away from too many others. */
const shortest = 'gmail.com'.length;

/** Endings that no domain has. */
const endings: Readonly<Record<string, string>> = {
  ...{ con: 'com', cmo: 'com', ocm: 'com', vom: 'com', xom: 'com', comm: 'com' },
  ...{ gob: 'gov', gvo: 'gov', ogv: 'gov', gpv: 'gov', giv: 'gov', gove: 'gov' },
  ...{ ogr: 'org', orgg: 'org', nte: 'net', eud: 'edu' },
};

/** Undefined where nothing looks mistyped. To be asked, never to be put in its place. */
export const likelyAddress = (address: string): string | undefined => {
  const [, mailbox = '', domain = ''] = /^(.*@)([^@]*)$/.exec(address.toLowerCase()) ?? [];
  const ended = domain.replace(/[^.]*$/, (ending) => endings[ending] ?? ending);
  const meant = freeMail.includes(ended)
    ? ended
    : (freeMail.find((known) => known.length >= shortest && levenshtein(ended, known).steps === 1) ?? ended);
  return meant === domain ? undefined : mailbox + meant;
};
