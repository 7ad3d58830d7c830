/**
 * The request form with script: the same page and the same places that the function writes to, without the
 * round trip. Checks on submit, shows the answers before sending, and keeps every word when sending fails.
 */
import { answerLine, mailtoLink } from '../../lib/mailto.ts';
import { possibleCaseData } from '../../lib/case-data.ts';
import { likelyAddress } from '../../lib/likely-address.ts';
import type { Directory } from '../../lib/suggest.ts';
import { leftOut, listed } from '../../lib/text.ts';
import { tidyText } from '../../lib/tidy.ts';
import { lengthOf, textMax } from '../../request/messages.ts';
import { part } from '../dom.ts';
import { fetched } from '../fetched.ts';
import { answersIn, fillForm, wordsOf, type FormAnswers } from './form-answers.ts';
import { setUpDraft } from './form-draft.ts';
import { FormParts } from './form-parts.ts';
import { problemsIn, type FormProblem } from './form-problems.ts';
import { rememberTopics, setUpSuggestions } from './form-suggestions.ts';

type Reply =
  | { status: 'received'; reference: string; next: string }
  | { status: 'invalid'; problems: { field?: string; message: string }[] }
  | { status: 'conflict'; reference: string }
  | { status: 'not-sent' | 'unclear'; message: string; mailto?: string };

const again = 'Wait a few minutes and send it again: the same answers are one request, however often you send them.';
const unclear: Reply = {
  status: 'unclear',
  message: `No answer came back from the site, so we cannot tell whether your request arrived. ${again}`,
};
const offline: Reply = {
  status: 'not-sent',
  message: 'This device does not reach the site, so nothing was sent. Connect it, then send the request again.',
};
/** As `AbortSignal.timeout`, which iOS before 16 lacks. */
const within = (milliseconds: number): AbortSignal => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), milliseconds);
  return controller.signal;
};
/** A kept copy of this page (src/offline/worker.ts) looks first whether the site answers: nothing is posted to find out. */
const isReachable = async (): Promise<boolean> =>
  navigator.onLine &&
  (!document.querySelector('[data-kept]') ||
    fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal: within(10_000) }).then(
      () => true,
      () => false,
    ));
const notTaken = (status: number): Reply => ({
  status: 'not-sent',
  message:
    status === 429
      ? 'The site takes only so many requests a minute from one network, so yours was not taken. Wait a minute, then send it again.'
      : `The site did not take the request (it answered ${status}), so nothing was sent. ${again}`,
});
const renewed =
  'The form was renewed since you opened it. Save your answers to a file (below the questions), reload this page and load the file: your answers will be there, and the new question with them.';

const mine = new Set(['received', 'invalid', 'conflict', 'not-sent', 'unclear']);

class RequestElement extends HTMLElement {
  #form = part(this, 'form', HTMLFormElement);
  #parts = new FormParts(this);
  #questions = part(this, '[data-questions]', HTMLElement);
  #h1 = part(document, 'h1', HTMLElement);
  #title = document.title;
  #heading = this.#h1.textContent;
  #opened = Date.now();
  #isSending = false;
  #suggest = setUpSuggestions(this.#form);
  #draft = setUpDraft(this.#form, () => this.#refresh());

  connectedCallback(): void {
    this.#newKey();
    this.#prefill();
    this.#countCharacters();
    this.#form.addEventListener('submit', (event) => {
      const answers = answersIn(this.#form);
      if (event.submitter instanceof HTMLButtonElement && event.submitter.value === 'send') void this.#send(answers);
      else this.#check(answers);
      // Last: where a browser lacks what any of this needs, it posts the form itself, as without script.
      event.preventDefault();
    });
    // “Change” leads back to the question; so does the browser's own Back button.
    part(this, '#answer', HTMLElement).addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link?.hash) return;
      if (link.closest('#check')) this.#showQuestions();
      this.#unfold(this.querySelector(link.hash));
    });
    window.addEventListener('popstate', () => this.#showQuestions());
    // Answers that the function sent back filled in were checked there: nothing is asked twice.
    this.#refresh();
    // What was typed before someone left, or the telephone threw the page away, the browser puts back only now.
    window.addEventListener('pageshow', () => this.#refresh());
  }

  #say(words: string): void {
    part(this, '[data-status]', HTMLElement).textContent = words;
  }

  #fields(): HTMLElement[] {
    return [...this.#form.querySelectorAll<HTMLElement>('[data-field]')];
  }

  #control(name: string): HTMLInputElement {
    return part(this.#form, `input[name="${name}"]`, HTMLInputElement);
  }

  #newKey(): void {
    this.#control('key').value = crypto.randomUUID();
  }

  /** Opens the folded questions around an element. */
  #unfold(element: Element | null): void {
    element?.closest('details')?.setAttribute('open', '');
  }

  /** No answer and no error is folded away. */
  #unfoldAnswered(): void {
    const answers = answersIn(this.#form);
    for (const field of this.#form.querySelectorAll<HTMLElement>('.more-questions [data-field]'))
      if (answers[field.dataset['field'] ?? ''] || field.querySelector('.field-error')) this.#unfold(field);
  }

  #refresh(): void {
    this.#suggest();
    this.#unfoldAnswered();
    for (const area of this.#form.querySelectorAll('textarea')) area.dispatchEvent(new Event('input'));
  }

  /** From the address: ?type= ?expert= ?topic= ?about=, and ?issue= with the words of a search. */
  #prefill(): void {
    const query = new URLSearchParams(location.search);
    const [kind, expert, issue, about] = ['type', 'expert', 'issue', 'about'].map((name) => query.get(name));
    const topics = query.getAll('topic');
    if (kind) fillForm(this.#form, { kind });
    if (expert) fillForm(this.#form, { expert });
    if (topics.length > 0) this.#tick(topics);
    if (issue && !new FormData(this.#form).get('issue')) fillForm(this.#form, { issue: issue.slice(0, textMax) });
    if (about) void this.#nameSource(about, topics.length === 0);
  }

  #tick(topics: readonly string[]): void {
    fillForm(this.#form, { topics: [...new FormData(this.#form).getAll('topics').map(String), ...topics] });
  }

  /** Says which page the reader came from, and ticks its topics where the link named none. */
  async #nameSource(about: string, ticksTopics: boolean): Promise<void> {
    try {
      const directory = await fetched<Directory>('/technical-assistance/request/directory.json');
      const page = directory && Object.hasOwn(directory.pages, about) ? directory.pages[about] : undefined;
      if (!page) return;
      const box = this.#control('about');
      box.value = about;
      box.checked = true;
      this.#parts.fill('about', page.title);
      this.#parts.show('about', true);
      // What was ticked meanwhile, or comes with a draft, stands.
      const isTicking = ticksTopics && page.topics.length > 0 && !new FormData(this.#form).has('topics');
      this.#parts.show('ticked', isTicking);
      if (!isTicking) return;
      this.#tick(page.topics);
      this.#refresh();
    } catch {
      // The page that someone came from is a help to the reader of the request, nothing more.
    }
  }

  #countCharacters(): void {
    for (const area of this.#form.querySelectorAll('textarea')) {
      const count = part(this.#form, `#${area.id}-count`, HTMLElement);
      area.addEventListener('input', () => {
        count.textContent = `${lengthOf(tidyText(area.value)).toLocaleString('en-US')} of ${textMax.toLocaleString('en-US')} characters used.`;
      });
      area.addEventListener('change', () => {
        const over = lengthOf(tidyText(area.value)) - textMax;
        if (over > 0) this.#say(`${over.toLocaleString('en-US')} characters too many.`);
      });
    }
  }

  #showProblems(problems: readonly FormProblem[]): void {
    const found = new Map(problems.map(({ field, message }) => [field, message]));
    for (const field of this.#fields()) {
      const name = field.dataset['field'] ?? '';
      const message = found.get(name);
      this.#parts.setError(field, message);
      this.#parts.fill(`problem:${name}`, message ?? '');
      this.#parts.show(`problem:${name}`, message !== undefined);
      found.delete(name);
    }
    // The request as a whole, or a question that this copy of the form does not ask.
    const rest = [...found].map(([name, message]) => (name ? `${message} ${renewed}` : message)).join(' ');
    this.#parts.fill('problem:request', rest);
    this.#parts.show('problem:request', rest !== '');
    this.#parts.show('problems', problems.length > 0);
    this.#head(problems.length > 0 ? 'Error: ' : '');
    this.#unfoldAnswered();
    if (problems.length > 0) this.#focus('problems');
  }

  /** Title and heading of this step. What is for the start alone goes once something else is to be read. */
  #head(title: string, heading = this.#heading): void {
    document.title = title + this.#title;
    this.#h1.textContent = heading;
    if (title) for (const first of document.querySelectorAll<HTMLElement>('[data-first]')) first.hidden = true;
  }

  #focus(id: string): void {
    const element = part(this, `#${id}`, HTMLElement);
    element.scrollIntoView();
    element.focus({ preventScroll: true });
  }

  #showQuestions(): void {
    // What is typed while the answers are on their way would go with them, unsent.
    if (this.#isSending) return;
    for (const name of ['check', 'failed', 'conflict']) this.#parts.show(name, false);
    this.#head('');
    this.#questions.hidden = false;
  }

  #check(answers: FormAnswers): void {
    const problems = problemsIn(this.#form, answers);
    this.#showQuestions();
    this.#showProblems(problems);
    if (problems.length > 0) return;
    const words = new Map(this.#fields().map((field) => [field.dataset['field'] ?? '', this.#wordsOf(field, answers)]));
    for (const [name, text] of words) {
      this.#parts.fill(`answer:${name}`, text);
      this.#parts.show(`answered:${name}`, text !== '');
    }
    for (const section of this.querySelectorAll<HTMLElement>('[data-part^="answered-in:"]'))
      section.hidden = !section.querySelector('[data-part^="answered:"]:not([hidden])');
    const unanswered = [...words].filter(([name, text]) => name !== 'about' && text === '').length;
    this.#parts.fill('left-out', leftOut(unanswered));
    this.#parts.show('left-out', unanswered > 0);
    const found = possibleCaseData(...Object.values(answers).flat());
    this.#parts.fill('case-data', listed(found));
    this.#parts.show('case-data', found.length > 0);
    const meant = likelyAddress(String(answers['email']));
    this.#parts.fill('likely-email', meant ?? '');
    this.#parts.show('likely-email', meant !== undefined);
    this.#parts.show('check', true);
    this.#questions.hidden = true;
    this.#head('Check your answers: ', 'Check your answers');
    if (history.state !== 'check') history.pushState('check', '');
    this.#focus('check');
  }

  #wordsOf(field: HTMLElement, answers: FormAnswers): string {
    const name = field.dataset['field'] ?? '';
    if (name === 'about') return answers[name] ? part(this, '[data-fill="about"]', HTMLElement).textContent : '';
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

  async #send(answers: FormAnswers): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    this.#parts.show('failed', false);
    this.#say('Sending …');
    const reply = await this.#post(answers);
    this.#isSending = false;
    this.#say('');
    switch (reply.status) {
      case 'received':
        this.#draft.wipe();
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
        this.#parts.fill('conflict', reply.reference);
        this.#parts.show('conflict', true);
        this.#focus('conflict');
        return;
      case 'not-sent':
      case 'unclear':
        this.#showFailed(reply, answers);
    }
  }

  #showFailed(
    { status, message, mailto }: Extract<Reply, { status: 'not-sent' | 'unclear' }>,
    answers: FormAnswers,
  ): void {
    const text = this.#answersAsText(answers);
    part(this, '[data-href="mailto"]', HTMLAnchorElement).href =
      mailto ?? mailtoLink(this.dataset['contact'] ?? '', 'Request for technical assistance', text);
    this.#parts.fill('failed', message);
    this.#parts.fill('plain', text);
    this.#parts.show('not-sent', status === 'not-sent');
    this.#parts.show('unclear', status === 'unclear');
    this.#parts.show('failed', true);
    this.#focus('failed');
  }

  async #post(answers: FormAnswers): Promise<Reply> {
    const body = {
      ...answers,
      key: this.#control('key').value,
      seconds: String(Math.round((Date.now() - this.#opened) / 1000)),
      homepage: this.#control('homepage').value,
      unasked: this.#control('unasked').value || undefined,
      step: 'send',
    };
    // Known before anything is sent; everything later may have arrived.
    if (!(await isReachable())) return offline;
    try {
      const response = await fetch(new URL(this.#form.action).pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
        signal: within(45_000),
      });
      const reply = (await response.json().catch(() => undefined)) as Reply | undefined;
      if (reply && mine.has(reply.status)) return reply;
      // Not our answer. What is refused (4xx) never reached the function; a gateway (5xx) does not know what became of it.
      return response.status >= 400 && response.status < 500 ? notTaken(response.status) : unclear;
    } catch {
      return unclear;
    }
  }
}

customElements.define('ta-request', RequestElement);
