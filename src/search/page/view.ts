/** Results in the markup of the page’s templates. Words go in as text: nothing typed is ever read as markup. */
import { part } from '../../components/part.ts';
import type { Card } from '../format.ts';
import type { Evidence } from '../record.ts';
import { markedPieces } from './marks.ts';
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

/** “2 better, 1 no change found”, each with its mark; one vote a study. */
const tally = (root: ParentNode, votes: readonly string[]): HTMLElement => {
  const line = document.createElement('span');
  line.className = 'tally';
  for (const [direction, group] of Map.groupBy(votes, (vote) => vote)) {
    if (line.childElementCount > 0) {
      const comma = document.createElement('span');
      comma.className = 'visually-hidden';
      comma.textContent = ', ';
      line.append(comma);
    }
    const mark = cloned(root, `mark-${direction}`);
    const word = mark.textContent.trim().toLowerCase();
    mark.replaceChildren(...mark.children, `${group.length} ${word}`);
    line.append(mark);
  }
  return line;
};

const showEvidence = (root: ParentNode, item: HTMLElement, { design, own, later, noResult }: Evidence): void => {
  if (design) part(item, '.row-how', HTMLElement).append(cloned(root, `design-${design}`));
  const found = part(item, '.row-found', HTMLElement);
  if (own.length > 0) found.append(tally(root, own));
  if (noResult) found.append(cloned(root, `none-${noResult}`));
  if (later.length === 0) return;
  const line = document.createElement('span');
  line.className = 'row-later';
  line.append('Later evidence: ', tally(root, later));
  found.append(' ', line);
};

/** `because` says why a page is here that may not have the words. */
export const resultItem = (
  root: ParentNode,
  card: Card,
  { stems, because }: { stems: ReadonlySet<string>; because: string },
): HTMLElement => {
  const item = cloned(root, 'result');
  item.dataset['page'] = card.u;
  part(item, '.row-kind', HTMLElement).textContent = card.k;
  const link = part(item, 'a.name', HTMLAnchorElement);
  link.href = card.u;
  setMarked(link, card.t, stems);
  setMarked(part(item, '.summary', HTMLElement), card.s, stems);
  const reason = part(item, '.row-because', HTMLElement);
  if (because) reason.textContent = because;
  else reason.remove();
  if (card.e) showEvidence(root, item, card.e);
  else for (const cell of item.querySelectorAll('.row-how, .row-found')) cell.remove();
  return item;
};

export const showPassages = (item: HTMLElement, passages: readonly Passage[], stems: ReadonlySet<string>): void => {
  item.querySelector('.passages')?.remove();
  if (passages.length === 0) return;
  const list = document.createElement('ul');
  list.className = 'passages';
  list.setAttribute('role', 'list');
  list.append(
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
  part(item, 'div', HTMLElement).append(list);
};
