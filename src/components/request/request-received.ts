/** The confirmation page with script: prints itself, and offers reading on the topics of the request just sent. */
import { suggestionsAfterSending } from './form-suggestions.ts';

class ReceivedElement extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => window.print());
    const list = document.querySelector('[data-reading]');
    suggestionsAfterSending(this.dataset['suggestions'] ?? '')
      .then((items) => list?.prepend(...items))
      // The list stands there without them.
      .catch(() => undefined);
  }
}

customElements.define('request-received', ReceivedElement);
