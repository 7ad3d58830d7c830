import type { Source } from '../kinds/fields.ts';

/** The sources that the rows of a table name by key; all of the page's where none is named. */
export const sourcesNamed = (sources: readonly Source[], keys: readonly (string | undefined)[]): readonly Source[] => {
  const named = sources.filter(({ key }) => key && keys.includes(key));
  return named.length > 0 ? named : sources.slice(0, 1);
};
