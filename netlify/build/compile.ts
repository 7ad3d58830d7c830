/**
 * Last step of `npm run build`, after Astro (src/build/build.ts calls it with the folder of the new build):
 *
 * 1. netlify/generated/site.json, what the request function carries along: the form and the confirmation page just
 *    built, cut for filling, and the directory of topics, experts and projects. Bundled with the function, so the form
 *    that comes back with an error is always the one of the same deploy, and no network stands between.
 * 2. netlify/generated/functions/*.mjs, one file a function. Netlify's own bundler packs whole packages as they are
 *    (1,421 kB zipped for ta-request, most of it translations of zod that are never used); this leaves out what is not
 *    called (541 kB, of which 338 kB are Netlify's own).
 */
import { globSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Directory } from '../../src/lib/suggest.ts';
import { site as siteSettings } from '../../src/site.ts';
import { styleHashes } from '../../src/lib/style-hashes.ts';
import { cutPage, splitPage } from './cut-page.ts';

/** The folder of the build: dist, or where a build lies before it is published. */
const [folder = fileURLToPath(new URL('../../dist', import.meta.url))] = process.argv.slice(2);
const built = pathToFileURL(join(folder, 'technical-assistance/request/'));
const generated = new URL('../generated/', import.meta.url);
const functions = new URL('../functions/', import.meta.url);

/** On a page that the function sends back, nothing is folded away: an answer or an error may stand there. */
const unfolded = (html: string): string => html.replaceAll(/<details class="more-questions[^"]*"/g, '$& open');

/** Cuts a page for the function, and leaves in its place what is served. */
const page = async (path: string) => {
  const file = new URL(path, built);
  const html = await readFile(file, 'utf8');
  const { served, whole } = splitPage(html);
  // At one stroke: the search index is being made of the same files.
  const fresh = new URL(`${file.href}.new`);
  await writeFile(fresh, served);
  await rename(fresh, file);
  return { styles: await styleHashes([html]), page: cutPage(unfolded(whole)) };
};

const site = {
  name: siteSettings.name,
  directory: JSON.parse(await readFile(new URL('directory.json', built), 'utf8')) as Directory,
  form: await page('index.html'),
  received: await page('received/index.html'),
  contact: siteSettings.requests.contactEmail ?? '',
};

await rm(generated, { recursive: true, force: true });
await mkdir(generated, { recursive: true });
await writeFile(new URL('site.json', generated), JSON.stringify(site));

const { metafile } = await build({
  entryPoints: globSync('*.ts', { cwd: functions }).map((file) => fileURLToPath(new URL(file, functions))),
  outdir: fileURLToPath(new URL('functions/', generated)),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  // Names stay: Netlify reads each function’s exported config from the file, and stack traces stay legible.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});

// What is in each bundle, for the benchmark; beside the functions, so not deployed.
await writeFile(new URL('bundles.json', generated), JSON.stringify(metafile));
