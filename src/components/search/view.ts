/** Markup of results, from the templates that Astro built. Text is set as text: nothing typed is ever read as markup. */
import type { Card } from '../../lib/search/catalog.ts';
import { markedPieces } from '../../lib/search/marks.ts';
import { part } from '../part.ts';
import type { Passage } from './passages.ts';

export const cloned = (root: ParentNode, name: string): HTMLElement => {
  const copy = part(root, `template[data-for="${name}"]`, HTMLTemplateElement).content.firstElementChild?.cloneNode(
    true,
  );
  if (!(copy instanceof HTMLElement)) throw new Error(`The template ${name} is empty.`);
  return copy;
};

const setMarked = (element: Element, text: string, stems: ReadonlySet<string>): void => {
  element.replaceChildren(
    ...markedPieces(text, stems).map(({ text: words, isMarked }) => {
      if (!isMarked) return words;
      const mark = document.createElement('mark');
      mark.textContent = words;
      return mark;
    }),
  );
};

export const resultItem = (root: ParentNode, card: Card, stems: ReadonlySet<string>): HTMLElement => {
  const item = cloned(root, 'result');
  item.dataset['page'] = card.p;
  part(item, '.kicker', HTMLElement).textContent = card.k;
  const link = part(item, '.title a', HTMLAnchorElement);
  link.href = card.u;
  setMarked(link, card.t, stems);
  setMarked(part(item, '.summary', HTMLElement), card.s, stems);
  return item;
};

export const fillPassages = (item: HTMLElement, passages: readonly Passage[], stems: ReadonlySet<string>): void => {
  part(item, '.passages', HTMLElement).replaceChildren(
    ...passages.map(({ heading, href, excerpt }) => {
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = href;
      setMarked(link, heading, stems);
      const words = document.createElement('span');
      setMarked(words, excerpt, stems);
      line.append(link, ': ', words);
      return line;
    }),
  );
};
