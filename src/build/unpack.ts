/**
 * Unpacks what `src/data/files.ts` packed: the files beside pages, five an entry. Without parcels, each a generated file
 * of Astro’s own, a build of 10,000 entries takes 80 s of processor instead of 51, one of 1,000 takes 18 instead of 16.
 * `node src/build/unpack.ts <folder of the pages>`
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type FileBesidePage = [path: string, text: string];

/** Writes the files that the parcels in `site` hold, and takes the parcels away. */
export const unpack = (site: string): void => {
  const folder = join(site, 'parcels');
  const folders = new Set<string>();
  for (const name of readdirSync(folder))
    for (const [path, text] of JSON.parse(readFileSync(join(folder, name), 'utf8')) as FileBesidePage[]) {
      const file = join(site, path);
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeFileSync(file, text);
    }
  rmSync(folder, { recursive: true });
};

if (import.meta.main) {
  const [site] = process.argv.slice(2);
  if (!site) throw new Error('Say which folder holds the built pages.');
  unpack(site);
}
