/** The request form, filled in from the page the reader stands on. */
export const requestAddress = (
  prefill: Partial<Record<'type' | 'expert' | 'topic' | 'about' | 'issue', string>> = {},
): string => {
  const query = new URLSearchParams(prefill).toString();
  return `/technical-assistance/request/${query ? `?${query}` : ''}`;
};
