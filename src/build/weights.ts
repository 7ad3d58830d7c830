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

/** A table of the heaviest page of each kind, and a line for each page over its budget. */
const weightReport = (folder: string): { table: string; faults: string[] } => {
  const sizes = heaviest(folder);
  const rows = (['entry', 'list'] as const).flatMap((kind) => {
    const file = sizes.find((size) => size.kind === kind)?.file;
    if (!file) return [];
    const { path, html, css, script, font, image } = weighPage(folder, file);
    return [
      [
        `${kind}: ${path}`,
        ...[html, css, script].map(({ raw, brotli }) => `${inKilobytes(raw)} / ${inKilobytes(brotli)}`),
        inKilobytes(font),
        inKilobytes(image),
        `${inKilobytes(html.brotli)} of ${inKilobytes(budgets[kind])}`,
      ],
    ];
  });
  const head = ['Heaviest page, KB (stored / brotli)', 'HTML', 'of it CSS', 'script', 'font', 'image', 'HTML + CSS'];
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return {
    table: table
      .map((row) =>
        row
          .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
          .join('  '),
      )
      .join('\n'),
    faults: sizes
      .filter(({ isWithin }) => !isWithin)
      .map(
        ({ path, kind, html }) =>
          `${path} weighs ${inKilobytes(html.brotli)} KB of HTML and CSS (brotli); a page of this kind may weigh ${inKilobytes(budgets[kind])} KB. Make it shorter, or divide it.`,
      ),
  };
};

if (import.meta.main) {
  const [site] = process.argv.slice(2);
  if (!site) throw new Error('Say which folder holds the built pages.');
  const { table, faults } = weightReport(site);
  console.log(`\n${table}\n`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
