/** A request's answers as a person reads them: the check page, the mail and the mailto link all show this list. */
import { requestSections, type RequestSection } from '../request/questions.ts';
import type { Answers, Field, RequestFieldName } from '../request/schema.ts';
import { answerLine } from './mailto.ts';
import { tidyEmail, tidyLine, tidyText } from './tidy.ts';

export interface Answer {
  name: RequestFieldName;
  section: RequestSection;
  label: string;
  short: string;
  /** The words shown; empty where nothing was answered. */
  text: string;
}

const wordsFor = (field: Field, value: unknown): string => {
  const label = (item: unknown): string =>
    field.options?.find((option) => option.value === item)?.label ?? String(item);
  if (value === undefined) return '';
  return Array.isArray(value) ? value.map(label).join('; ') : label(value);
};

export const answersInOrder = (answers: Partial<Answers>, fields: readonly Field[]): Answer[] =>
  fields.map((field) => ({
    name: field.name,
    section: field.section,
    label: field.label,
    short: field.short,
    text: wordsFor(field, answers[field.name]),
  }));

interface Wording {
  headings: Record<RequestSection, string>;
  /** Which name of a field: the question as asked, or its short form. */
  by: 'label' | 'short';
}

/** Plain text: sections as headings, then label and answer. */
export const answersAsText = (
  list: readonly Answer[],
  { headings, by }: Wording = { headings: requestSections, by: 'label' },
): string =>
  Object.entries<string>(headings)
    .map(([section, heading]) => {
      const lines = list
        .filter((answer) => answer.section === section && answer.text)
        .map((answer) => answerLine(answer[by], answer.text));
      return lines.length > 0 ? `${heading.toUpperCase()}\n\n${lines.join('')}` : '';
    })
    .filter(Boolean)
    .join('\n')
    .trimEnd();

const tidyFor = { textarea: tidyText, email: tidyEmail } as const;

/** Cleans the raw values of the form's fields by their kind; leaves wrong types for the schema to refuse. Other names are passed over. */
export const tidyAnswers = (
  raw: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Record<string, unknown> => {
  const tidied: [string, unknown][] = [];
  for (const { name, control } of fields) {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
    const tidy = control === 'textarea' || control === 'email' ? tidyFor[control] : tidyLine;
    const clean =
      typeof value === 'string'
        ? tidy(value)
        : Array.isArray(value)
          ? value.flatMap((item: unknown) => (typeof item === 'string' ? tidyLine(item) || [] : [item]))
          : value;
    if (clean !== '' && clean !== null && clean !== undefined) tidied.push([name, clean]);
  }
  return Object.fromEntries(tidied);
};
