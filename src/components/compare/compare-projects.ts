/** <compare-projects>: chooses projects and lines them up; the choice stands in the address. */
import { comparisonCsv, mostCompared, readChoice, type ComparedProject } from '../../lib/comparison.ts';
import { stateNames, type StateCode } from '../../lib/states.ts';
import { counted, listed } from '../../lib/text.ts';
import { make, part, shaped } from '../dom.ts';
import { fetched } from '../fetched.ts';
import { projectOf, recordAt } from '../sets/records.ts';
import { comparisonTable } from './comparison-table.ts';

interface Offered {
  id: string;
  title: string;
  state: StateCode;
}

/** Throws where it is gone too: only projects of the list are asked for. */
const existing = <Thing>(thing: Thing | undefined): Thing => {
  if (thing === undefined) throw new Error('Nothing is at this address.');
  return thing;
};

const projectAt = async (id: string): Promise<ComparedProject> =>
  projectOf(existing(await recordAt(`/program-profiles/${id}/`)));

class CompareProjects extends HTMLElement {
  #offered: Offered[] = [];
  #ids: string[] = [];
  /** Counts redraws, so that a slow one never overwrites a later one. */
  #turn = 0;

  #select = part(this, 'select', HTMLSelectElement);
  #status = part(this, '[role="status"]', HTMLElement);
  #result = part(this, '.compare-result', HTMLElement);
  #region = part(this, '.side-by-side', HTMLElement);

  async connectedCallback(): Promise<void> {
    // Where the address names no project, nothing is to come that would push the rest of the page down.
    if (readChoice(location.search, () => true).ids.length === 0) this.#settle();
    await this.#start();
    this.#settle();
  }

  /** What stands below may be seen now. */
  #settle(): void {
    this.dataset['settled'] = '';
  }

  async #start(): Promise<void> {
    try {
      this.#offered = existing(await fetched<Offered[]>('/program-profiles/compare/projects.json'));
    } catch {
      this.#say('The list of projects could not be fetched. Reload the page, or use the tables by topic below.');
      return;
    }
    const known = new Set(this.#offered.map(({ id }) => id));
    const { ids, unknown, tooMany } = readChoice(location.search, (id) => known.has(id));
    this.#ids = ids;
    const notes = [
      unknown.length > 0 ? `No project of this site: ${listed(unknown)}.` : '',
      tooMany > 0
        ? `Only the first ${mostCompared} are shown; ${counted(tooMany, 'project')} more ${tooMany === 1 ? 'was' : 'were'} asked for.`
        : '',
    ];
    part(this, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add(this.#select.value);
    });
    part(this, '[data-print]', HTMLButtonElement).addEventListener('click', () => print());
    this.#select.disabled = false;
    part(this, '[type="submit"]', HTMLButtonElement).disabled = false;
    await this.#draw(notes.filter(Boolean).join(' '));
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }

  #add(id: string): void {
    if (!id || this.#ids.includes(id)) return;
    if (this.#ids.length >= mostCompared) {
      this.#say(`${mostCompared} projects are the most that fit side by side. Remove one first.`);
      return;
    }
    this.#choose([...this.#ids, id], `${this.#titleOf(id)} is added.`);
  }

  #titleOf(id: string): string {
    return this.#offered.find((one) => one.id === id)?.title ?? id;
  }

  /** `note` says what became of it: under the same button stands another project each time. */
  #choose(ids: string[], note: string): void {
    this.#ids = ids;
    history.replaceState(undefined, '', ids.length > 0 ? `?ids=${ids.join(',')}` : location.pathname);
    void this.#draw(note);
  }

  #offer(): void {
    const rest = this.#offered.filter(({ id }) => !this.#ids.includes(id));
    const states = [...new Set(rest.map(({ state }) => state))].sort((a, b) =>
      stateNames[a].localeCompare(stateNames[b], 'en'),
    );
    this.#select.replaceChildren(
      ...states.map((state) =>
        make(
          'optgroup',
          { label: stateNames[state] },
          ...rest.filter((one) => one.state === state).map(({ id, title }) => make('option', { value: id }, title)),
        ),
      ),
    );
  }

  async #draw(note: string): Promise<void> {
    const turn = (this.#turn += 1);
    this.#offer();
    let projects: ComparedProject[];
    try {
      projects = await Promise.all(this.#ids.map(projectAt));
    } catch {
      if (turn === this.#turn)
        this.#say('A project could not be fetched. Check the connection, then reload this page.');
      return;
    }
    if (turn !== this.#turn) return;
    this.#result.hidden = projects.length === 0;
    this.#region.replaceChildren(
      comparisonTable(projects, {
        mark: (direction) => shaped(this, `mark-${direction}`),
        remove: ({ id }) => {
          this.#choose(
            this.#ids.filter((other) => other !== id),
            `${this.#titleOf(id)} is removed.`,
          );
          this.#select.focus();
        },
      }),
    );
    this.#files(projects);
    const count =
      projects.length === 0 ? 'No project is chosen yet.' : `${counted(projects.length, 'project')} side by side.`;
    this.#say([note, count].filter(Boolean).join(' '));
  }

  #files(projects: ComparedProject[]): void {
    const offer = (kind: string, type: string, text: string): void => {
      const link = part(this, `[data-file="${kind}"]`, HTMLAnchorElement);
      if (link.href) URL.revokeObjectURL(link.href);
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = `compared-projects.${kind}`;
    };
    offer('csv', 'text/csv;charset=utf-8', comparisonCsv(projects, location.origin));
    offer('json', 'application/json', JSON.stringify({ projects }, undefined, 2));
  }
}

customElements.define('compare-projects', CompareProjects);
