/**
 * The request form with script: the same page and the same places that the function writes to, without the
 * round trip. Checks on submit, shows the answers before sending, and keeps every word when sending fails.
 */
import { answerLine, mailtoLink, notProvided } from '../../lib/mailto.ts';
import { possibleCaseData } from '../../lib/case-data.ts';
import { listed } from '../../lib/text.ts';
import { textMax } from '../../request/messages.ts';
import { answersIn, fillForm, wordsOf, type FormAnswers } from './form-answers.ts';
import { setUpDraft, type Draft } from './form-draft.ts';
import { problemsIn, type FormProblem } from './form-problems.ts';
import { rememberTopics, setUpSuggestions } from './form-suggestions.ts';

type Reply =
  | { status: 'received'; reference: string; next: string }
  | { status: 'invalid'; problems: { field?: string; message: string }[] }
  | { status: 'conflict'; reference: string }
  | { status: 'not-sent'; message: string; mailto?: string };

const notReached =
  'The site could not be reached, so nothing was sent. Try again in a moment: sending twice does no harm.';

class RequestElement extends HTMLElement {
  #form!: HTMLFormElement;
  #draft: Draft | undefined;
  #title = document.title;
  #opened = Date.now();
  #isSending = false;
  #suggest: () => void = () => undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#form = form;
    this.#newKey();
    this.#suggest = setUpSuggestions(form, this.dataset['suggestions'] ?? '');
    this.#draft = setUpDraft(form, () => this.#refresh());
    this.#prefill();
    this.#countCharacters();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const step = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'check';
      if (step === 'send') void this.#send();
      else this.#check();
    });
    // “Change” leads back to the question; so does the browser's own Back button.
    form.querySelector('#answer')?.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.hash) return;
      if (link.closest('#check')) this.#showQuestions();
      this.#unfold(form.querySelector(link.hash));
    });
    window.addEventListener('popstate', () => this.#showQuestions());
    // Answers that the function sent back filled in were checked there: nothing is asked twice.
    this.#refresh();
  }

  /** Shows or hides a part of the page. */
  #show(name: string, isShown: boolean): void {
    for (const part of this.querySelectorAll<HTMLElement>(`[data-hide="${name}"]`)) part.hidden = !isShown;
  }

  #fill(name: string, words: string): void {
    for (const part of this.querySelectorAll(`[data-fill="${name}"]`)) part.textContent = words;
  }

  #say(words: string): void {
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = words;
  }

  #fields(): HTMLElement[] {
    return [...this.#form.querySelectorAll<HTMLElement>('[data-field]')];
  }

  #control(name: string): HTMLInputElement | null {
    return this.#form.querySelector(`input[name="${name}"]`);
  }

  #newKey(): void {
    const key = this.#control('key');
    if (key) key.value = crypto.randomUUID();
  }

  /** Opens the folded questions around an element. */
  #unfold(element: Element | null): void {
    element?.closest('details')?.setAttribute('open', '');
  }

  /** No answer and no error is folded away. */
  #unfoldAnswered(): void {
    const answers = answersIn(this.#form);
    for (const field of this.#form.querySelectorAll<HTMLElement>('.more-questions [data-field]'))
      if (answers[field.dataset['field'] ?? ''] || field.querySelector('[aria-invalid]')) this.#unfold(field);
  }

  #refresh(): void {
    this.#suggest();
    this.#unfoldAnswered();
    for (const area of this.#form.querySelectorAll('textarea')) area.dispatchEvent(new Event('input'));
  }

  /** From the address: ?type= ?expert= ?topic= ?about=, and ?issue= with the words of a search. */
  #prefill(): void {
    const query = new URLSearchParams(location.search);
    const { kind, expert, topics } = {
      kind: query.get('type'),
      expert: query.get('expert'),
      topics: query.getAll('topic'),
    };
    if (kind) fillForm(this.#form, { kind });
    if (expert) fillForm(this.#form, { expert });
    if (topics.length > 0)
      fillForm(this.#form, { topics: [...new FormData(this.#form).getAll('topics').map(String), ...topics] });
    const issue = query.get('issue');
    if (issue && !new FormData(this.#form).get('issue')) fillForm(this.#form, { issue: issue.slice(0, textMax) });
    const about = query.get('about');
    if (about) void this.#nameSource(about);
  }

  async #nameSource(about: string): Promise<void> {
    try {
      const response = await fetch(this.dataset['directory'] ?? '');
      const { pages } = (await response.json()) as { pages: Record<string, { title: string }> };
      const title = Object.hasOwn(pages, about) ? pages[about]?.title : undefined;
      const box = this.#control('about');
      if (!title || !box) return;
      box.value = about;
      box.checked = true;
      this.#fill('about', title);
      this.#show('about', true);
    } catch {
      // The page that someone came from is a help to the reader of the request, nothing more.
    }
  }

  #countCharacters(): void {
    for (const area of this.#form.querySelectorAll('textarea')) {
      const count = this.#form.querySelector(`#${area.id}-count`);
      area.addEventListener('input', () => {
        if (count)
          count.textContent = `${area.value.length.toLocaleString('en-US')} of ${textMax.toLocaleString('en-US')} characters used.`;
      });
      area.addEventListener('change', () => {
        const over = area.value.length - textMax;
        if (over > 0) this.#say(`${over.toLocaleString('en-US')} characters too many.`);
      });
    }
  }

  #showProblems(problems: readonly FormProblem[]): void {
    const found = new Map(problems.map(({ field, message }) => [field, message]));
    for (const field of this.#fields()) {
      const name = field.dataset['field'] ?? '';
      const message = found.get(name);
      this.#fill(`error:${name}`, message ?? '');
      this.#fill(`problem:${name}`, message ?? '');
      this.#show(`error:${name}`, message !== undefined);
      this.#show(`problem:${name}`, message !== undefined);
      for (const control of field.querySelectorAll('input, textarea, select')) {
        if (message === undefined) control.removeAttribute('aria-invalid');
        else control.setAttribute('aria-invalid', 'true');
      }
    }
    this.#fill('problem:request', found.get('') ?? '');
    this.#show('problem:request', found.has(''));
    this.#show('problems', problems.length > 0);
    document.title = problems.length > 0 ? `Error: ${this.#title}` : this.#title;
    this.#unfoldAnswered();
    if (problems.length > 0) this.#focus('problems');
  }

  #focus(id: string): void {
    const part = this.querySelector<HTMLElement>(`#${id}`);
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  }

  #showQuestions(): void {
    for (const part of ['check', 'not-sent', 'conflict']) this.#show(part, false);
    const questions = this.querySelector<HTMLElement>('[data-questions]');
    if (questions) questions.hidden = false;
  }

  #check(): void {
    const answers = answersIn(this.#form);
    const problems = problemsIn(this.#form, answers);
    this.#showQuestions();
    this.#showProblems(problems);
    if (problems.length > 0) return;
    for (const field of this.#fields()) {
      const name = field.dataset['field'] ?? '';
      this.#fill(`answer:${name}`, this.#wordsOf(field, answers) || notProvided);
    }
    const found = possibleCaseData(...Object.values(answers).flat());
    this.#fill('case-data', listed(found));
    this.#show('case-data', found.length > 0);
    this.#show('check', true);
    const questions = this.querySelector<HTMLElement>('[data-questions]');
    if (questions) questions.hidden = true;
    if (history.state !== 'check') history.pushState('check', '');
    this.#focus('check');
  }

  #wordsOf(field: HTMLElement, answers: FormAnswers): string {
    const name = field.dataset['field'] ?? '';
    if (name === 'about') return answers[name] ? (this.querySelector('[data-fill="about"]')?.textContent ?? '') : '';
    return wordsOf(field, answers[name]);
  }

  #answersAsText(answers: FormAnswers): string {
    return this.#fields()
      .map((field) => ({ label: field.dataset['label'] ?? '', words: this.#wordsOf(field, answers) }))
      .filter(({ words }) => words)
      .map(({ label, words }) => answerLine(label, words))
      .join('')
      .trimEnd();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    this.#show('not-sent', false);
    this.#say('Sending …');
    const answers = answersIn(this.#form);
    const reply = await this.#post(answers);
    this.#isSending = false;
    this.#say('');
    switch (reply.status) {
      case 'received':
        this.#draft?.wipe();
        rememberTopics([answers['topics'] ?? []].flat());
        this.#form.reset();
        this.#newKey();
        this.#showQuestions();
        location.assign(reply.next);
        return;
      case 'invalid':
        this.#showQuestions();
        this.#showProblems(reply.problems.map(({ field = '', message }) => ({ field, message })));
        return;
      case 'conflict':
        this.#newKey();
        this.#showQuestions();
        this.#fill('conflict', reply.reference);
        this.#show('conflict', true);
        this.#focus('conflict');
        return;
      case 'not-sent':
        this.#showNotSent(reply, answers);
    }
  }

  #showNotSent({ message, mailto }: { message: string; mailto?: string | undefined }, answers: FormAnswers): void {
    const text = this.#answersAsText(answers);
    const link = this.querySelector<HTMLAnchorElement>('[data-href="mailto"]');
    if (link) link.href = mailto ?? mailtoLink(this.dataset['contact'] ?? '', 'Request for technical assistance', text);
    this.#fill('not-sent', message);
    this.#fill('plain', text);
    this.#show('not-sent', true);
    this.#focus('not-sent');
  }

  async #post(answers: FormAnswers): Promise<Reply> {
    const seconds = Math.round((Date.now() - this.#opened) / 1000);
    const body = {
      ...answers,
      key: this.#control('key')?.value,
      seconds: String(seconds),
      homepage: this.#control('homepage')?.value,
      step: 'send',
    };
    try {
      const response = await fetch(new URL(this.#form.action).pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(45_000),
      });
      const reply = (await response.json()) as Reply;
      return ['received', 'invalid', 'conflict', 'not-sent'].includes(reply.status)
        ? reply
        : { status: 'not-sent', message: notReached };
    } catch {
      return { status: 'not-sent', message: notReached };
    }
  }
}

customElements.define('ta-request', RequestElement);
