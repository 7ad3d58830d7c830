import mdx from '@astrojs/mdx';
import { defineConfig, logHandlers } from 'astro/config';
import { contentFaultsWhileWriting } from './src/build/content-faults.ts';
import { headers } from './src/build/headers.ts';
import { markdown } from './src/build/markdown.ts';
import { sitemapWithDays } from './src/build/sitemap.ts';
import { site } from './src/site.ts';

export default defineConfig({
  site: site.address,
  trailingSlash: 'ignore',
  // Beside the project, not in node_modules, so that copies of the project never share it.
  cacheDir: './.astro/cache',
  integrations: [mdx(), ...sitemapWithDays(), headers(), contentFaultsWhileWriting()],
  markdown: {
    processor: markdown,
    // Code is rare here, and highlighters write style attributes, which our Content-Security-Policy refuses.
    syntaxHighlight: false,
  },
  // `npm run build` says itself what it made: a line for each page would hide the warnings among them.
  logger: logHandlers.node({ level: process.env.BUILD_LOG_LEVEL ?? 'info' }),
  // Two entries may never claim one address.
  prerenderConflictBehavior: 'error',
  // Sheets come with the page: on a weak line, the round trip for a file of their own doubles the time to the first text.
  // The policy lets them in by their hashes (src/build/headers.ts); no script is inline.
  // Several pages at once: one is rendered while others are written.
  build: { inlineStylesheets: 'always', concurrency: 8 },
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
