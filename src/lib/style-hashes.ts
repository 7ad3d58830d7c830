/** The sheets inside pages, by their hashes, as the Content-Security-Policy lets them in. */
import type { StyleHash } from './security-headers.ts';

/** Text of each sheet that stands in the head of a page. */
export const sheetsIn = (html: string): string[] =>
  [...html.slice(0, html.indexOf('</head>')).matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, sheet = '']) => sheet);

const hashOf = async (sheet: string): Promise<StyleHash> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sheet));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

/** Without repetition, in one order whatever the order of the pages. */
export const styleHashes = async (pages: Iterable<string>): Promise<StyleHash[]> => {
  const sheets = new Set<string>();
  for (const html of pages) for (const sheet of sheetsIn(html)) sheets.add(sheet);
  return (await Promise.all([...sheets].map(hashOf))).sort();
};
