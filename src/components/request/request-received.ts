/** The confirmation page with script: prints itself, and offers reading on the topics of the request just sent. */
import { make } from '../dom.ts';
import { suggestionsAfterSending } from './form-suggestions.ts';

const reading = (items: HTMLLIElement[]): HTMLElement =>
  make('section', { 'data-reading': '' }, make('h2', {}, 'On the topics you chose'), make('ul', {}, ...items));

class ReceivedElement extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => window.print());
    suggestionsAfterSending()
      .then((items) => {
        // Last on the page: nothing that is read already moves.
        if (items.length > 0) this.closest('.page-body')?.append(reading(items));
      })
      // The page is whole without them.
      .catch(() => undefined);
  }
}

customElements.define('request-received', ReceivedElement);
