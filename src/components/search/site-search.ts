/** <site-search>: results as one types, filters, the view in the address. On its own page and on top of the static lists. */
import { cardsPerFile, type Card } from '../../lib/search/catalog.ts';
import { facetNames, type FacetName } from '../../lib/search/facets.ts';
import { isEmpty, longestText, queryFrom, stateFrom, type SearchState } from '../../lib/search/address.ts';
import { search, stemsToMark, type CatalogReader, type Filters, type Found } from '../../lib/search/search.ts';
import { requestAddress } from '../../lib/addresses.ts';
import { counted } from '../../lib/text.ts';
import { part } from '../part.ts';
import { buildFacets, chosenIn, filtersFrom, setChosen, showCounts, type Chosen } from './facets.ts';
import { canRunWebAssembly, findPassages, pagesWithPhrase } from './passages.ts';
import { catalogReader } from './reader.ts';
import { isShortcutOn, keepShortcut } from './shortcut.ts';
import { cloned, fillPassages, resultItem } from './view.ts';
import { noteOn, summaryOf } from './words.ts';

const resultsAtOnce = 10;
/** Long enough not to speak between two keys, in milliseconds. */
const announceAfter = 800;
/**
 * Passages that come later than this after a key or a click, or without either, wait for a button: nothing moves under
 * the reader. In milliseconds.
 */
const lateAfter = 450;
/** Quoted words are looked up in so many pages at most. */
const mostQuoted = 80;
/** Here the filters stand beside the results, so opening them moves nothing: the same width as in search.css. */
const besideResults = matchMedia('(min-width: 75rem)');
const typedInto = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

class SiteSearch extends HTMLElement {
  #state: SearchState = { text: '', chosen: {}, sort: 'relevance' };
  /** The query of the address that is shown. */
  #query: string | undefined;
  #shown = resultsAtOnce;
  /** Once only: a reader who closes them keeps them closed. */
  #wereFiltersOpened = false;
  /** Each search has a number; an older one that comes back late is dropped. */
  #turn = 0;
  #announcement: ReturnType<typeof setTimeout> | undefined;
  #title = document.title;
  /** When a key or a click last asked for something; an address that is opened has neither. */
  #asked = -Infinity;
  #hasPassages = this.dataset['passages'] !== undefined && canRunWebAssembly();
  /** Passages were meant to be here, and this browser or its policy refuses them. */
  #lacksPassages = this.dataset['passages'] !== undefined && !this.#hasPassages;

  #input = part(this, 'input[name="q"]', HTMLInputElement);
  #form = part(this, 'form', HTMLFormElement);
  #view = part(this, '[data-view]', HTMLElement);
  #static = part(this, '[data-static]', HTMLElement);
  #summary = part(this, '[data-summary]', HTMLElement);
  #searching = part(this, '[data-searching]', HTMLElement);
  #list = part(this, '[data-results]', HTMLOListElement);
  #sort = part(this, 'select', HTMLSelectElement);
  #filters = part(this, '[data-filters]', HTMLDetailsElement);
  #more = part(this, '[data-more]', HTMLButtonElement);
  #inside = part(this, '[data-inside]', HTMLButtonElement);
  #shortcut = part(this, '[data-shortcut]', HTMLInputElement);
  #passages: (() => void) | undefined;

  get #facets(): FacetName[] {
    const names = this.dataset['facets']?.split(' ') ?? [];
    return facetNames.filter((name) => names.includes(name));
  }

  get #within(): Chosen {
    return stateFrom(this.dataset['within'] ?? '').chosen;
  }

  connectedCallback(): void {
    this.#input.maxLength = longestText;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change(true);
    });
    this.#form.addEventListener('focusin', () => void catalogReader().catch(() => undefined), { once: true });
    this.#input.addEventListener('input', () => this.#change(false));
    this.#filters.addEventListener('toggle', () => void this.#offerFilters());
    this.#filters.addEventListener('change', () => this.#change(true));
    this.#sort.addEventListener('change', () => this.#change(true));
    this.#more.addEventListener('click', () => void this.#showMore());
    this.#inside.addEventListener('click', () => this.#passages?.());
    part(this, '[data-clear]', HTMLButtonElement).addEventListener('click', () => this.#clearFilters());
    this.addEventListener('keydown', (event) => this.#walk(event));
    if (!isShortcutOn()) this.#shortcut.checked = false;
    this.#shortcut.addEventListener('change', () => keepShortcut(this.#shortcut.checked));
    window.addEventListener('keydown', this.#slash);
    window.addEventListener('popstate', this.#restore);
    this.#restore();
  }

  disconnectedCallback(): void {
    window.removeEventListener('keydown', this.#slash);
    window.removeEventListener('popstate', this.#restore);
  }

  /** The view that the address names. A link to a place on the page comes here too, and changes nothing. */
  #restore = (): void => {
    if (this.#query === location.search) return;
    this.#query = location.search;
    this.#state = stateFrom(location.search);
    this.#input.value = this.#state.text;
    this.#sort.value = this.#state.sort;
    setChosen(this, this.#state.chosen);
    this.#asked = -Infinity;
    this.#shown = resultsAtOnce;
    void this.#run();
  };

  /** What was typed or chosen. A finished step is kept in the history, each letter is not. */
  #change(isStep: boolean): void {
    const chosen = this.#filters.dataset['built'] ? chosenIn(this, this.#facets) : this.#state.chosen;
    this.#state = { text: this.#input.value, chosen, sort: this.#sort.value === 'date' ? 'date' : 'relevance' };
    const address = `${location.pathname}${queryFrom(this.#state)}`;
    if (isStep && address !== `${location.pathname}${location.search}`) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#query = location.search;
    this.#asked = performance.now();
    this.#shown = resultsAtOnce;
    void this.#run();
  }

  #clearFilters(): void {
    setChosen(this, {});
    this.#state.chosen = {};
    this.#change(true);
    this.#input.focus();
  }

  async #offerFilters(): Promise<void> {
    if (!this.#filters.open) return;
    try {
      const reader = await catalogReader();
      this.#buildFilters(reader);
      if (isEmpty(this.#state)) this.#showCounts(await (await this.#find(reader)).counts());
    } catch {
      this.#say('The filters could not be loaded. Check your connection and try again.');
    }
  }

  #buildFilters({ manifest }: CatalogReader): void {
    if (this.#filters.dataset['built']) return;
    buildFacets(this, manifest, this.#facets);
    setChosen(this, this.#state.chosen);
    this.#filters.dataset['built'] = 'true';
  }

  /** Until they are counted, the filters keep their place unseen: what leads to nothing goes from among them. */
  #showCounts(counts: Awaited<ReturnType<Found['counts']>>): void {
    showCounts(this, counts, this.#facets);
    this.#filters.dataset['counted'] = 'true';
  }

  /** Filters that are folded away still say that they are at work. */
  #countChosen(filters: Filters): void {
    const count = Object.values(filters).flat().length;
    part(this, '[data-chosen]', HTMLElement).textContent = count > 0 ? `(${count} chosen)` : '';
  }

  #openFiltersBeside(): void {
    if (this.#wereFiltersOpened || !besideResults.matches) return;
    this.#wereFiltersOpened = true;
    this.#filters.open = true;
    this.#filters.querySelector('details')?.toggleAttribute('open', true);
  }

  #find(reader: CatalogReader): Promise<Found> {
    const { filters } = filtersFrom(this.#state.chosen, reader.manifest);
    const { filters: within } = filtersFrom(this.#within, reader.manifest);
    return search(reader, isEmpty({ ...this.#state, chosen: {} }) ? '' : this.#state.text, {
      filters,
      within,
      sort: this.#state.sort,
    });
  }

  async #run(): Promise<void> {
    const turn = (this.#turn += 1);
    this.#offerPassages(undefined);
    const text = this.#state.text.trim();
    document.title = text ? `${text} | ${this.#title}` : this.#title;
    const isIdle = isEmpty(this.#state);
    this.#static.hidden = !isIdle;
    if (isIdle) {
      this.#view.hidden = true;
      this.#searching.hidden = true;
      this.#countChosen({});
      this.dataset['state'] = 'idle';
      this.#say('');
      return;
    }
    this.dataset['state'] = 'searching';
    const isFirst = this.#view.hidden;
    this.#searching.hidden = !isFirst;
    if (isFirst) this.#say('Searching…');
    try {
      const reader = await catalogReader();
      const found = await this.#withQuotes(reader, await this.#find(reader));
      const cards = await this.#cards(reader, found.pages.slice(0, this.#shown));
      if (turn !== this.#turn) return;
      this.#buildFilters(reader);
      this.#openFiltersBeside();
      this.#show(found, cards, reader);
      this.dataset['state'] = 'shown';
      const counts = await found.counts();
      if (turn !== this.#turn) return;
      this.#showCounts(counts);
      this.dataset['state'] = 'counted';
      await this.#showPassages(found, turn);
      if (turn === this.#turn) this.dataset['state'] = 'settled';
    } catch {
      if (turn !== this.#turn) return;
      this.dataset['state'] = 'failed';
      this.#searching.hidden = true;
      this.#view.hidden = false;
      this.#list.replaceChildren();
      this.#summary.textContent = '';
      part(this, '[data-help]', HTMLElement).hidden = true;
      this.#more.hidden = true;
      this.#note('The search could not be loaded. Check your connection and try again, or browse the library.', true);
      this.#say('The search could not be loaded.');
    }
  }

  async #cards(reader: CatalogReader, pages: readonly number[]): Promise<Card[]> {
    return (
      await Promise.all(
        pages.map(async (page) => (await reader.cards(Math.floor(page / cardsPerFile)))[page % cardsPerFile]),
      )
    ).filter((card) => card !== undefined);
  }

  /** “Words in quotation marks” must stand so in the page. */
  async #withQuotes(reader: CatalogReader, found: Found): Promise<Found> {
    if (found.query.quoted.length === 0 || !this.#hasPassages) return found;
    const pages = found.pages.slice(0, mostQuoted);
    const cards = await this.#cards(reader, pages);
    const sets = await Promise.all(found.query.quoted.map(pagesWithPhrase));
    const kept = pages.filter((_, index) => sets.every((set) => set.has(cards[index]?.p ?? '')));
    return { ...found, pages: kept, complete: kept.length };
  }

  #show(found: Found, cards: readonly Card[], { manifest }: CatalogReader): void {
    const stems = stemsToMark(found);
    this.#list.replaceChildren(...cards.map((card) => resultItem(this, card, stems)));
    this.#offerMore(found.pages.length - cards.length);
    part(this, '[data-clear]', HTMLButtonElement).hidden = Object.keys(this.#state.chosen).length === 0;
    const text = this.#state.text.trim();
    const summary = summaryOf(found, text);
    this.#summary.textContent = summary;
    this.#searching.hidden = true;
    this.#view.hidden = false;
    const { filters, hasUnknown } = filtersFrom(this.#state.chosen, manifest);
    this.#countChosen(filters);
    const lacksPassages = this.#lacksPassages && text !== '';
    this.#note(noteOn(found, { hasUnknownFilter: hasUnknown, lacksPassages }), this.#lacksPassages);
    this.#help(found, manifest);
    this.#say([summary, ...found.corrections.map(({ to }) => `Searched for ${to}.`)].join('. '));
  }

  /** Where to go when this is not it: topics nearby, places elsewhere, a person. */
  #help(found: Found, manifest: CatalogReader['manifest']): void {
    const help = part(this, '[data-help]', HTMLElement);
    help.hidden = false;
    const text = this.#state.text.trim();
    part(help, '[data-ask]', HTMLAnchorElement).href = requestAddress(text ? { issue: text } : {});
    const topics = part(help, '[data-topics]', HTMLElement);
    topics.hidden = found.topics.length === 0;
    part(topics, 'ul', HTMLElement).replaceChildren(
      ...found.topics.flatMap((place) => {
        const topic = manifest.facets.topic[place];
        if (!topic) return [];
        const item = cloned(this, 'topic');
        const link = part(item, 'a', HTMLAnchorElement);
        link.href = `/topics/${topic.slug}/`;
        link.textContent = topic.label;
        return item;
      }),
    );
    part(help, '[data-nothing]', HTMLElement).hidden = found.pages.length > 2;
  }

  #willLookInside(found: Found): boolean {
    const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
    const savesData =
      typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true;
    return this.#hasPassages && !savesData && found.query.concepts.length > 0 && found.pages.length > 0;
  }

  async #showPassages(found: Found, turn: number): Promise<void> {
    if (!this.#willLookInside(found)) return;
    const stems = stemsToMark(found);
    const words = found.query.concepts.flatMap(({ tokens }) =>
      tokens.flatMap(({ word, isStop }) => (isStop ? [] : word)),
    );
    const items = new Map(
      [...this.#list.children].flatMap((item) =>
        item instanceof HTMLElement && item.dataset['page'] && !item.dataset['searched']
          ? [[item.dataset['page'], item] as const]
          : [],
      ),
    );
    // A failure costs nothing: the results stand without them.
    const passages = await findPassages(words, new Set(items.keys())).catch(() => undefined);
    if (turn !== this.#turn || !passages) return;
    const show = () => {
      for (const [page, item] of items) {
        item.dataset['searched'] = 'true';
        fillPassages(item, passages.get(page) ?? [], stems);
      }
      this.#offerPassages(undefined);
    };
    const hasSome = [...passages.values()].some(({ length }) => length > 0);
    if (performance.now() - this.#asked < lateAfter) show();
    else this.#offerPassages(hasSome ? show : undefined);
  }

  #offerPassages(show: (() => void) | undefined): void {
    this.#passages = show;
    this.#inside.toggleAttribute('data-idle', !show);
  }

  #offerMore(left: number): void {
    this.#more.hidden = left <= 0;
    this.#more.textContent = `Show ${Math.min(left, resultsAtOnce)} more of ${left.toLocaleString('en-US')}`;
  }

  async #showMore(): Promise<void> {
    const turn = this.#turn;
    this.#asked = performance.now();
    this.#more.disabled = true;
    try {
      const reader = await catalogReader();
      const found = await this.#withQuotes(reader, await this.#find(reader));
      const cards = await this.#cards(reader, found.pages.slice(this.#shown, this.#shown + resultsAtOnce));
      if (turn !== this.#turn) return;
      this.#shown += resultsAtOnce;
      const items = cards.map((card) => resultItem(this, card, stemsToMark(found)));
      this.#list.append(...items);
      this.#offerMore(found.pages.length - this.#shown);
      items[0]?.querySelector<HTMLElement>('.title a')?.focus();
      this.#say(`${counted(items.length, 'more result')} shown.`);
      await this.#showPassages(found, turn);
    } catch {
      this.#say('More results could not be loaded. Check your connection and try again.');
      this.#more.textContent = 'Not loaded. Try again';
    } finally {
      this.#more.disabled = false;
    }
  }

  #note(text: string, isLibraryOffered: boolean): void {
    const note = part(this, '[data-note]', HTMLElement);
    note.hidden = !text;
    part(note, 'span', HTMLElement).textContent = text;
    part(note, 'a', HTMLAnchorElement).hidden = !isLibraryOffered;
  }

  /** For screen readers, politely, when the typing pauses. */
  #say(text: string): void {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      part(this, '[role="status"]', HTMLElement).textContent = text;
    }, announceAfter);
  }

  /** “/” leads to the field, unless one is typing. Only where its switch is seen and on: WCAG 2.2, 2.1.4. */
  #slash = (event: KeyboardEvent): void => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.#shortcut.checked || !this.#shortcut.checkVisibility()) return;
    if (event.target instanceof HTMLElement && event.target.matches(typedInto)) return;
    event.preventDefault();
    this.#input.focus();
    this.#input.select();
  };

  /** Arrow keys walk from the field through the results; Escape leads back. */
  #walk(event: KeyboardEvent): void {
    const links = [...this.#list.querySelectorAll<HTMLElement>('.title a')];
    const place = links.findIndex((link) => link === document.activeElement);
    const isInField = document.activeElement === this.#input;
    if (event.key === 'Escape' && place >= 0) this.#input.focus();
    else if (event.key === 'ArrowDown' && (isInField || place >= 0) && links[place + 1]) links[place + 1]?.focus();
    else if (event.key === 'ArrowUp' && place > 0) links[place - 1]?.focus();
    else if (event.key === 'ArrowUp' && place === 0) this.#input.focus();
    else return;
    event.preventDefault();
  }
}

customElements.define('site-search', SiteSearch);
