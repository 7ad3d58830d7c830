/** What a page says of where its facts come from, and of what is uncertain. */

export interface Source {
  key?: string | undefined;
  title: string;
  publisher: string;
  url?: string | undefined;
  note?: string | undefined;
}

/** Where the sources of a page stand in its list, by key. */
export const numberedByKey = (sources: readonly Source[]) =>
  new Map(sources.map(({ key, publisher }, index) => [key, { number: index + 1, publisher }]));

export type NumberedSources = ReturnType<typeof numberedByKey>;

/** Two or more sources that do not agree, and what the page shows. */
export interface Discrepancy {
  about: string;
  found: readonly string[];
  resolution: string;
}

export interface Withdrawal {
  date: string;
  reason: string;
}

/** The sources that the rows of a table name by key; the first of the page's where none is named. */
export const sourcesNamed = (sources: readonly Source[], keys: readonly (string | undefined)[]): readonly Source[] => {
  const named = sources.filter(({ key }) => key && keys.includes(key));
  return named.length > 0 ? named : sources.slice(0, 1);
};
