/** The answers in the form as plain values, and back. Shared by the check page, the draft and the sending. */
import { tidyEmail, tidyLine, tidyText } from '../../lib/tidy.ts';

export type FormAnswers = Record<string, string | string[]>;

/** Sent beside the answers; never part of a draft. */
const beside = new Set(['key', 'seconds', 'homepage', 'unasked', 'step']);
export const repeated = 'topics';

/** Tidied as the function will tidy them; what was left empty is left out. */
export const answersIn = (form: HTMLFormElement): FormAnswers => {
  const answers: FormAnswers = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || beside.has(name)) continue;
    const control = form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
    const isEmail = control instanceof HTMLInputElement && control.type === 'email';
    const tidy = control instanceof HTMLTextAreaElement ? tidyText : isEmail ? tidyEmail : tidyLine;
    const text = tidy(value);
    if (name === repeated) answers[name] = [...(answers[name] ?? []), text];
    else if (text) answers[name] = text;
  }
  return answers;
};

/** Writes answers into the form. Names and values that the form does not offer are passed over. */
export const fillForm = (form: HTMLFormElement, answers: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(answers)) {
    if (beside.has(name)) continue;
    const values = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
    for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      `[name="${CSS.escape(name)}"]`,
    )) {
      if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio'))
        control.checked = values.includes(control.value);
      else if (control instanceof HTMLSelectElement) {
        if ([...control.options].some((option) => option.value === values[0])) control.value = values[0] ?? '';
      } else control.value = values[0] ?? '';
    }
  }
};

/** The words that stand for an answer: the label of a choice, the text of a field. */
export const wordsOf = (field: HTMLElement, answer: string | string[] | undefined): string => {
  if (answer === undefined) return '';
  const words = [answer].flat().map((value) => {
    const choice = [...field.querySelectorAll<HTMLInputElement>('input')].find(
      (input) => /radio|checkbox/.test(input.type) && input.value === value,
    );
    const option = [...field.querySelectorAll('option')].find((item) => item.value === value);
    return choice?.parentElement?.textContent?.trim() ?? option?.textContent?.trim() ?? value;
  });
  return words.join('; ');
};
