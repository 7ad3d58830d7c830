/** <my-list>: what this browser keeps, or what the address names (`?ids=…`), with what has become of each entry. */
import pMap from 'p-map';
import { counted } from '../../lib/text.ts';
import { part, shaped } from '../dom.ts';
import { fetchedHeading } from '../fetched.ts';
import { joined, keepList, keptList } from './my-list.ts';
import { recordAt } from './records.ts';
import { entriesInQuery, queryOfEntries, type SetEntry } from './set.ts';
import { SetTools } from './set-tools.ts';

/** So many are looked up at once; each look asks for the entry’s record. */
const concurrency = 6;

/** What has become of an entry: what it is called now, and what there is to say of it. */
const fateOf = async ({ path, title: kept }: SetEntry): Promise<{ title: string; words: string }> => {
  try {
    const record = await recordAt(path);
    if (!record) {
      // Topics, states and lists have a page and no record.
      const heading = await fetchedHeading(path);
      return { title: heading ?? kept, words: heading ? '' : 'No longer on this site.' };
    }
    const { title, withdrawn } = record.data;
    return { title, words: withdrawn ? `Withdrawn: ${withdrawn.reason ?? ''}` : '' };
  } catch {
    return { title: kept, words: 'Could not be looked up. Check the connection.' };
  }
};

class MyList extends HTMLElement {
  #entries: SetEntry[] = [];
  #emptied: SetEntry[] = [];
  #turn = 0;
  #list = part(this, 'ul', HTMLUListElement);
  #status = part(this, ':scope > [role="status"]', HTMLElement);
  #empty = part(this, '[data-empty]', HTMLButtonElement);
  #undo = part(this, '[data-undo]', HTMLButtonElement);

  /** A list that was sent is shown as it came; the reader’s own stays as it is. */
  #sent = entriesInQuery(location.search);

  connectedCallback(): void {
    try {
      this.#entries = this.#sent ?? keptList();
    } catch {
      this.dataset['settled'] = '';
      this.#status.textContent = 'This browser refuses to keep anything, so there is no list.';
      return;
    }
    this.#empty.addEventListener('click', () => {
      this.#emptied = keptList();
      this.#keep([]);
      this.#undo.focus();
    });
    this.#undo.addEventListener('click', () => {
      this.#keep(joined(this.#emptied, keptList()));
      this.#emptied = [];
      this.#undo.hidden = true;
      this.#empty.focus();
    });
    if (!this.#sent) {
      // Another tab, or an entry that the reader has come back from, may have put something in.
      const renew = () => {
        this.#entries = keptList();
        this.#draw();
      };
      window.addEventListener('storage', renew);
      window.addEventListener('pageshow', ({ persisted }) => persisted && renew());
    }
    this.#draw();
  }

  #keep(entries: SetEntry[]): void {
    this.#entries = entries;
    if (!this.#sent) keepList(entries);
    this.#draw();
  }

  #draw(): void {
    const turn = (this.#turn += 1);
    const count = this.#entries.length;
    this.#status.textContent =
      count === 0
        ? 'Your list is empty.'
        : this.#sent
          ? `${counted(count, 'entry', 'entries')} in the list that was sent to you. Your own list is not changed.`
          : `${counted(count, 'entry', 'entries')} in your list.`;
    this.#empty.hidden = count === 0 || this.#sent !== undefined;
    this.#undo.hidden = this.#emptied.length === 0;
    const rows = this.#entries.map((entry) => ({ entry, row: this.#row(entry) }));
    this.#list.replaceChildren(...rows.map(({ row }) => row));
    part(this, 'set-tools', SetTools).offer({
      words: count === 1 ? 'This entry' : `These ${counted(count, 'entry', 'entries')}`,
      count,
      address: `${location.origin}${location.pathname}${queryOfEntries(this.#entries)}`,
      entries: () => Promise.resolve(this.#entries),
    });
    // What is kept has its names; a list that was sent is shown once they are known, so that nothing moves.
    if (!this.#sent) this.dataset['settled'] = '';
    void pMap(
      rows,
      async ({ entry, row }) => {
        if (turn !== this.#turn) return;
        const { title, words } = await fateOf(entry);
        part(row, '[data-state]', HTMLElement).textContent = words;
        part(row, 'a.name', HTMLAnchorElement).textContent = title;
      },
      { concurrency },
    ).then(() => (this.dataset['settled'] = ''));
  }

  #row(entry: SetEntry): HTMLElement {
    const row = shaped(this, 'row');
    const link = part(row, 'a.name', HTMLAnchorElement);
    link.href = entry.path;
    link.textContent = entry.title;
    const button = part(row, 'button', HTMLButtonElement);
    part(button, 'span', HTMLElement).textContent = entry.title;
    button.hidden = this.#sent !== undefined;
    button.addEventListener('click', () => {
      const place = this.#entries.indexOf(entry);
      // From what is kept now: word of another tab may not have come here yet.
      this.#keep(keptList().filter(({ path }) => path !== entry.path));
      const next = this.#list.querySelectorAll('button')[Math.min(place, this.#entries.length - 1)];
      (next ?? this.querySelector<HTMLElement>('p.small a'))?.focus();
    });
    return row;
  }
}

customElements.define('my-list', MyList);
