/** <site-search>: results as one types, filters, the view in the address. On its own page and on top of the static lists. */
import { part } from '../../components/part.ts';
import { SetTools } from '../../components/sets/set-tools.ts';
import { requestAddress } from '../../lib/addresses.ts';
import { counted } from '../../lib/text.ts';
import { cardsPerFile, type Card } from '../format.ts';
import { facetLabels, facetNames, type FacetName } from '../record.ts';
import { search, stemsToMark, type CatalogReader, type Filters, type Found } from '../search.ts';
import { isEmpty, longestText, queryFrom, stateFrom, type Chosen, type SearchState } from './address.ts';
import { buildFilters, chosenIn, filtersFrom, idsOf, setChosen, showCounts, showKinds } from './filters.ts';
import { canRunWebAssembly, findPassages, pagesWithPhrase } from './passages.ts';
import { Renewed, withCatalog } from './reader.ts';
import { noteOn, summaryOf, type Phrases } from './summary.ts';
import { cloned, resultItem, showPassages } from './view.ts';

const resultsAtOnce = 10;
/** Long enough not to speak between two keys, in milliseconds. */
const announceAfter = 800;
/**
 * Passages that come later than this after a key or a click, or without either, wait for a button: nothing moves under
 * the reader. In milliseconds.
 */
const lateAfter = 450;
/** Quoted words are looked up in so many pages at most. */
const phraseLimit = 80;
/** Here the filters stand beside the results, so opening them moves nothing: the same width as in SiteSearch.css. */
const besideResults = matchMedia('(min-width: 64rem)');
const typedInto = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';
/** Facets that a row does not show: they say why a page is here that may not have the words. */
const reasons: readonly FacetName[] = ['topic', 'tactic', 'setting', 'aim'];

/** What a step of the history keeps beside its address, for who comes back to it. */
interface Step {
  shown?: number;
  /** Address of the result that was opened. */
  opened?: string | undefined;
}

const stepOf = (state: unknown): Step => (typeof state === 'object' && state !== null ? state : {});

/** Whether “/” leads to the field: on, until the reader turns it off in this browser. */
const shortcutKey = 'search-shortcut';
const isShortcutOn = (): boolean => {
  try {
    return localStorage.getItem(shortcutKey) !== 'off';
  } catch {
    // Storage may be refused; the switch then counts for this page alone.
    return true;
  }
};
const keepShortcut = (isOn: boolean): void => {
  try {
    if (isOn) localStorage.removeItem(shortcutKey);
    else localStorage.setItem(shortcutKey, 'off');
  } catch {
    // As above.
  }
};

const cardsOf = async (catalog: CatalogReader, pages: readonly number[]): Promise<Card[]> =>
  (
    await Promise.all(
      pages.map(async (page) => (await catalog.cards(Math.floor(page / cardsPerFile)))[page % cardsPerFile]),
    )
  ).filter((card) => card !== undefined);

interface Answer {
  found: Found;
  phrases: Phrases;
}

class SiteSearch extends HTMLElement {
  #state: SearchState = { text: '', chosen: {}, sort: 'relevance' };
  /** The query of the address that is shown. */
  #query: string | undefined;
  #shown = resultsAtOnce;
  /** Address of the result from which the reader came back. */
  #opened: string | undefined;
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
    // Fetched ahead: a failure is told when it is needed.
    this.#form.addEventListener('focusin', () => void withCatalog(async () => undefined).catch(() => undefined), {
      once: true,
    });
    this.#input.addEventListener('input', () => this.#change(false));
    this.#filters.addEventListener('toggle', () => void this.#offerFilters());
    this.#filters.addEventListener('change', () => this.#change(true));
    this.#sort.addEventListener('change', () => this.#change(true));
    this.#more.addEventListener('click', () => void this.#showMore());
    this.#inside.addEventListener('click', () => this.#passages?.());
    this.#list.addEventListener('click', (event) => this.#keepOpened(event));
    part(this, '[data-kinds]', HTMLElement).addEventListener('click', (event) => this.#chooseKind(event));
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
    const { shown = resultsAtOnce, opened } = stepOf(history.state);
    this.#shown = shown;
    this.#opened = opened;
    void this.#run();
  };

  /** What was typed or chosen. A finished step is kept in the history, each letter is not. */
  #change(isStep: boolean): void {
    const chosen = this.#filters.dataset['built'] ? chosenIn(this, this.#facets) : this.#state.chosen;
    this.#state = { text: this.#input.value, chosen, sort: this.#sort.value === 'date' ? 'date' : 'relevance' };
    this.#go(`${location.pathname}${queryFrom(this.#state)}`, isStep);
  }

  #go(address: string, isStep: boolean): void {
    if (isStep && address !== `${location.pathname}${location.search}`) history.pushState({}, '', address);
    else history.replaceState({}, '', address);
    this.#query = location.search;
    this.#asked = performance.now();
    this.#shown = resultsAtOnce;
    this.#opened = undefined;
    void this.#run();
  }

  #chooseKind(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { chosen } = stateFrom(link.search);
    this.#state.chosen = chosen;
    setChosen(this, chosen);
    this.#go(`${location.pathname}${link.search}`, true);
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
      await withCatalog(async (catalog) => {
        this.#buildFilters(catalog);
        if (isEmpty(this.#state)) this.#showCounts(await (await this.#find(catalog)).counts());
      });
    } catch {
      this.#say('The filters could not be loaded. Check your connection and try again.');
    }
  }

  #buildFilters({ manifest }: CatalogReader): void {
    if (this.#filters.dataset['built'] === manifest.version) return;
    buildFilters(this, manifest, this.#facets);
    this.#state.chosen = idsOf(this.#state.chosen, manifest);
    setChosen(this, this.#state.chosen);
    this.#filters.dataset['built'] = manifest.version;
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

  #find(catalog: CatalogReader): Promise<Found> {
    const { filters } = filtersFrom(this.#state.chosen, catalog.manifest);
    const { filters: within } = filtersFrom(this.#within, catalog.manifest);
    return search(catalog, isEmpty({ ...this.#state, chosen: {} }) ? '' : this.#state.text, {
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
      await withCatalog((catalog) => this.#answer(catalog, turn));
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  async #answer(catalog: CatalogReader, turn: number): Promise<void> {
    const answer = await this.#withQuotes(catalog, await this.#find(catalog));
    const { found } = answer;
    const cards = await cardsOf(catalog, found.pages.slice(0, this.#shown));
    if (turn !== this.#turn) return;
    this.#buildFilters(catalog);
    this.#openFiltersBeside();
    // The line of kinds has its place before it is counted, so that nothing moves.
    part(this, '[data-kinds]', HTMLElement).hidden = !this.#facets.includes('kind') || found.pages.length < 2;
    this.#show(answer, cards, catalog);
    this.dataset['state'] = 'shown';
    const counts = await found.counts();
    if (turn !== this.#turn) return;
    this.#showCounts(counts);
    const { chosen } = this.#state;
    if (this.#facets.includes('kind'))
      showKinds(this, counts, catalog.manifest, chosen, (kinds) => {
        const { kind: _, ...others } = chosen;
        return `${location.pathname}${queryFrom({ ...this.#state, chosen: kinds.length > 0 ? { ...others, kind: kinds } : others })}`;
      });
    this.dataset['state'] = 'counted';
    await this.#showPassages(found, turn);
    if (turn === this.#turn) this.dataset['state'] = 'settled';
  }

  /** A file that did not come is never “nothing was found”. */
  #fail(error: unknown): void {
    this.dataset['state'] = 'failed';
    this.#searching.hidden = true;
    this.#view.hidden = false;
    this.#list.replaceChildren();
    part(this, 'set-tools', SetTools).offer({
      words: 'Results',
      count: 0,
      address: '',
      entries: () => Promise.resolve([]),
    });
    this.#summary.textContent = '';
    part(this, '[data-help]', HTMLElement).hidden = true;
    part(this, '[data-kinds]', HTMLElement).hidden = true;
    this.#more.hidden = true;
    const words =
      error instanceof Renewed
        ? 'The site was renewed since this page was opened.'
        : import.meta.env.DEV
          ? 'While you write (npm run dev) there is no index to search. Run npm start: it builds the site with its search.'
          : 'The search could not be loaded. Check your connection and try again, or browse the library.';
    this.#note(words, error instanceof Renewed ? 'reload' : 'library');
    this.#say(words);
  }

  /** “Words in quotation marks” must stand so in the page. */
  async #withQuotes(catalog: CatalogReader, found: Found): Promise<Answer> {
    if (found.query.quoted.length === 0) return { found, phrases: { are: 'none' } };
    if (!this.#hasPassages) return { found, phrases: { are: 'not told here' } };
    const pages = found.pages.slice(0, phraseLimit);
    const cards = await cardsOf(catalog, pages);
    const sets = await Promise.all(found.query.quoted.map(pagesWithPhrase)).catch(() => undefined);
    if (!sets) return { found, phrases: { are: 'not told now' } };
    const kept = pages.filter((_, index) => sets.every((set) => set.has(cards[index]?.u ?? '')));
    return {
      found: { ...found, pages: kept, complete: kept.length },
      phrases: { are: 'told', without: found.pages.length },
    };
  }

  #items(found: Found, cards: readonly Card[], from: number, { manifest }: CatalogReader): HTMLElement[] {
    const stems = stemsToMark(found);
    return cards.map((card, index) => {
      const because = found
        .because(found.pages[from + index] ?? -1)
        .map(([name, value]) => ({ name, label: manifest.facets[name][value]?.label ?? '' }))
        .filter(({ name, label }) => reasons.includes(name) && label !== card.t)
        .map(({ name, label }) => `${facetLabels[name]}: ${label}`);
      return resultItem(this, card, { stems, because: [...new Set(because)].join(' · ') });
    });
  }

  #show({ found, phrases }: Answer, cards: readonly Card[], catalog: CatalogReader): void {
    const items = this.#items(found, cards, 0, catalog);
    this.#list.replaceChildren(...items);
    this.#offerMore(found.pages.length - cards.length);
    part(this, '[data-clear]', HTMLButtonElement).hidden = Object.keys(this.#state.chosen).length === 0;
    const text = this.#state.text.trim();
    const summary = summaryOf(found, text);
    this.#summary.textContent = summary;
    this.#searching.hidden = true;
    this.#view.hidden = false;
    const { filters, hasUnknown } = filtersFrom(this.#state.chosen, catalog.manifest);
    this.#countChosen(filters);
    const lacksPassages = this.#lacksPassages && text !== '';
    this.#note(
      noteOn(found, { hasUnknownFilter: hasUnknown, lacksPassages, phrases }),
      lacksPassages ? 'library' : phrases.are === 'not told here' ? 'search' : undefined,
    );
    this.#offerSet(found);
    this.#help(found, catalog);
    this.#say([summary, ...found.corrections.map(({ to }) => `Searched for ${to}.`)].join('. '));
    this.#backTo(items);
  }

  /** All that was found, not only the results on the screen. */
  #offerSet({ pages }: Found): void {
    part(this, 'set-tools', SetTools).offer({
      words: pages.length === 1 ? 'This result' : `All ${pages.length.toLocaleString('en-US')} results`,
      count: pages.length,
      address: `${location.origin}/search/${queryFrom({ ...this.#state, chosen: { ...this.#within, ...this.#state.chosen } })}`,
      entries: () =>
        withCatalog(async (catalog) =>
          (await cardsOf(catalog, pages)).map(({ u: path, t: title }) => ({ path, title })),
        ),
    });
  }

  /** To the result from which the reader came back, however far down it stands. */
  #backTo(items: readonly HTMLElement[]): void {
    const item = items.find(({ dataset }) => dataset['page'] === this.#opened);
    this.#opened = undefined;
    if (!item) return;
    item.scrollIntoView({ block: 'center' });
    item.querySelector<HTMLElement>('a.name')?.focus({ preventScroll: true });
  }

  #keepOpened({ target }: MouseEvent): void {
    const opened = target instanceof Element && target.closest('a') ? target.closest('li[data-page]') : null;
    if (opened instanceof HTMLElement)
      history.replaceState({ shown: this.#shown, opened: opened.dataset['page'] } satisfies Step, '');
  }

  /** Where to go when this is not it: topics nearby, places elsewhere, a person. */
  #help(found: Found, { manifest }: CatalogReader): void {
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
        link.href = `/topics/${topic.id}/`;
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
        showPassages(item, passages.get(page) ?? [], stems);
      }
      this.#offerPassages(undefined);
    };
    if (performance.now() - this.#asked < lateAfter) show();
    else this.#offerPassages(passages.size > 0 ? show : undefined);
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
      await withCatalog(async (catalog) => {
        const { found } = await this.#withQuotes(catalog, await this.#find(catalog));
        const from = this.#list.childElementCount;
        const cards = await cardsOf(catalog, found.pages.slice(from, from + resultsAtOnce));
        if (turn !== this.#turn) return;
        const items = this.#items(found, cards, from, catalog);
        this.#list.append(...items);
        this.#shown = from + items.length;
        history.replaceState({ shown: this.#shown } satisfies Step, '');
        this.#offerMore(found.pages.length - this.#shown);
        items[0]?.querySelector<HTMLElement>('a.name')?.focus();
        this.#say(`${counted(items.length, 'more result')} shown.`);
        await this.#showPassages(found, turn);
      });
    } catch (error) {
      const words = error instanceof Renewed ? 'The site was renewed: reload this page' : 'Not loaded. Try again';
      this.#say(`More results could not be loaded. ${words}.`);
      this.#more.textContent = words;
    } finally {
      this.#more.disabled = false;
    }
  }

  #note(text: string, way: 'library' | 'search' | 'reload' | undefined): void {
    const note = part(this, '[data-note]', HTMLElement);
    note.hidden = !text;
    part(note, 'span', HTMLElement).textContent = text;
    for (const link of note.querySelectorAll('a')) link.hidden = link.dataset['way'] !== way;
    part(note, '[data-way="search"]', HTMLAnchorElement).href = `/search/${queryFrom({
      ...this.#state,
      chosen: { ...this.#within, ...this.#state.chosen },
    })}`;
    part(note, '[data-way="reload"]', HTMLAnchorElement).href = location.href;
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
    const links = [...this.#list.querySelectorAll<HTMLElement>('a.name')];
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
