/**
 * Last of a build: the workers, each with the list of the files it keeps, and what each list weighs, on the page that
 * asks. `node src/offline/write.ts <folder of the pages>`
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';
import pMap from 'p-map';
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

interface KeptFile {
  path: string;
  size: KeptSize;
  revision: string;
  /** Bytes as sent, gzip: what does not shrink is sent as it is. */
  sent: number;
}

const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
const zipped = promisify(gzip);

const readFile = async (folder: string, path: string): Promise<KeptFile> => {
  const contents = readFileSync(join(folder, path));
  const size = sizeOf.find(([, pattern]) => pattern.test(path))?.[0] ?? 'everything';
  const revision = createHash('sha256').update(contents).digest('base64url').slice(0, 8);
  return { path, size, revision, sent: Math.min(contents.length, (await zipped(contents)).length) };
};

const readKept = (folder: string): Promise<KeptFile[]> =>
  pMap(
    globSync('**/*.*', { cwd: folder })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.startsWith('_astro/') || !left.test(path))
      .sort(),
    (path) => readFile(folder, path),
    { concurrency: 8 },
  );

const weighed = 'offline/index.html';

/** Writes the weights into the page, where it has a place for each. */
const tellWeights = (folder: string, sets: ReadonlyMap<KeptSize, readonly KeptFile[]>): void => {
  const file = join(folder, weighed);
  let html = readFileSync(file, 'utf8');
  for (const [size, files] of sets) {
    const kilobytes = Math.ceil(files.reduce((sum, { sent }) => sum + sent, 0) / 10_000) * 10;
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

const setsOf = (files: readonly KeptFile[]) =>
  new Map(keptSizes.map((size, place) => [size, files.filter((file) => keptSizes.indexOf(file.size) <= place)]));

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Say which folder holds the built pages.');
  let files = await readKept(folder);
  if (site.offline) {
    tellWeights(folder, setsOf(files));
    const renewed = await readFile(folder, weighed);
    files = files.map((file) => (file.path === weighed ? renewed : file));
  }
  const day = new Date().toISOString().slice(0, 10);
  const script = await bundled(site.offline ? 'worker.ts' : 'worker-off.ts');
  for (const [size, kept] of setsOf(files)) {
    const set: KeptSet = { size, day, files: kept.map(({ path, revision }) => [addressOf(path), revision]) };
    const list = site.offline ? `self.keptSet=${JSON.stringify(set)};\n` : '';
    writeFileSync(join(folder, workerAddress(size)), list + script);
  }
}
