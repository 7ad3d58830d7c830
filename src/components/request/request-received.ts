/** The confirmation page with script: prints itself, and offers reading on the topics of the request just sent. */
import { suggestionsAfterSending } from './form-suggestions.ts';

const reading = (items: HTMLLIElement[]): HTMLElement => {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = 'On the topics you chose';
  const list = document.createElement('ul');
  list.append(...items);
  section.append(heading, list);
  section.dataset['reading'] = '';
  return section;
};

class ReceivedElement extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => window.print());
    suggestionsAfterSending(this.dataset['suggestions'] ?? '')
      .then((items) => {
        // Last on the page: nothing that is read already moves.
        if (items.length > 0) this.closest('.page-body')?.append(reading(items));
      })
      // The page is whole without them.
      .catch(() => undefined);
  }
}

customElements.define('request-received', ReceivedElement);
