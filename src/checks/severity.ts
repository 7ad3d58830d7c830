/**
 * How bad a fault of each rule is, apart from the rules themselves.
 * error: the page would be wrong, unsafe or missing, so nothing is published.
 * warning: the page is right; somebody should still look.
 */
export const severity = {
  'file-kind': 'error',
  'file-name': 'error',
  'file-text': 'warning',
  'file-empty': 'error',
  unreadable: 'error',
  conflicts: 'error',
  frontmatter: 'error',
  yaml: 'error',
  schema: 'error',
  references: 'error',
  'duplicate-ids': 'error',
  'duplicate-titles': 'error',
  'dropped-text': 'error',
  quotes: 'error',
  'mdx-syntax': 'error',
  'mdx-parts': 'error',
  headings: 'error',
  images: 'error',
  files: 'error',
  transcripts: 'error',
  'media-size': 'error',
  'link-labels': 'error',
  markdown: 'error',
  links: 'error',
  sources: 'error',
  figures: 'error',
  titles: 'error',
  characters: 'error',
  placeholders: 'error',
  redirects: 'error',
  'unused-media': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

export type RuleName = keyof typeof severity;
