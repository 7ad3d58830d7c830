/** Addresses and numbers of people do not belong on a page: whoever needs help uses the form. */
import { at, atField, atText, type Finding } from '../finding.ts';
import { scalarsOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

const mail = /(?<![\w.+/-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i;
const telephone = /(?<![\w./-])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w/-])/;

const allowed = 'no e-mail address or telephone number of a person stands on a page';
const cure = 'leave it out: whoever has a question uses the form of this site or the publisher’s page';

const contactIn = (text: string): { index: number; words: string } | undefined => {
  const match = (text.includes('@') ? mail.exec(text) : null) ?? telephone.exec(text);
  return match ? { index: match.index, words: match[0] } : undefined;
};

const found = (words: string): string =>
  `${words.includes('@') ? 'the e-mail address' : 'the telephone number'} ${words}`;

const find: Find = (project) => [
  ...project.entries.flatMap((entry): Finding[] => [
    ...(entry.frontmatter && /@|\d{4}/.test(entry.text) ? scalarsOf(entry.frontmatter) : []).flatMap(
      ({ path, value }) => {
        if (typeof value !== 'string' || /^https?:|^10\.\d/.test(value)) return [];
        const contact = contactIn(value);
        return contact ? atField(entry, path, { found: found(contact.words), allowed, cure }) : [];
      },
    ),
    ...(entry.body?.texts ?? []).flatMap(({ value, offset }) => {
      const contact = contactIn(value);
      // In angle brackets it is told as such.
      if (contact && entry.text[offset + contact.index - 1] === '<') return [];
      return contact ? at(entry, offset + contact.index, { found: found(contact.words), allowed, cure }) : [];
    }),
    ...(entry.body?.links ?? []).flatMap(({ url, label, offset }) =>
      /^(?:mailto|tel):/i.test(url) && !contactIn(label)
        ? at(entry, offset, { found: `a link to ${url}`, allowed, cure })
        : [],
    ),
  ]),
  ...project.files.flatMap(({ path, text }): Finding[] => {
    if (text === undefined || !path.endsWith('.vtt')) return [];
    const contact = contactIn(text);
    return contact ? [atText(path, text, contact.index, { found: found(contact.words), allowed, cure })] : [];
  }),
];

export const contacts = { id: 'contacts', severity: 'warning', find } as const satisfies Rule;
