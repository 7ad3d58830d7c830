/**
 * A request for technical assistance. The form's markup, the function's validation, the mail and the
 * tests all come from this schema: each field carries its label, its hint and its place in the form.
 */
import * as z from 'zod';
import type { Question } from './answer-types.ts';
import { noSiteContact, noTopic } from './messages.ts';
import { questions, type RequestSection, type Vocabulary } from './questions.ts';

// Rules over several answers are told together with the faults of single ones, so they run on whatever was sent.
const isObject = ({ value }: { value: unknown }): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const lacksTopic = (answers: { topics?: unknown; otherTopic?: unknown }): boolean =>
  !answers.otherTopic &&
  (answers.topics === undefined || (Array.isArray(answers.topics) && answers.topics.length === 0));
const lacksSiteContact = (answers: { asker?: unknown }, field: 'siteContactName' | 'siteContactEmail'): boolean =>
  answers.asker === 'expert' && (answers as Record<string, unknown>)[field] === undefined;

/** The schema, given the answers that the content offers. */
export const requestSchema = (vocabulary: Vocabulary) => {
  const { issue, you, agency, help, close } = questions(vocabulary);
  return z
    .strictObject(
      {
        ...issue.asked,
        ...issue.folded,
        ...you.asked,
        ...you.folded,
        ...agency.asked,
        ...agency.folded,
        ...help.asked,
        ...help.folded,
        ...close.asked,
        ...close.folded,
      },
      {
        error: (issue) =>
          issue.code === 'unrecognized_keys'
            ? `The form sent a field this site does not know (“${String(issue.keys[0]).slice(0, 40)}”).`
            : 'The answers came in a form this site does not read. Use the form on this page.',
      },
    )
    .refine((answers) => !lacksTopic(answers), { path: ['topics'], when: isObject, error: noTopic })
    .refine((answers) => !lacksSiteContact(answers, 'siteContactName'), {
      path: ['siteContactName'],
      when: isObject,
      error: noSiteContact('name'),
    })
    .refine((answers) => !lacksSiteContact(answers, 'siteContactEmail'), {
      path: ['siteContactEmail'],
      when: isObject,
      error: noSiteContact('email address'),
    });
};

export type RequestSchema = ReturnType<typeof requestSchema>;
export type Answers = z.infer<RequestSchema>;
export type RequestFieldName = keyof Answers;

/** A question with its place in the form. */
export interface Field extends Question {
  name: RequestFieldName;
  section: RequestSection;
  isFolded: boolean;
}

/** The fields in the order of the form. */
export const fieldsOf = (vocabulary: Vocabulary): Field[] =>
  Object.entries(questions(vocabulary)).flatMap(([section, groups]) =>
    Object.entries(groups).flatMap(([group, types]) =>
      Object.entries<z.ZodType>(types).map(([name, type]) => ({
        ...(type.meta()?.['question'] as Question),
        name: name as RequestFieldName,
        section: section as RequestSection,
        isFolded: group === 'folded',
      })),
    ),
  );

export interface Problem {
  /** Undefined where the request as a whole is at fault. */
  field: RequestFieldName | undefined;
  message: string;
}

/** At most one problem a field, in the order of the form. */
export const problemsOf = (error: z.ZodError, fields: readonly Field[]): Problem[] => {
  const first = new Map<string, Problem>();
  for (const { path, message } of error.issues) {
    const field = fields.find(({ name }) => name === path[0])?.name;
    const key = field ?? '';
    if (!first.has(key)) first.set(key, { field, message });
  }
  const order = new Map<string, number>(fields.map(({ name }, index) => [name, index]));
  return [...first.values()].sort((a, b) => (order.get(a.field ?? '') ?? -1) - (order.get(b.field ?? '') ?? -1));
};
