/** Results in the markup of the page’s templates. */
import { make, part, shaped } from '../../components/dom.ts';
import type { Card } from '../format.ts';
import type { Evidence } from '../record.ts';
import { markedPieces } from './marks.ts';
import type { Passage } from './passages.ts';

/** The text, with a mark where words that were looked for stand. */
const marked = (text: string, stems: ReadonlySet<string>): (Node | string)[] =>
  markedPieces(text, stems).map(({ text: words, isMarked }) => (isMarked ? make('mark', {}, words) : words));

/** “2 better, 1 no change found”, each with its mark; one vote a study. */
const tally = (root: ParentNode, votes: readonly string[]): HTMLElement => {
  const line = make('span', { class: 'tally' });
  for (const [direction, group] of Map.groupBy(votes, (vote) => vote)) {
    if (line.childElementCount > 0) line.append(make('span', { class: 'visually-hidden' }, ', '));
    const mark = shaped(root, `mark-${direction}`);
    const word = mark.textContent.trim().toLowerCase();
    mark.replaceChildren(...mark.children, `${group.length} ${word}`);
    line.append(mark);
  }
  return line;
};

const showEvidence = (root: ParentNode, item: HTMLElement, { design, own, later, noResult }: Evidence): void => {
  if (design) part(item, '.row-how', HTMLElement).append(shaped(root, `design-${design}`));
  const found = part(item, '.row-found', HTMLElement);
  if (own.length > 0) found.append(tally(root, own));
  if (noResult) found.append(shaped(root, `none-${noResult}`));
  if (later.length > 0) found.append(' ', make('span', { class: 'row-later' }, 'Later evidence: ', tally(root, later)));
};

/** `because` says why a page is here that may not have the words. */
export const resultItem = (
  root: ParentNode,
  card: Card,
  { stems, because }: { stems: ReadonlySet<string>; because: string },
): HTMLElement => {
  const item = shaped(root, 'result');
  item.dataset['page'] = card.u;
  part(item, '.row-kind', HTMLElement).textContent = card.k;
  const link = part(item, 'a.name', HTMLAnchorElement);
  link.href = card.u;
  link.append(...marked(card.t, stems));
  part(item, '.summary', HTMLElement).append(...marked(card.s, stems));
  const reason = part(item, '.row-because', HTMLElement);
  if (because) reason.textContent = because;
  else reason.remove();
  if (card.e) showEvidence(root, item, card.e);
  else {
    item.classList.remove('with-found');
    for (const cell of item.querySelectorAll('.row-how, .row-found')) cell.remove();
  }
  return item;
};

export const showPassages = (item: HTMLElement, passages: readonly Passage[], stems: ReadonlySet<string>): void => {
  item.querySelector('.passages')?.remove();
  if (passages.length === 0) return;
  const lines = passages.map(({ heading, href, excerpt }) =>
    make('li', {}, make('a', { href }, ...marked(heading, stems)), ': ', ...marked(excerpt, stems)),
  );
  part(item, 'div', HTMLElement).append(make('ul', { class: 'passages', role: 'list' }, ...lines));
};
