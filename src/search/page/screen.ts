/** What stands on the screen of the search beside its filters: results, what is said of them, and where to go from them. */
import { make, part } from '../../components/dom.ts';
import { SetTools } from '../../components/sets/set-tools.ts';
import { requestAddress } from '../../lib/addresses.ts';
import type { SetEntry } from '../../components/sets/set.ts';
import type { Card, Manifest } from '../format.ts';
import { facetLabels, type FacetName } from '../../lib/facets.ts';
import { stemsToMark, type Found } from '../search.ts';
import type { Passage } from './passages.ts';
import { resultItem, showPassages } from './view.ts';

/** Long enough not to speak between two keys, in milliseconds. */
const announceAfter = 800;
/** Facets that a row does not show: they say why a page is here that may not have the words. */
const reasons: readonly FacetName[] = ['topic', 'tactic', 'setting', 'aim'];

/** Where a notice leads. */
export interface Way {
  label: string;
  href: string;
}

export class Screen {
  #root: HTMLElement;
  #announcement: ReturnType<typeof setTimeout> | undefined;
  #view: HTMLElement;
  #searching: HTMLElement;
  #summary: HTMLElement;
  #more: HTMLButtonElement;
  #inside: HTMLButtonElement;
  #passages: (() => void) | undefined;
  list: HTMLOListElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#view = part(root, '[data-view]', HTMLElement);
    this.#searching = part(root, '[data-searching]', HTMLElement);
    this.#summary = part(root, '[data-summary]', HTMLElement);
    this.#more = part(root, '[data-more]', HTMLButtonElement);
    this.#inside = part(root, '[data-inside]', HTMLButtonElement);
    this.list = part(root, '[data-results]', HTMLOListElement);
    this.#inside.addEventListener('click', () => this.#passages?.());
  }

  get isEmpty(): boolean {
    return this.#view.hidden !== false;
  }

  /** For screen readers, politely, when the typing pauses. */
  say(text: string): void {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      part(this.#root, '[role="status"]', HTMLElement).textContent = text;
    }, announceAfter);
  }

  /** Nothing is asked for. */
  clear(): void {
    this.#view.hidden = true;
    this.#searching.hidden = true;
    this.say('');
  }

  search(): void {
    this.#searching.hidden = !this.isEmpty;
    if (this.isEmpty) this.say('Searching…');
  }

  /** The results of before go. */
  fail(words: string, way: Way): void {
    this.open('', []);
    this.offerSet('Results', 0, '', () => Promise.resolve([]));
    part(this.#root, '[data-help]', HTMLElement).hidden = true;
    part(this.#root, '[data-kinds]', HTMLElement).hidden = true;
    this.#more.hidden = true;
    this.note(words, way);
    this.say(words);
  }

  open(summary: string, items: readonly HTMLElement[]): void {
    this.list.replaceChildren(...items);
    this.#summary.textContent = summary;
    this.#searching.hidden = true;
    this.#view.hidden = false;
  }

  note(text: string, way: Way | undefined): void {
    const note = part(this.#root, '[data-note]', HTMLElement);
    note.hidden = !text;
    note.replaceChildren(make('span', {}, text), ...(way ? [' ', make('a', { href: way.href }, way.label)] : []));
  }

  offerSet(words: string, count: number, address: string, entries: () => Promise<readonly SetEntry[]>): void {
    const tools = part(this.#root, 'set-tools', SetTools);
    tools.hidden = count === 0;
    tools.offer({ words, count, address, entries });
  }

  offerMore(left: number, atOnce: number): void {
    this.#more.hidden = left <= 0;
    this.#more.textContent = `Show ${Math.min(left, atOnce)} more of ${left.toLocaleString('en-US')}`;
  }

  /** `found.pages` from `from` on are the pages of `cards`. */
  items(found: Found, cards: readonly Card[], from: number, { facets }: Manifest): HTMLElement[] {
    const stems = stemsToMark(found);
    return cards.map((card, index) => {
      const because = found
        .because(found.pages[from + index] ?? -1)
        .map(([name, value]) => ({ name, label: facets[name][value]?.label ?? '' }))
        .filter(({ name, label }) => reasons.includes(name) && label !== card.t)
        .map(({ name, label }) => `${facetLabels[name]}: ${label}`);
      return resultItem(this.#root, card, { stems, because: [...new Set(because)].join(' · ') });
    });
  }

  /** Where to go when this is not it: topics nearby, places elsewhere, a person. */
  help({ topics, pages }: Found, text: string, { facets }: Manifest): void {
    const help = part(this.#root, '[data-help]', HTMLElement);
    help.hidden = false;
    part(help, '[data-ask]', HTMLAnchorElement).href = requestAddress(text ? { issue: text } : {});
    const nearby = part(help, '[data-topics]', HTMLElement);
    nearby.hidden = topics.length === 0;
    part(nearby, 'ul', HTMLElement).replaceChildren(
      ...topics.flatMap((place) => {
        const topic = facets.topic[place];
        return topic ? make('li', {}, make('a', { href: `/topics/${topic.id}/` }, topic.label)) : [];
      }),
    );
    part(help, '[data-nothing]', HTMLElement).hidden = pages.length > 2;
  }

  /** Results whose pages were not looked into yet, by address. */
  unsearched(): Map<string, HTMLElement> {
    return new Map(
      [...this.list.querySelectorAll<HTMLElement>(':scope > [data-page]:not([data-searched])')].map((item) => [
        item.dataset['page'] ?? '',
        item,
      ]),
    );
  }

  /** Shows passages at once, or offers them where the reader may be reading already. */
  passages(items: Map<string, HTMLElement>, passages: Map<string, Passage[]>, found: Found, isLate: boolean): void {
    const show = () => {
      for (const [page, item] of items) {
        item.dataset['searched'] = 'true';
        showPassages(item, passages.get(page) ?? [], stemsToMark(found));
      }
      this.offerPassages(undefined);
    };
    if (!isLate) show();
    else
      this.offerPassages(
        passages.size > 0
          ? () => {
              show();
              // The button is gone: the reader goes on with the results, which hold more now.
              items.values().next().value?.querySelector<HTMLElement>('a.name')?.focus();
              this.say('Passages are shown.');
            }
          : undefined,
      );
  }

  offerPassages(show: (() => void) | undefined): void {
    this.#passages = show;
    this.#inside.toggleAttribute('data-idle', !show);
  }

  /** To the result from which the reader came back, however far down it stands. */
  backTo(page: string | undefined): void {
    const item = [...this.list.querySelectorAll<HTMLElement>(':scope > li')].find(
      ({ dataset }) => dataset['page'] === page,
    );
    if (!item) return;
    // Until all of the page is here, the browser would go on to where it stood before, among passages that are not shown now.
    if (document.readyState !== 'complete') {
      history.scrollRestoration = 'manual';
      window.addEventListener('load', () => setTimeout(() => (history.scrollRestoration = 'auto')), { once: true });
    }
    item.scrollIntoView({ block: 'center' });
    item.querySelector<HTMLElement>('a.name')?.focus({ preventScroll: true });
  }
}
