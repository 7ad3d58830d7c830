/** A field as a person would say it: “source 1, title”. For people alone: inside, a field is its path. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((words, step) => {
    if (typeof step !== 'number') return words === '' ? String(step) : `${words}, ${String(step)}`;
    return `${words.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')} ${step + 1}`;
  }, '');
