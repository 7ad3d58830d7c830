/**
 * Cuts the two typefaces down to what the site uses and writes them to public/fonts/.
 * Run with `npm run fonts` after a new version of a font package; the results are committed.
 * The SIL Open Font License reserves the original names, so ours are “Ledger Sans” and “Ledger Serif”.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { subsetCharacters } from '../support/subset-characters.ts';

const require = createRequire(import.meta.url);
const out = new URL('../../public/fonts/', import.meta.url);

/** `keep` narrows an axis to a range or pins it to a value; OpenType features beyond the listed ones are dropped. */
const cuts = [
  {
    file: '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
    license: '@fontsource-variable/ibm-plex-sans/LICENSE',
    name: 'ledger-sans',
    keep: { wght: { min: 400, max: 700 } },
  },
  {
    file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    license: '@fontsource-variable/source-serif-4/LICENSE',
    name: 'ledger-serif',
    keep: { wght: 600 },
  },
] as const;

await mkdir(out, { recursive: true });
for (const cut of cuts) {
  const font = await subsetFont(await readFile(require.resolve(cut.file)), subsetCharacters, {
    targetFormat: 'woff2',
    variationAxes: cut.keep,
    noHinting: true,
    noLayoutClosure: true,
    layoutFeatures: ['kern', 'liga', 'calt', 'tnum', 'lnum'],
  } as Parameters<typeof subsetFont>[2]);
  await writeFile(new URL(`${cut.name}.woff2`, out), font);
  await copyFile(require.resolve(cut.license), new URL(`${cut.name}-OFL.txt`, out));
  console.log(`${cut.name}.woff2  ${(font.length / 1000).toFixed(1)} kB`);
}
