/** <site-search>: results as one types, filters, the view in the address. On its own page and on top of the static lists. */
import { part } from '../../components/dom.ts';
import { counted } from '../../lib/text.ts';
import { facetNames } from '../../lib/facets.ts';
import type { Card } from '../format.ts';
import type { CatalogReader } from '../scores.ts';
import { search, type Filters, type Found } from '../search.ts';
import { isEmpty, longestText, queryFrom, stateFrom, stateIn, type SearchState } from './address.ts';
import { cardsOf, entriesOf } from './cards.ts';
import { buildFilters, filtersFrom, setChosen, showCounts, showKinds } from './filters.ts';
import { listenForKeys } from './keys.ts';
import { canRunWebAssembly, findPassages, pagesWithPhrase, phraseLimit } from './passages.ts';
import { Renewed, withCatalog } from './reader.ts';
import { Screen, type Way } from './screen.ts';
import { noteOn, summaryOf, type Phrases } from './summary.ts';

const resultsAtOnce = 10;
/**
 * Passages that come later than this after a key or a click, or without either, wait for a button: nothing moves under
 * the reader. In milliseconds.
 */
const lateAfter = 450;
/** Here the filters stand beside the results, so opening them moves nothing: the same width as in SiteSearch.css. */
const besideResults = matchMedia('(min-width: 64rem)');
const toLibrary: Way = { label: 'Browse the library', href: '/library/' };

/** What a step of the history keeps beside its address, for who comes back to it. */
interface Step {
  shown?: number;
  /** Address of the result that was opened. */
  opened?: string | undefined;
}

const stepOf = (state: unknown): Step => (typeof state === 'object' && state !== null ? state : {});

interface Answer {
  found: Found;
  phrases: Phrases;
}

class SiteSearch extends HTMLElement {
  /** By what results can be narrowed here, and to what they always are. */
  #facets = facetNames.filter((name) => this.dataset['facets']?.split(' ').includes(name));
  #within = stateFrom(this.dataset['within'] ?? '').chosen;
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
  #title = document.title;
  /** When a key or a click last asked for something; an address that is opened has neither. */
  #asked = -Infinity;
  #hasPassages = this.dataset['passages'] !== undefined && canRunWebAssembly();
  /** Passages were meant to be here, and this browser or its policy refuses them. */
  #lacksPassages = this.dataset['passages'] !== undefined && !this.#hasPassages;

  #input = part(this, 'input[name="q"]', HTMLInputElement);
  #form = part(this, 'form', HTMLFormElement);
  #static = part(this, '[data-static]', HTMLElement);
  #sort = part(this, 'select', HTMLSelectElement);
  #filters = part(this, '[data-filters]', HTMLDetailsElement);
  #more = part(this, '[data-more]', HTMLButtonElement);
  #screen = new Screen(this);

  connectedCallback(): void {
    this.#input.maxLength = longestText;
    this.#input.spellcheck = false;
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
    this.#screen.list.addEventListener('click', (event) => this.#keepOpened(event));
    part(this, '[data-kinds]', HTMLElement).addEventListener('click', (event) => this.#chooseKind(event));
    part(this, '[data-clear]', HTMLButtonElement).addEventListener('click', () => this.#clearFilters());
    listenForKeys({
      root: this,
      input: this.#input,
      list: this.#screen.list,
      shortcut: part(this, '[data-shortcut]', HTMLInputElement),
    });
    window.addEventListener('popstate', () => this.#restore());
    const typed = this.#input.value;
    this.#restore();
    // Typed before this script came: it stays, and is asked for.
    if (typed && typed !== this.#state.text) {
      this.#input.value = typed;
      this.#change(false);
    }
  }

  /** The view that the address names. A link to a place on the page comes here too, and changes nothing. */
  #restore(): void {
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
  }

  /** What was typed or chosen. A finished step is kept in the history, each letter is not. */
  #change(isStep: boolean): void {
    const { chosen } = this.#state;
    this.#state = { ...stateIn(this.#form), ...(this.#filters.dataset['built'] ? {} : { chosen }) };
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
        if (!isEmpty(this.#state)) return;
        const counts = await (await this.#find(catalog)).counts();
        // Something may have been asked for meanwhile: its answer has its own.
        if (isEmpty(this.#state)) this.#showCounts(counts);
      });
    } catch {
      this.#screen.say('The filters could not be loaded. Check your connection and try again.');
    }
  }

  #buildFilters({ manifest }: CatalogReader): void {
    if (this.#filters.dataset['built'] === manifest.version) return;
    buildFilters(this, manifest, this.#facets);
    this.#state.chosen = filtersFrom(this.#state.chosen, manifest).ids;
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
    this.#screen.offerPassages(undefined);
    const text = this.#state.text.trim();
    document.title = text ? `${text} | ${this.#title}` : this.#title;
    const isIdle = isEmpty(this.#state);
    this.#static.hidden = !isIdle;
    if (isIdle) {
      this.#screen.clear();
      this.#countChosen({});
      this.dataset['state'] = 'idle';
      // The counts of the question before go with it.
      void this.#offerFilters();
      return;
    }
    this.dataset['state'] = 'searching';
    this.#screen.search();
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
    // The line of kinds has its place before it is counted, and comes into it with its counts, so that nothing moves. It
    // stays where it brought a single page: it leads back, and the keyboard is in it.
    part(this, '[data-kinds]', HTMLElement).hidden =
      !this.#facets.includes('kind') || (found.pages.length < 2 && !this.#state.chosen.kind);
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
    if (error instanceof Renewed)
      this.#screen.fail('The site was renewed since this page was opened.', {
        label: 'Reload this page',
        href: location.href,
      });
    else
      this.#screen.fail(
        import.meta.env.DEV
          ? 'While you write (npm run dev) there is no index to search. Run npm start: it builds the site with its search.'
          : 'The search could not be loaded. Check your connection and try again, or browse the library.',
        toLibrary,
      );
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

  #show({ found, phrases }: Answer, cards: readonly Card[], catalog: CatalogReader): void {
    const { manifest } = catalog;
    const text = this.#state.text.trim();
    const summary = summaryOf(found, text);
    this.#screen.open(summary, this.#screen.items(found, cards, 0, manifest));
    this.#screen.offerMore(found.pages.length - cards.length, resultsAtOnce);
    part(this, '[data-clear]', HTMLButtonElement).hidden = Object.keys(this.#state.chosen).length === 0;
    const { filters, hasUnknown } = filtersFrom(this.#state.chosen, manifest);
    this.#countChosen(filters);
    const lacksPassages = this.#lacksPassages && text !== '';
    this.#screen.note(
      noteOn(found, { hasUnknownFilter: hasUnknown, lacksPassages, phrases }),
      lacksPassages
        ? toLibrary
        : phrases.are === 'not told here'
          ? { label: 'Ask the search page', href: this.#searchAddress }
          : undefined,
    );
    const { pages } = found;
    // All that was found, not only the results on the screen.
    this.#screen.offerSet(
      pages.length === 1 ? 'This result' : `All ${pages.length.toLocaleString('en-US')}`,
      pages.length,
      new URL(this.#searchAddress, location.origin).href,
      () => withCatalog((reader) => entriesOf(reader, pages)),
    );
    this.#screen.help(found, text, manifest);
    this.#screen.say([summary, ...found.corrections.map(({ to }) => `Searched for ${to}.`)].join('. '));
    this.#screen.backTo(this.#opened);
    this.#opened = undefined;
  }

  /** The same view on the search page. */
  get #searchAddress(): string {
    return `/search/${queryFrom({ ...this.#state, chosen: { ...this.#within, ...this.#state.chosen } })}`;
  }

  #keepOpened({ target }: MouseEvent): void {
    const opened = target instanceof Element && target.closest('a') ? target.closest('li[data-page]') : null;
    if (opened instanceof HTMLElement)
      history.replaceState({ shown: this.#shown, opened: opened.dataset['page'] } satisfies Step, '');
  }

  #willLookInside(found: Found): boolean {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    return this.#hasPassages && !connection?.saveData && found.query.concepts.length > 0 && found.pages.length > 0;
  }

  async #showPassages(found: Found, turn: number): Promise<void> {
    if (!this.#willLookInside(found)) return;
    const words = found.query.concepts.flatMap(({ tokens }) =>
      tokens.flatMap(({ word, isStop }) => (isStop ? [] : word)),
    );
    const items = this.#screen.unsearched();
    // A failure costs nothing: the results stand without them.
    const passages = await findPassages(words, new Set(items.keys())).catch(() => undefined);
    if (turn !== this.#turn || !passages) return;
    this.#screen.passages(items, passages, found, performance.now() - this.#asked >= lateAfter);
  }

  async #showMore(): Promise<void> {
    const turn = this.#turn;
    this.#asked = performance.now();
    this.#more.disabled = true;
    let found: Found | undefined;
    try {
      found = await withCatalog(async (catalog) => {
        const answer = await this.#withQuotes(catalog, await this.#find(catalog));
        const { pages } = answer.found;
        const from = this.#screen.list.childElementCount;
        const cards = await cardsOf(catalog, pages.slice(from, from + resultsAtOnce));
        if (turn !== this.#turn) return undefined;
        const items = this.#screen.items(answer.found, cards, from, catalog.manifest);
        this.#screen.list.append(...items);
        this.#shown = from + items.length;
        history.replaceState({ shown: this.#shown } satisfies Step, '');
        this.#screen.offerMore(pages.length - this.#shown, resultsAtOnce);
        items[0]?.querySelector<HTMLElement>('a.name')?.focus();
        this.#screen.say(`${counted(items.length, 'more result')} shown.`);
        return answer.found;
      });
    } catch (error) {
      if (turn !== this.#turn) return;
      const words = error instanceof Renewed ? 'The site was renewed: reload this page' : 'Not loaded. Try again';
      this.#screen.say(`More results could not be loaded. ${words}.`);
      this.#more.textContent = words;
    } finally {
      this.#more.disabled = false;
    }
    if (found) await this.#showPassages(found, turn);
  }
}

customElements.define('site-search', SiteSearch);
