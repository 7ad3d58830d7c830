/** <set-tools>: what can be done with the entries that a page shows: compare, take along in four formats, cite, keep. */
import { part, save } from '../dom.ts';
import { joined, keepList, keptList } from './my-list.ts';
import { compareAddressOf, missingInWords, partsOf, setCitation, type SetEntry } from './set.ts';
import type { SetFormat } from './set-files.ts';

interface OfferedSet {
  /** “These 11” */
  words: string;
  count: number;
  /** Whole address that shows these entries again. */
  address: string;
  /** Asked for when something is done with them. */
  entries: () => Promise<readonly SetEntry[]>;
}

export class SetTools extends HTMLElement {
  #set: OfferedSet | undefined;
  #status = part(this, '[data-said]', HTMLElement);
  #citation = part(this, '[data-citation]', HTMLElement);

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.dataset['do']) void this.#do(button.dataset['do']);
    });
  }

  /** Shows what can be done with these entries. */
  offer(set: OfferedSet): void {
    this.#set = set;
    part(this, '[data-set]', HTMLElement).textContent = `${set.words}:`;
    for (const button of this.querySelectorAll('button')) button.disabled = set.count === 0;
    this.#citation.hidden = true;
    this.#citation.textContent = '';
    this.#status.textContent = '';
  }

  async #do(what: string): Promise<void> {
    const set = this.#set;
    if (!set) return;
    if (what === 'cite') {
      this.#cite(set);
      return;
    }
    this.#status.textContent = 'Working…';
    let words: string;
    try {
      words = await this.#doWith(what, await set.entries());
    } catch {
      words = 'This could not be fetched. Nothing was saved. Check the connection and try again.';
    }
    if (set === this.#set) this.#status.textContent = words;
  }

  /** `what` is compare, keep, or a format. Throws where something could not be fetched. Returns what is to be said. */
  async #doWith(what: string, entries: readonly SetEntry[]): Promise<string> {
    if (what === 'compare') {
      const address = compareAddressOf(entries);
      if (!address) return 'Two projects or more can be compared; these are fewer.';
      location.assign(address);
      return '';
    }
    if (what === 'keep') return this.#keep(entries);
    const { setFile } = await import('./set-files.ts');
    const { name, type, text, count, missing } = await setFile(entries, what as SetFormat, location.origin);
    if (count > 0) save(name, type, text);
    return [count > 0 ? `Saved ${name} with ${count}.` : 'Nothing to save.', missingInWords(missing)]
      .filter(Boolean)
      .join(' ');
  }

  #cite({ count, address }: OfferedSet): void {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((figure) => String(figure).padStart(2, '0'))
      .join('-');
    this.#citation.hidden = false;
    this.#citation.textContent = setCitation({ count, site: this.dataset['site'] ?? '', address, day });
    this.#status.textContent = '';
    // Read out, and ready to be copied.
    this.#citation.focus();
    getSelection()?.selectAllChildren(this.#citation);
  }

  #keep(entries: readonly SetEntry[]): string {
    const pages = entries.filter(({ path }) => partsOf(path));
    try {
      const kept = keptList();
      const now = joined(kept, pages);
      keepList(now);
      const added = now.length - kept.length;
      return added === 0
        ? `All of these are in your list already; it has ${now.length}.`
        : `${added} added; your list has ${now.length}. It is kept in this browser only.`;
    } catch {
      return 'This browser refuses to keep anything, or has no room left. Copy the address of this page instead.';
    }
  }
}

customElements.define('set-tools', SetTools);
