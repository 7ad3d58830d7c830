/** Ids that an address names: `?ids=a,b`, or `?ids=a&ids=b`. */

/** Each once, in their order; undefined where the address has no `ids`. */
export const idsIn = (query: string): string[] | undefined => {
  const parameters = new URLSearchParams(query);
  if (!parameters.has('ids')) return undefined;
  const ids = parameters
    .getAll('ids')
    .flatMap((value) => value.split(','))
    .map((id) => id.trim());
  return [...new Set(ids)].filter(Boolean);
};

/** What an address holds may be of any length; a reader is shown as much of it as fits. */
export const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
