/**
 * The parts of the page that only an answer shows. The build takes them out of the page and leaves them in a script of
 * their own, which no browser shows; here they are put in their places, hidden. A page that the function sent back has
 * some of them already.
 */
import { make } from '../dom.ts';

export class FormParts {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    const kept = root.querySelector('script[data-parts]')?.textContent ?? '';
    for (const place of new DOMParser().parseFromString(kept, 'text/html').body.children)
      for (const part of [...place.children]) {
        const name = part instanceof HTMLElement ? part.dataset['part'] : undefined;
        if (!root.querySelector(`[data-part="${name}"]`))
          root.querySelector(`#${place.getAttribute('data-in')}`)?.append(document.adoptNode(part));
      }
  }

  show(name: string, isShown: boolean): void {
    for (const part of this.#root.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)) part.hidden = !isShown;
  }

  fill(name: string, words: string): void {
    for (const part of this.#root.querySelectorAll(`[data-fill="${name}"]`)) part.textContent = words;
  }

  /** An error beside its field, which describes the control from then on; none where `message` is undefined. */
  setError(field: HTMLElement, message: string | undefined): void {
    const described = field.matches('[data-error]') ? field : field.querySelector<HTMLElement>('[data-error]');
    const id = described?.dataset['error'];
    if (!described || !id) return;
    const others = (described.getAttribute('aria-describedby') ?? '').split(' ').filter((item) => item && item !== id);
    const ids = message === undefined ? others : [...others, id];
    if (ids.length > 0) described.setAttribute('aria-describedby', ids.join(' '));
    else described.removeAttribute('aria-describedby');
    if (message === undefined || isGroupOfBoxes(described)) described.removeAttribute('aria-invalid');
    else described.setAttribute('aria-invalid', 'true');
    field.querySelector(`#${id}`)?.remove();
    if (message !== undefined) labelOf(field)?.after(errorOf(id, message));
  }
}

/** “Invalid” is not said of a group (ARIA 1.2): its error is read when it is entered. */
const isGroupOfBoxes = (element: Element): boolean => element.tagName === 'FIELDSET' && !element.hasAttribute('role');

/** What stands above the control: its hint, or its label. */
const labelOf = (field: HTMLElement): Element | null =>
  field.querySelector(':scope > .hint:not([data-count])') ?? field.querySelector(':scope > :is(label, legend)');

const errorOf = (id: string, message: string): HTMLElement =>
  make('p', { class: 'field-error', id }, make('strong', {}, 'Error:'), ` ${message}`);
