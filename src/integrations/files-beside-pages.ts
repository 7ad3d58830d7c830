/** Unpacks what `src/pages/parcels/` packed: `[path, text]` pairs become files of the built site. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

export const filesBesidePages = (): AstroIntegration => ({
  name: 'files-beside-pages',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const folder = new URL('./parcels/', dir);
      let count = 0;
      for (const name of readdirSync(folder).filter((name) => /^\d+\.json$/.test(name))) {
        const files = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as [path: string, text: string][];
        for (const [path, text] of files) writeFileSync(new URL(`.${path}`, dir), text);
        count += files.length;
      }
      rmSync(folder, { recursive: true });
      logger.info(`${count} files unpacked`);
    },
  },
});
