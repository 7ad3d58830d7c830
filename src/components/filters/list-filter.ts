/** <list-filter>: shows the rows of the list on the page that fit, and hides the others. What is chosen stands in the address. */
import { counted, listedInShort } from '../../lib/text.ts';
import { part } from '../dom.ts';
import { setInWords } from '../sets/set.ts';
import { SetTools } from '../sets/set-tools.ts';
import {
  countsBeside,
  filterQuery,
  filterStateFrom,
  matches,
  type Choice,
  type FilteredRow,
  type FilterState,
} from './filter-state.ts';

interface Row extends FilteredRow {
  element: HTMLElement;
  path: string;
  title: string;
  isWithdrawn: boolean;
  box: HTMLInputElement | null;
}

/** Here the filters stand beside the list, so opening them moves nothing: the same width as in ListFilter.css. */
const besideList = matchMedia('(min-width: 64rem)');

class ListFilter extends HTMLElement {
  #one = this.dataset['one'] ?? '';
  #many = this.dataset['many'] ?? '';
  /** Whether all rows of the list are on this page; if not, the form leads to the search, which takes the same filters. */
  #isWhole = this.dataset['whole'] !== undefined;
  #state: FilterState = { chosen: new Map(), ids: undefined, unknown: [], leftOut: [] };
  /** The query of the address that is shown. */
  #query: string | undefined;
  #form = part(this, 'form', HTMLFormElement);
  #fold = part(this, 'details', HTMLDetailsElement);
  #status = part(this, '[role="status"]', HTMLElement);
  #clear = part(this, '[data-clear]', HTMLButtonElement);
  #tools = part(this, 'set-tools', SetTools);
  #selects = [...this.#form.querySelectorAll('select')];
  #rows: Row[] = [...this.querySelectorAll<HTMLElement>('li[data-id]')].map((element) => {
    const link = part(element, 'a.name', HTMLAnchorElement);
    return {
      element,
      id: element.dataset['id'] ?? '',
      path: link.pathname,
      title: link.textContent.trim(),
      isWithdrawn: element.dataset['withdrawn'] !== undefined,
      box: element.querySelector<HTMLInputElement>('.row-pick'),
      facets: new Map(
        this.#selects.map(({ name }) => [name, element.dataset[name]?.split(' ').filter(Boolean) ?? []] as const),
      ),
    };
  });
  #offered = new Map(
    this.#selects.map(
      ({ name, options }) => [name, new Set([...options].map(({ value }) => value).filter(Boolean))] as const,
    ),
  );

  connectedCallback(): void {
    if (besideList.matches) this.#fold.open = true;
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches('.row-pick')) this.#offerSet();
    });
    if (this.#isWhole) {
      this.#form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.#choose();
      });
      this.#form.addEventListener('change', () => this.#choose());
      this.#clear.addEventListener('click', () => {
        this.#go({ chosen: new Map(), ids: undefined });
        this.#selects[0]?.focus();
      });
      window.addEventListener('popstate', () => this.#restore());
    }
    const early = this.#selects.map(({ value }) => value);
    this.#restore();
    // Chosen before this script came: it stays.
    if (this.#isWhole && early.some(Boolean)) {
      for (const [place, select] of this.#selects.entries()) select.value = early[place] || select.value;
      this.#choose();
    }
    // The list that the address asks for comes as new, not as the old one with its rows moved about.
    if (this.#isWhole && filterQuery(this.#state) !== '')
      for (const list of this.querySelectorAll('.filtered > :not(.set-head)')) list.replaceWith(list);
  }

  /** What the address names. A link to a place on the page comes here too, and changes nothing. */
  #restore(): void {
    if (this.#query === location.search) return;
    this.#query = location.search;
    this.#state = filterStateFrom(location.search, this.#offered);
    if (this.#isWhole) this.#show();
    else this.#offerSet();
  }

  #choose(): void {
    this.#go({
      chosen: new Map(this.#selects.flatMap(({ name, value }) => (value ? [[name, value] as const] : []))),
      ids: this.#state.ids,
    });
  }

  #go(choice: Choice): void {
    const address = `${location.pathname}${filterQuery(choice)}`;
    if (address !== `${location.pathname}${location.search}`) history.pushState(undefined, '', address);
    this.#query = location.search;
    this.#state = { ...choice, unknown: [], leftOut: [] };
    this.#show();
  }

  #show(): void {
    const shown = this.#rows.filter((row) => matches(row, this.#state));
    const isShown = new Set(shown);
    for (const row of this.#rows) {
      row.element.hidden = !isShown.has(row);
      if (row.element.hidden && row.box) row.box.checked = false;
    }
    for (const group of this.querySelectorAll<HTMLElement>('.years > section')) {
      const count = group.querySelectorAll('li[data-id]:not([hidden])').length;
      group.hidden = count === 0;
      const words = group.querySelector('h2 .small');
      if (words) words.textContent = counted(count, this.#one, this.#many);
    }
    for (const select of this.#selects) this.#count(select);
    this.#clear.hidden = filterQuery(this.#state) === '';
    part(this, '[data-chosen]', HTMLElement).textContent =
      this.#state.chosen.size > 0 ? `(${this.#state.chosen.size} chosen)` : '';
    this.#status.textContent = this.#words(shown);
    this.#offerSet();
    this.dataset['settled'] = '';
  }

  /** Numbers beside the values; what would leave nothing cannot be chosen. */
  #count(select: HTMLSelectElement): void {
    const counts = countsBeside(select.name, this.#rows, this.#state);
    for (const option of select.options) {
      if (!option.value) continue;
      const count = counts.get(option.value) ?? 0;
      option.textContent = `${option.dataset['label'] ?? option.value} (${count})`;
      option.disabled = count === 0 && this.#state.chosen.get(select.name) !== option.value;
    }
    select.value = this.#state.chosen.get(select.name) ?? '';
  }

  #words(shown: readonly Row[]): string {
    const { ids, unknown, leftOut } = this.#state;
    const all = counted(this.#rows.length, this.#one, this.#many);
    const known = new Set(this.#rows.map(({ id }) => id));
    const missing = ids?.filter((id) => !known.has(id)) ?? [];
    const withdrawn = ids ? shown.filter(({ isWithdrawn }) => isWithdrawn).map(({ title }) => title) : [];
    return [
      shown.length === this.#rows.length
        ? `${all}.`
        : shown.length === 0
          ? `None of ${all} fits. Take a filter away.`
          : `${shown.length} of ${all}.`,
      missing.length > 0
        ? `The address names ${counted(ids?.length ?? 0, 'entry', 'entries')}; not on this list: ${listedInShort(missing)}.`
        : '',
      withdrawn.length > 0 ? `Withdrawn since: ${listedInShort(withdrawn)}. The page says why.` : '',
      unknown.length > 0 ? `Not a filter of this list, so left out: ${listedInShort(unknown)}.` : '',
      leftOut.length > 0 ? `A filter takes one value here; left out: ${listedInShort(leftOut)}.` : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** The rows that are ticked; without any, the rows that are shown. */
  #offerSet(): void {
    const shown = this.#rows.filter(({ element }) => !element.hidden);
    const ticked = shown.filter(({ box }) => box?.checked);
    const rows = ticked.length > 0 ? ticked : shown;
    const query =
      ticked.length > 0 || !this.#isWhole
        ? filterQuery({ chosen: new Map(), ids: rows.map(({ id }) => id) })
        : filterQuery(this.#state);
    this.#tools.offer({
      words: setInWords(
        ticked.length > 0 ? 'The chosen' : rows.length === this.#rows.length ? 'All' : 'These',
        rows.length,
      ),
      count: rows.length,
      address: `${location.origin}${location.pathname}${query}`,
      entries: () => Promise.resolve(rows.map(({ path, title }) => ({ path, title }))),
    });
  }
}

customElements.define('list-filter', ListFilter);
