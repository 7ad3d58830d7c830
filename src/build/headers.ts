/** `_headers`: what Netlify sends with every file, from the table that functions use too. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { headersFile, takenForFiles } from '../lib/security-headers.ts';

export const headers = (): AstroIntegration => ({
  name: 'headers',
  hooks: {
    'astro:build:done': async ({ dir, pages }) => {
      const taken = takenForFiles(pages.map(({ pathname }) => pathname));
      if (taken.length > 0)
        throw new Error(
          `Netlify would serve these pages as citation files; give them another name: ${taken.join(', ')}`,
        );
      await writeFile(new URL('_headers', dir), headersFile());
    },
  },
});
