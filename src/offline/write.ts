/**
 * Last of a build: the workers, each with the list of the files it keeps, and what each list weighs, on the page that
 * asks. `node src/offline/write.ts <folder of the pages>`
 */
import { hash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { keptSizes, workerAddress, type KeptSet, type KeptSize } from '../lib/offline.ts';
import { site } from '../site.ts';

/** Never kept: for servers and search engines, or the answer to a request that was sent. */
const left =
  /^(?:_|404\.html|robots\.txt|sitemap|llms\.txt|previews\/|icons\/|offline-worker|technical-assistance\/request\/received\/)/;

/** The first that fits. */
const sizeOf: readonly [KeptSize, RegExp][] = [
  [
    'briefings',
    /^(?:index|icon|(?:_astro|fonts|search|technical-assistance\/request)\/.*)\.(?:html|svg|css|js|json|woff2)$/,
  ],
  [
    'briefings',
    /^(?:offline|experts|program-profiles(?!\/compare))\/.*\.html$|^topics\/(?:[^/]+\/(?:pack\/)?)?index\.html$/,
  ],
  ['reading', /\.(?:html|webp)$|^pagefind\//],
  ['everything', /./],
];

const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;

/** Paths of the files of each set, below the folder of the pages. */
const setsIn = (folder: string): Map<KeptSize, string[]> => {
  const files = globSync('**/*.*', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.startsWith('_astro/') || !left.test(path))
    .sort()
    .map((path) => ({ path, size: sizeOf.find(([, pattern]) => pattern.test(path))?.[0] ?? 'everything' }));
  return new Map(
    keptSizes.map((size, place) => [
      size,
      files.filter((file) => keptSizes.indexOf(file.size) <= place).map(({ path }) => path),
    ]),
  );
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Files compressed to weigh a set, spread over it: to compress all of 10,000 entries takes 8 s of processor. */
const sampled = 1000;

/** Bytes of a set as sent, gzip; what does not shrink is sent as it is. */
const sentOf = (folder: string, paths: readonly string[]): number => {
  const step = Math.ceil(paths.length / sampled);
  const sample = paths.filter((_, place) => place % step === 0).map((path) => readFileSync(join(folder, path)));
  const stored = sum(sample.map(({ length }) => length));
  const sent = sum(sample.map((contents) => Math.min(contents.length, gzipSync(contents).length)));
  return (sent / stored) * sum(paths.map((path) => statSync(join(folder, path)).size));
};

/** Writes the weights into the page that asks, where it has a place for each. */
const tellWeights = (folder: string, sets: ReadonlyMap<KeptSize, readonly string[]>): void => {
  const file = join(folder, 'offline/index.html');
  let html = readFileSync(file, 'utf8');
  for (const [size, paths] of sets) {
    const kilobytes = Math.ceil(sentOf(folder, paths) / 10_000) * 10;
    const place = `<data value="${size}">`;
    if (!html.includes(place)) throw new Error(`${file} has no place for the weight of “${size}”.`);
    html = html.replaceAll(new RegExp(`${place}[^<]*`, 'g'), `${place}${kilobytes.toLocaleString('en-US')} kB`);
  }
  writeFileSync(file, html);
};

export const bundled = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
};

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Say which folder holds the built pages.');
  const sets = setsIn(folder);
  if (site.offline) tellWeights(folder, sets);
  const revisions = new Map(
    [...new Set([...sets.values()].flat())].map((path) => [
      path,
      hash('sha256', readFileSync(join(folder, path)), 'base64url').slice(0, 8),
    ]),
  );
  const day = new Date().toISOString().slice(0, 10);
  const script = await bundled(site.offline ? 'worker.ts' : 'worker-off.ts');
  for (const [size, paths] of sets) {
    const set: KeptSet = { size, day, files: paths.map((path) => [addressOf(path), revisions.get(path) ?? '']) };
    const list = site.offline ? `self.keptSet=${JSON.stringify(set)};\n` : '';
    writeFileSync(join(folder, workerAddress(size)), list + script);
  }
}
