/** Addresses and numbers of people do not belong on a page: whoever needs help uses the form. */
import { at, atField, atText, type Finding, type Words } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import { transcriptsOf } from '../reading/project.ts';
import { projectRule } from '../rule.ts';

const mail = /(?<![\w.+/-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i;
const telephone = /(?<![\w./-])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w/-])/;

/** What is said of one, wherever it is found. */
export const contactTold = (found: string): Words => ({
  found,
  allowed: 'no email address or telephone number of a person stands on a page',
  cure: 'leave it out and keep the words around it: whoever has a question uses the form of this site or the publisher’s page',
});

const contactIn = (text: string): { index: number; words: Words } | undefined => {
  const match = (text.includes('@') ? mail.exec(text) : null) ?? telephone.exec(text);
  if (!match) return undefined;
  const what = match[0].includes('@') ? 'the email address' : 'the telephone number';
  return { index: match.index, words: contactTold(`${what} ${match[0]}`) };
};

function* inEntry(entry: Entry): Iterable<Finding> {
  for (const { path, value } of /@|\d{4}/.test(entry.text) ? entry.words : []) {
    const contact = /^https?:|^10\.\d/.test(value) ? undefined : contactIn(value);
    if (contact) yield atField(entry, path, contact.words);
  }
  for (const { value, offset } of entry.body.texts) {
    const contact = contactIn(value);
    // In angle brackets it is told as such.
    if (contact && entry.text[offset + contact.index - 1] !== '<')
      yield at(entry, offset + contact.index, contact.words);
  }
  for (const { url, label, offset } of entry.body.links)
    if (/^(?:mailto|tel):/i.test(url) && !contactIn(label)) yield at(entry, offset, contactTold(`a link to ${url}`));
}

export const contacts = projectRule('contacts', 'warning', function* (project) {
  for (const entry of project.entries) yield* inEntry(entry);
  for (const { file, text } of transcriptsOf(project)) {
    const contact = contactIn(text);
    if (contact) yield atText(file, text, contact.index, contact.words);
  }
});
