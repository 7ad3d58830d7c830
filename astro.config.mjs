import { writeFile } from 'node:fs/promises';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parcels } from './src/integrations/parcels.ts';
import { sitemapOf } from './src/integrations/sitemap.ts';
import { markdown } from './src/loaders/markdown.ts';
import { headersFile } from './src/lib/security-headers.ts';
import { contentFaultsWhileWriting } from './src/checks/dev.ts';
import { site } from './src/site.ts';

export default defineConfig({
  site: site.address,
  trailingSlash: 'always',
  // Beside the project, not in node_modules, so that copies of the project never share it.
  cacheDir: './.astro/cache',
  integrations: [
    mdx(),
    // Takes its parcel before the rest are unpacked.
    sitemapOf(site.address),
    parcels(),
    contentFaultsWhileWriting(),
    // The headers that Netlify sends with every file, from the table that functions use too.
    { name: 'headers', hooks: { 'astro:build:done': ({ dir }) => writeFile(new URL('_headers', dir), headersFile()) } },
  ],
  markdown: {
    processor: markdown,
    // Code is rare here, and highlighters write style attributes, which our Content-Security-Policy refuses.
    syntaxHighlight: false,
  },
  // Two entries may never claim one address.
  prerenderConflictBehavior: 'error',
  // No inline code at all, so that one strict Content-Security-Policy header serves every page.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // A known, harmless warning for each MDX file (withastro/astro issue 18087).
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
  // Completion and help for the fields of an entry in VS Code (see .vscode/settings.json), from the schemas themselves.
  experimental: { contentIntellisense: true },
});
