import type { Reference } from './entry-reference.ts';

/** Who wrote it: a person has a family name; an organization is never split into first and last name. */
export type Author = { given: string; family: string; suffix?: string | undefined } | { organization: string };

/** “Anthony A. Braga”, “Robert King Jr.”, “CNA”. */
export const authorName = (author: Author): string =>
  'organization' in author
    ? author.organization
    : [author.given, author.family, author.suffix].filter(Boolean).join(' ');

/** Who spoke: an expert of ours, or someone named who has no page. */
export type Person =
  | { expert: Reference<'experts'>; role?: string | undefined }
  | { name: string; role?: string | undefined; affiliation?: string | undefined };

/** The same ready to show: an expert by the name and address of their page. */
export interface PersonView {
  name: string;
  href?: string | undefined;
  role?: string | undefined;
  affiliation?: string | undefined;
}
