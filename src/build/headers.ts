/** `_headers`: what Netlify sends with every file, from the table that functions use too. */
import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, takenForFiles } from '../lib/security-headers.ts';
import { styleHashes } from '../lib/style-hashes.ts';

export const headers = (): AstroIntegration => ({
  name: 'headers',
  hooks: {
    'astro:build:done': async ({ dir, pages }) => {
      const taken = takenForFiles(pages.map(({ pathname }) => pathname));
      if (taken.length > 0)
        throw new Error(
          `Netlify would serve these pages as citation files; give them another name: ${taken.join(', ')}`,
        );
      const folder = fileURLToPath(dir);
      const written = globSync('**/*.html', { cwd: folder })
        .values()
        .map((file) => readFileSync(join(folder, file), 'utf8'));
      await writeFile(new URL('_headers', dir), headersFile(await styleHashes(written)));
    },
  },
});
