/** “My list”: kept in this browser only, and only once the reader puts something in it. */
import { partsOf, type SetEntry } from './set.ts';

const key = 'my-list';

const isEntry = (value: unknown): value is SetEntry =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  partsOf(value.path) !== undefined &&
  'title' in value &&
  typeof value.title === 'string';

/** What stands in the browser’s storage may be anything: what is no entry is left where it is and not shown. */
export const listFrom = (text: string | null): SetEntry[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isEntry).map(({ path, title }) => ({ path, title })) : [];
  } catch {
    return [];
  }
};

/** Each entry once, the older first. */
export const joined = (kept: readonly SetEntry[], more: readonly SetEntry[]): SetEntry[] => [
  ...new Map([...kept, ...more].map((entry) => [entry.path, entry] as const)).values(),
];

/** Throws where the browser refuses storage. */
export const keptList = (): SetEntry[] => listFrom(localStorage.getItem(key));

/** Throws where the browser refuses storage, or it is full: what was kept before stays. */
export const keepList = (entries: readonly SetEntry[]): void => {
  if (entries.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(entries));
};
