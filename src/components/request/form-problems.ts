/** Finds in the browser what the function would refuse, in the same words, so that a slow line is not needed to learn it. */
import { emailPattern, lengthOf, noSiteContact, notEmail, tooLong } from '../../request/messages.ts';
import type { FormAnswers } from './form-answers.ts';

export interface FormProblem {
  field: string;
  message: string;
}

const problemIn = (field: HTMLElement, answers: FormAnswers): string | undefined => {
  const { field: name = '', label = '', missing, max } = field.dataset;
  const answer = answers[name];
  const isEmpty = answer === undefined || answer.length === 0;
  if (name === 'topics' && isEmpty && answers['otherTopic']) return undefined;
  if (missing && isEmpty) return missing;
  if (answers['asker'] === 'expert' && isEmpty && name === 'siteContactName') return noSiteContact('name');
  if (answers['asker'] === 'expert' && isEmpty && name === 'siteContactEmail') return noSiteContact('email address');
  if (typeof answer !== 'string') return undefined;
  if (max && lengthOf(answer) > Number(max)) return tooLong(label, lengthOf(answer), Number(max));
  return field.querySelector('input[type="email"]') && !emailPattern.test(answer) ? notEmail(answer) : undefined;
};

export const problemsIn = (form: HTMLFormElement, answers: FormAnswers): FormProblem[] =>
  [...form.querySelectorAll<HTMLElement>('[data-field]')].flatMap((field) => {
    const message = problemIn(field, answers);
    return message ? [{ field: field.dataset['field'] ?? '', message }] : [];
  });
