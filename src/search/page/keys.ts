/** The keys of the search: “/” leads to the field, the arrows walk through the results, Escape leads back. */
import { storage } from '../../components/dom.ts';

const typedInto = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** Whether “/” leads to the field: on, until the reader turns it off in this browser. */
const shortcutKey = 'search-shortcut';
const keepShortcut = (isOn: boolean): void => {
  try {
    if (isOn) storage()?.removeItem(shortcutKey);
    else storage()?.setItem(shortcutKey, 'off');
  } catch {
    // Where nothing can be kept, the switch counts for this page alone.
  }
};

interface Reached {
  root: HTMLElement;
  input: HTMLInputElement;
  list: HTMLElement;
  /** The switch of “/”. */
  shortcut: HTMLInputElement;
}

export const listenForKeys = ({ root, input, list, shortcut }: Reached): void => {
  if (storage()?.getItem(shortcutKey) === 'off') shortcut.checked = false;
  shortcut.addEventListener('change', () => keepShortcut(shortcut.checked));

  // Not while one is typing, and only where its switch is seen and on: WCAG 2.2, 2.1.4.
  const slash = (event: KeyboardEvent): void => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!shortcut.checked || !shortcut.checkVisibility()) return;
    if (event.target instanceof HTMLElement && event.target.matches(typedInto)) return;
    event.preventDefault();
    input.focus();
    input.select();
  };
  const walk = (event: KeyboardEvent): void => {
    const links = [...list.querySelectorAll<HTMLElement>('a.name')];
    const place = links.findIndex((link) => link === document.activeElement);
    const isInField = document.activeElement === input;
    if (event.key === 'Escape' && place >= 0) input.focus();
    else if (event.key === 'ArrowDown' && (isInField || place >= 0) && links[place + 1]) links[place + 1]?.focus();
    else if (event.key === 'ArrowUp' && place > 0) links[place - 1]?.focus();
    else if (event.key === 'ArrowUp' && place === 0) input.focus();
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', slash);
  root.addEventListener('keydown', walk);
};
