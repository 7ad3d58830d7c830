/** `_headers`: what Netlify sends with every file, from the table that functions use too. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../lib/security-headers.ts';

export const headers = (): AstroIntegration => ({
  name: 'headers',
  hooks: { 'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile()) },
});
