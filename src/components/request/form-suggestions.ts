/** Offers what there is to read, and who knows it, for the topics chosen. Fetched once, when the first topic is. */
import { repeated } from './form-answers.ts';

interface Link {
  label: string;
  href: string;
  kind?: string;
}

type Suggestions = Record<string, { read: Link[]; experts: Link[] }>;

const most = { read: 4, experts: 2 };

const distinct = (links: Link[], count: number): Link[] =>
  [...new Map(links.map((link) => [link.href, link])).values()].slice(0, count);

const item = ({ label, href, kind }: Link): HTMLLIElement => {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = label;
  // The form stays as it is, in its own tab.
  link.target = '_blank';
  line.append(`${kind}: `, link, ' (opens in a new tab)');
  return line;
};

export const setUpSuggestions = (form: HTMLFormElement, address: string): (() => void) => {
  const part = form.querySelector<HTMLElement>('[data-suggestions]');
  const list = part?.querySelector('[data-suggestions-list]');
  let all: Promise<Suggestions> | undefined;
  const show = async () => {
    if (!part || !list) return;
    const chosen = new FormData(form).getAll(repeated).map(String);
    if (chosen.length === 0) {
      part.hidden = true;
      return;
    }
    const suggestions = await (all ??= fetch(address).then((response) => response.json() as Promise<Suggestions>));
    const of = (kind: 'read' | 'experts') =>
      distinct(
        chosen.flatMap((topic) => suggestions[topic]?.[kind] ?? []),
        most[kind],
      );
    const items = [
      ...of('read').map(item),
      ...of('experts').map((link) => item({ ...link, kind: 'Knows this topic' })),
    ];
    list.replaceChildren(...items);
    part.hidden = items.length === 0;
  };
  const update = () => {
    // Help that does not come is no fault of the person's: the form works without it.
    show().catch(() => {
      all = undefined;
    });
  };
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === repeated) update();
  });
  return update;
};
