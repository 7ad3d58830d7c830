/**
 * The content reaches the pages by a file: Astro would carry it through the bundler as one string of a module, which at
 * 10,000 entries takes two seconds and 430 MB for 30 MB that no bundler has to look at.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro’s own name of the module that holds the content (astro/dist/content/consts.js). */
const contentModule = /^\0astro:data-layer-content$/;

export const contentStore = (): AstroIntegration => ({
  name: 'content-store',
  hooks: {
    'astro:config:setup': ({ command, config, updateConfig }) => {
      if (command !== 'build') return;
      const file = fileURLToPath(new URL('data-store.json', config.cacheDir));
      let isAsked = false;
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'content-store',
              enforce: 'pre',
              // The bundle that pages are rendered with; browsers get no content.
              applyToEnvironment: ({ name }) => name === 'prerender',
              load: {
                order: 'pre',
                filter: { id: contentModule },
                handler: () => {
                  isAsked = true;
                  return `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`;
                },
              },
              buildEnd: (error) => {
                if (!error && !isAsked)
                  throw new Error('Astro reads its content from elsewhere now: see src/integrations/content-store.ts.');
              },
            },
          ],
        },
      });
    },
  },
});
