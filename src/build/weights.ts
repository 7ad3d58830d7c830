/**
 * What the heaviest pages of a build weigh, beside what they may. As a program it prints them, and ends with exit code 1
 * where one is over its budget: `node src/build/weights.ts <folder of the pages>`.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { sheetsIn } from '../lib/style-hashes.ts';

/**
 * Bytes of HTML and CSS, brotli. An entry page arrives in the first round trip of a connection: ten packets
 * of 1,460 bytes, less what TLS and the headers take (RFC 6928).
 */
export const budgets = { entry: 14 * 1024, list: 24 * 1024 } as const;
type PageKind = keyof typeof budgets;

/** Entry pages are read and hold an article; list pages lead to others. */
export const kindOf = (html: string): PageKind => (html.includes('<article') ? 'entry' : 'list');

/** As a host compresses files that do not change: level 11. */
export const brotliSize = (contents: string | Uint8Array): number =>
  brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Bytes, as stored and as sent. */
interface Weight {
  raw: number;
  brotli: number;
}

const weightOf = (contents: string | Uint8Array): Weight => ({ raw: contents.length, brotli: brotliSize(contents) });

const weightOfFiles = (folder: string, addresses: readonly string[]): Weight =>
  addresses
    .map((address) => weightOf(readFileSync(join(folder, address))))
    .reduce((sum, { raw, brotli }) => ({ raw: sum.raw + raw, brotli: sum.brotli + brotli }), { raw: 0, brotli: 0 });

const found = (html: string, pattern: RegExp): string[] => [
  ...new Set([...html.matchAll(pattern)].flatMap(([, address]) => (address?.startsWith('/') ? address : []))),
];

const sizeOf = (folder: string, file: string) => {
  const contents = readFileSync(join(folder, file));
  const kind = kindOf(contents.toString('utf8'));
  const html = weightOf(contents);
  const path = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
  /** Whether the HTML, its sheets in it, is within the budget of the kind. */
  return { file, path, kind, html, isWithin: html.brotli <= budgets[kind] };
};

/** The page in `file` below the folder of a build, with all that it brings along. */
export const weighPage = (folder: string, file: string) => {
  const html = readFileSync(join(folder, file), 'utf8');
  const sheets = sheetsIn(html).join('\n');
  return {
    ...sizeOf(folder, file),
    /** The sheets alone; they stand in the HTML and count there. */
    css: weightOf(sheets),
    script: weightOfFiles(folder, found(html, /<script[^>]*src="([^"]+)"/g)),
    font: weightOfFiles(folder, found(html, /href="([^"]+\.woff2)"/g)).raw,
    image: weightOfFiles(folder, found(html, /<img[^>]*src="([^"]+)"/g)).raw,
  };
};

/** Pages compressed per kind: the largest as stored are the largest as sent, or next to it. */
const looked = 6;

/** The heaviest pages of each kind, heaviest first. */
export const heaviest = (folder: string) => {
  const bySize = globSync('**/*.html', { cwd: folder })
    .map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
    .sort((a, b) => b.bytes - a.bytes);
  return Object.keys(budgets)
    .flatMap((kind) =>
      bySize
        .values()
        .filter(({ file }) => kindOf(readFileSync(join(folder, file), 'utf8')) === kind)
        .take(looked)
        .map(({ file }) => sizeOf(folder, file))
        .toArray(),
    )
    .sort((a, b) => b.html.brotli - a.html.brotli);
};

const inKilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);

if (import.meta.main) {
  const [site] = process.argv.slice(2);
  if (!site) throw new Error('Say which folder holds the built pages.');
  const sizes = heaviest(site);
  const inBoth = ({ raw, brotli }: Weight): string => `${inKilobytes(raw)} / ${inKilobytes(brotli)}`;
  const rows = Map.groupBy(sizes, ({ kind }) => kind)
    .values()
    .flatMap(([first]) => (first ? [weighPage(site, first.file)] : []))
    .map(({ path, kind, html, css, script, font, image }) => [
      path,
      {
        kind,
        HTML: inBoth(html),
        'of it CSS': inBoth(css),
        script: inBoth(script),
        font: inKilobytes(font),
        image: inKilobytes(image),
        'HTML + CSS': `${inKilobytes(html.brotli)} of ${inKilobytes(budgets[kind])}`,
      },
    ]);
  console.log('\nThe heaviest page of each kind, in KB (stored / brotli)');
  console.table(Object.fromEntries(rows));
  for (const { path, kind, html } of sizes.filter(({ isWithin }) => !isWithin)) {
    console.error(
      `${path} weighs ${inKilobytes(html.brotli)} KB of HTML and CSS (brotli); a page of this kind may weigh ${inKilobytes(budgets[kind])} KB. Make it shorter, or divide it.`,
    );
    process.exitCode = 1;
  }
}
