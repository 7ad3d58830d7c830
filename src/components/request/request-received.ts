/** The confirmation page with script: prints itself, and offers reading on the topics of the request just sent. */
import { suggestionsAfterSending } from './form-suggestions.ts';

class ReceivedElement extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => window.print());
    const part = document.querySelector<HTMLElement>('[data-reading]');
    suggestionsAfterSending(this.dataset['suggestions'] ?? '')
      .then((items) => {
        if (!part || items.length === 0) return;
        part.querySelector('ul')?.append(...items);
        part.hidden = false;
      })
      // The page is whole without them.
      .catch(() => undefined);
  }
}

customElements.define('request-received', ReceivedElement);
