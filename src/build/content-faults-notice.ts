/** In the browser, while somebody writes: a list of the content’s faults at the foot of the page. Never part of the built site. */
import { make } from '../components/dom.ts';
import type { DevFaults } from './content-faults.ts';

const style = `
  aside { position: fixed; inset-block-end: 0; inset-inline: 0; max-block-size: 45vb; overflow: auto; z-index: 9999;
    padding: 12px 16px; font: 16px/1.4 system-ui, sans-serif; color: #16201c; background: #fff6d6; border-block-start: 3px double #7a4f00; }
  p { margin: 0 0 8px; font-weight: 600; } ul { margin: 0; padding: 0; list-style: none; } li { padding-block: 6px; border-block-start: 1px solid #c3cec7; }
  code { font: 14px/1.4 ui-monospace, monospace; display: block; } button { font: inherit; min-block-size: 44px; float: inline-end; }
`;

/** The notice was folded away by hand: it stays so until the faults change. */
let folded = '';

const draw = ({ totals, lines }: DevFaults): void => {
  document.querySelector('content-faults')?.remove();
  const state = JSON.stringify(lines);
  if (lines.length === 0 || state === folded) return;
  const host = document.createElement('content-faults');
  const root = host.attachShadow({ mode: 'open' });
  const fold = make('button', {}, 'Put away');
  fold.addEventListener('click', () => {
    folded = state;
    host.remove();
  });
  const items = lines.map(({ place, severity, message }) =>
    make('li', {}, make('code', {}, `${place} ${severity}`), message),
  );
  const heading = make('p', {}, `The content has ${totals}. The page shows what it can.`);
  const notice = make('aside', { 'aria-label': 'Faults of the content' }, fold, heading, make('ul', {}, ...items));
  root.append(make('style', {}, style), notice);
  // In the top layer: the overlay of the server never covers these words.
  host.popover = 'manual';
  document.body.append(host);
  host.showPopover();
};

import.meta.hot?.on('content-faults', draw);
// What was said before this script listened is asked for.
import.meta.hot?.send('content-faults:ask');
