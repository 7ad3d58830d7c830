import type { Author } from '../kinds/fields.ts';

/** “Anthony A. Braga”, “Robert King Jr.”, “CNA”. */
export const authorName = (author: Author): string =>
  'organization' in author
    ? author.organization
    : [author.given, author.family, author.suffix].filter(Boolean).join(' ');
