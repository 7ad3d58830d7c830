/** Offers what there is to read, and who knows it, for the topics chosen: beside the question, and after sending. */
import { make, part } from '../dom.ts';
import { fetched } from '../fetched.ts';
import { repeated } from './form-answers.ts';

interface Link {
  label: string;
  href: string;
  kind?: string;
}

type Suggestions = Record<string, { read: Link[]; experts: Link[] }>;

const address = '/technical-assistance/request/suggestions.json';
const most = { read: 4, experts: 2 };

const distinct = (links: Link[], count: number): Link[] =>
  [...new Map(links.map((link) => [link.href, link])).values()].slice(0, count);

const item = ({ label, href, kind }: Link, isNewTab: boolean): HTMLLIElement =>
  isNewTab
    ? make(
        'li',
        {},
        `${kind}: `,
        make('a', { href, target: '_blank' }, label),
        make('span', { class: 'visually-hidden' }, ' (opens in a new tab)'),
      )
    : make('li', {}, `${kind}: `, make('a', { href }, label));

/** `topics` is asked once the file is here: on a slow line, others may have been ticked meanwhile. */
const itemsFor = async (topics: () => string[], isNewTab: boolean): Promise<HTMLLIElement[]> => {
  const suggestions = topics().length > 0 ? await fetched<Suggestions>(address) : undefined;
  const chosen = topics();
  const of = (kind: 'read' | 'experts') =>
    distinct(
      chosen.flatMap((topic) => suggestions?.[topic]?.[kind] ?? []),
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
export const suggestionsAfterSending = async (): Promise<HTMLLIElement[]> => {
  const topics: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]');
  return Array.isArray(topics) ? itemsFor(() => topics.map(String), false) : [];
};

export const setUpSuggestions = (form: HTMLFormElement): (() => void) => {
  const section = part(form, '[data-part="suggestions"]', HTMLElement);
  const show = async () => {
    const items = await itemsFor(() => new FormData(form).getAll(repeated).map(String), true);
    part(section, '[data-suggestions-list]', HTMLElement).replaceChildren(...items);
    section.hidden = items.length === 0;
  };
  const update = () => {
    // Help that does not come is no fault of the person's: the form works without it.
    show().catch(() => undefined);
  };
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === repeated) update();
  });
  return update;
};
