/** Offers what there is to read, and who knows it, for the topics chosen: beside the question, and after sending. */
import { make, part } from '../dom.ts';
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

const item = ({ label, href, kind }: Link, isNewTab: boolean): HTMLLIElement =>
  isNewTab
    ? make('li', {}, `${kind}: `, make('a', { href, target: '_blank' }, label), ' (opens in a new tab)')
    : make('li', {}, `${kind}: `, make('a', { href }, label));

const fetchSuggestions = async (address: string): Promise<Suggestions> => {
  const response = await fetch(address);
  return (await response.json()) as Suggestions;
};

const itemsFor = (chosen: readonly string[], suggestions: Suggestions, isNewTab: boolean): HTMLLIElement[] => {
  const of = (kind: 'read' | 'experts') =>
    distinct(
      chosen.flatMap((topic) => suggestions[topic]?.[kind] ?? []),
      most[kind],
    );
  return [...of('read'), ...of('experts').map((link) => ({ ...link, kind: 'Knows this topic' }))].map((link) =>
    item(link, isNewTab),
  );
};

const place = 'ta-request-topics';

/** The topics alone, in this tab alone, until it is closed: nothing of it goes into an address or to anyone. */
export const rememberTopics = (topics: readonly string[]): void => {
  try {
    sessionStorage.setItem(place, JSON.stringify(topics));
  } catch {
    // A browser without storage goes without suggestions.
  }
};

/** Items for the topics of the request just sent from this tab. */
export const suggestionsAfterSending = async (address: string): Promise<HTMLLIElement[]> => {
  const topics: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]');
  return Array.isArray(topics) && topics.length > 0
    ? itemsFor(topics.map(String), await fetchSuggestions(address), false)
    : [];
};

export const setUpSuggestions = (form: HTMLFormElement, address: string): (() => void) => {
  const section = part(form, '[data-part="suggestions"]', HTMLElement);
  let all: Promise<Suggestions> | undefined;
  const show = async () => {
    const chosen = new FormData(form).getAll(repeated).map(String);
    const items = chosen.length > 0 ? itemsFor(chosen, await (all ??= fetchSuggestions(address)), true) : [];
    part(section, '[data-suggestions-list]', HTMLElement).replaceChildren(...items);
    section.hidden = items.length === 0;
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
