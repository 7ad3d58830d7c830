/** The table of chosen projects, drawn in the browser. */
import { comparedAspects, type ComparedCell, type ComparedProject } from '../../lib/comparison.ts';
import { counted } from '../../lib/text.ts';
import type { Direction } from '../../lib/labels.ts';
import { make } from '../dom.ts';

interface Parts {
  /** The mark of a judgment, as the page has it. */
  mark: (direction: Direction) => Node;
  /** Takes a project out of the table. */
  remove: (project: ComparedProject) => void;
}

const contents = (cell: ComparedCell, mark: Parts['mark']): (Node | string)[] => {
  if ('text' in cell) return [...(cell.lead ? [make('strong', {}, cell.lead), ' '] : []), cell.text];
  if (cell.findings.length === 0) return [cell.none];
  const items = cell.findings.map(({ direction, words }) =>
    make('li', {}, ...(direction ? [mark(direction), ' '] : []), words),
  );
  return [make('ul', { role: 'list' }, ...items)];
};

export const comparisonTable = (projects: readonly ComparedProject[], { mark, remove }: Parts): HTMLTableElement => {
  const removeButton = (project: ComparedProject): HTMLElement => {
    const hidden = make('span', { class: 'visually-hidden' }, ` ${project.title}`);
    const button = make('button', { type: 'button', class: 'text-button' }, 'Remove', hidden);
    button.addEventListener('click', () => remove(project));
    return button;
  };
  const head = ['Project', ...comparedAspects.map(({ label }) => label)].map((label) =>
    make('th', { scope: 'col' }, label),
  );
  const rows = projects.map((project) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, make('a', { href: project.href }, project.title), removeButton(project)),
      ...comparedAspects.map(({ label, of }) => make('td', { 'data-label': label }, ...contents(of(project), mark))),
    ),
  );
  return make(
    'table',
    { class: 'ledger' },
    make('caption', { class: 'visually-hidden' }, `${counted(projects.length, 'project')} side by side`),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...rows),
  );
};
