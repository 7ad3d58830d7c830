/** The sheets inside pages, by their hashes, as the Content-Security-Policy lets them in. */
import { createHash } from 'node:crypto';
import type { StyleHash } from '../lib/security-headers.ts';

/** Text of each sheet that stands in the head of a page. */
export const sheetsIn = (html: string): string[] =>
  [...html.slice(0, html.indexOf('</head>')).matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, sheet = '']) => sheet);

/** Without repetition, in one order whatever the order of the pages. */
export const styleHashes = (pages: Iterable<string>): StyleHash[] => {
  const sheets = new Set<string>();
  for (const html of pages) for (const sheet of sheetsIn(html)) sheets.add(sheet);
  return [...sheets].map((sheet): StyleHash => `sha256-${createHash('sha256').update(sheet).digest('base64')}`).sort();
};
