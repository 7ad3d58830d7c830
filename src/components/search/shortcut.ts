/** Whether “/” leads to the search field: on, until the reader turns it off in this browser. */
const key = 'search-shortcut';

export const isShortcutOn = (): boolean => {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    // Storage may be refused; the switch then counts for this page alone.
    return true;
  }
};

export const keepShortcut = (isOn: boolean): void => {
  try {
    if (isOn) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // As above.
  }
};
