/** What each kind of question takes: a zod type that tells what is wrong in plain words, and carries its question along. */
import * as z from 'zod';
import { emailPattern, lengthOf, notEmail, notOffered, tooLong } from './messages.ts';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  /** Options under one heading stand together. */
  group?: string | undefined;
}

export interface Question {
  label: string;
  /** Short name for the mail and the CSV. */
  short: string;
  hint?: string;
  control: 'text' | 'email' | 'tel' | 'textarea' | 'select' | 'radio' | 'checkboxes' | 'context';
  /** Most characters (`lengthOf`), after line ends became one character each. */
  max?: number;
  options?: readonly Option[];
  /** Told when a required answer is missing; its presence makes the question required. */
  missing?: string;
  autocomplete?: string;
}

type Asked<Q extends Question, Type extends z.ZodType> = Q extends { missing: string } ? Type : z.ZodOptional<Type>;

const asked = <Q extends Question, Type extends z.ZodType>(question: Q, type: Type): Asked<Q, Type> =>
  // What is decided here of the value, the return type says again: TypeScript does not follow from one to the other.
  (question.missing === undefined ? type.optional() : type).meta({ question }) as unknown as Asked<Q, Type>;

const stringFor = ({ label, max, missing }: Question & { max: number }) =>
  z
    .string({ error: missing ?? `“${label}” came in a form this site does not read. Write it as text.` })
    .min(1, { error: missing ?? `“${label}” is empty. Write something, or leave it out.` })
    .refine((text) => lengthOf(text) <= max, {
      error: ({ input }) => tooLong(label, lengthOf(String(input)), max),
    });

export const text = <Q extends Question & { max: number }>(question: Q) => asked(question, stringFor(question));

export const email = <Q extends Question & { max: number }>(question: Q) =>
  asked(question, stringFor(question).regex(emailPattern, { error: ({ input }) => notEmail(String(input)) }));

/** Some options are known only when the content is read; without any, nothing is allowed. */
const valueOf = <Value extends string>({ label }: Question, options: readonly Option<Value>[], missing?: string) =>
  z.enum(
    options.map(({ value }) => value),
    { error: ({ input }) => (input === undefined && missing) || notOffered(label, input) },
  );

export const optionsOf = <Value extends string>(labels: Readonly<Record<Value, string>>): Option<Value>[] =>
  Object.entries<string>(labels).map(([value, label]) => ({ value: value as Value, label }));

export const pick = <Q extends Question, Value extends string>(question: Q, options: readonly Option<Value>[]) =>
  asked({ ...question, options }, valueOf(question, options, question.missing));

/** Several of a list. Whether one at least is needed depends on other answers: see the rules in schema.ts. */
export const picks = (question: Question, options: readonly Option[]) => {
  const list = question.label.toLowerCase();
  const twice = `One of the ${list} was sent twice. Choose each once.`;
  return z
    .array(valueOf(question, options), {
      error: `The ${list} came in a form this site does not read. Choose them from the list.`,
    })
    .max(options.length, { error: twice })
    .refine((values) => new Set(values).size === values.length, { error: twice })
    .default([])
    .meta({ question: { ...question, options } });
};
