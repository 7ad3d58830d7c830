/** The closed set of components that an entry's body may use; `content/README.md` shows each. */
export const authorComponents = ['Figure', 'Notice'] as const;
export type AuthorComponent = (typeof authorComponents)[number];
