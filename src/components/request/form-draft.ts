/**
 * Drafts. Nothing is kept in the browser before the person says yes; saying no, or sending, wipes it.
 * A file works on shared computers and where a browser keeps nothing, and carries a draft to another one.
 */
import { part, save, storage } from '../dom.ts';
import { answersIn, fillForm } from './form-answers.ts';

const place = 'ta-request-draft';
const largestFile = 100_000;
/** Milliseconds that a draft never sent is kept: 30 days. */
const longest = 30 * 24 * 3600_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** `wipe` is to be called when the request has been sent. */
export const setUpDraft = (form: HTMLFormElement, onFill: () => void): { wipe: () => void } => {
  const keep = part(form, '[data-draft-keep]', HTMLInputElement);
  const load = part(form, '[data-draft-load]', HTMLInputElement);
  const status = part(form, '[data-draft-status]', HTMLElement);
  const store = storage();
  part(form, '[data-part="draft"]', HTMLElement).hidden = false;
  const say = (words: string) => {
    status.textContent = words;
  };
  const wipe = () => {
    keep.checked = false;
    store?.removeItem(place);
  };
  /** Where it cannot be kept (the storage is full, or forbidden), the box must not say that it is. */
  const keepAnswers = () => {
    if (!keep.checked) return;
    try {
      if (!store) throw new Error('no storage');
      store.setItem(place, JSON.stringify({ at: Date.now(), answers: answersIn(form) }));
    } catch {
      wipe();
      say('This browser cannot keep your answers. Save them to a file instead.');
    }
  };

  const kept = read(store?.getItem(place) ?? '');
  const age = Date.now() - Number(kept?.['at']);
  const answers = kept?.['answers'];
  if (age < longest && isRecord(answers)) {
    keep.checked = true;
    // What the function sent back was typed later than the draft.
    if (form.querySelector('#answer > :not([hidden])')) keepAnswers();
    else {
      fillForm(form, answers);
      say('Your draft was put back into the form.');
      onFill();
    }
  } else if (kept) {
    wipe();
    say('A draft more than 30 days old was deleted.');
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** While a reload, or a pull on a telephone, would lose what was typed. Not all the time: Firefox keeps no such page for Back. */
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const isSafe = () => window.removeEventListener('beforeunload', ask);
  form.addEventListener('input', () => {
    if (keep.checked) isSafe();
    else window.addEventListener('beforeunload', ask);
    clearTimeout(timer);
    timer = setTimeout(keepAnswers, 400);
  });
  form.addEventListener('reset', isSafe);
  form.addEventListener('click', ({ target }) => {
    // In a file, or in a mail draft, which browsers take for another page.
    if (target instanceof Element && target.closest('[data-draft-save], [href^="mailto:"]')) isSafe();
  });
  window.addEventListener('submit', ({ target, defaultPrevented }) => {
    if (target === form && !defaultPrevented) isSafe();
  });
  window.addEventListener('pagehide', keepAnswers);
  keep.addEventListener('change', () => {
    say(keep.checked ? 'Your answers are kept in this browser from now on.' : 'Nothing is kept in this browser.');
    if (keep.checked) keepAnswers();
    else wipe();
  });
  part(form, '[data-draft-save]', HTMLElement).addEventListener('click', () =>
    save('assistance-request-draft.json', 'application/json', JSON.stringify(answersIn(form), null, 2)),
  );
  load.addEventListener('change', () => {
    const file = load.files?.[0];
    if (!file) return;
    const open = async () => {
      const answers = file.size <= largestFile ? read(await file.text()) : undefined;
      if (answers) {
        // Resetting the form must not undo what the person said about keeping it.
        const isKept = keep.checked;
        form.reset();
        keep.checked = isKept;
        fillForm(form, answers);
        onFill();
        keepAnswers();
      }
      say(
        answers
          ? 'The answers of the file are in the form now.'
          : 'That file holds no answers of this form. Choose one that was saved here.',
      );
      load.value = '';
    };
    void open();
  });
  return { wipe };
};
