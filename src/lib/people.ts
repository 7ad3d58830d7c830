/** Who wrote it: a person has a family name; an organization is never split into first and last name. */
export type Author = { given: string; family: string; suffix?: string | undefined } | { organization: string };

/** “Anthony A. Braga”, “Robert King Jr.”, “CNA”. */
export const authorName = (author: Author): string =>
  'organization' in author
    ? author.organization
    : [author.given, author.family, author.suffix].filter(Boolean).join(' ');
