/** Where the sources of a page stand in its list, by key. */
export const numberedByKey = (sources: readonly { key?: string | undefined; publisher: string }[]) =>
  new Map(sources.map(({ key, publisher }, index) => [key, { number: index + 1, publisher }]));

export type NumberedSources = ReturnType<typeof numberedByKey>;
