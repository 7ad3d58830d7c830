/**
 * Last step of `npm run build`: writes what the request function carries along, netlify/generated/site.json,
 * from the pages and the directory that Astro just built. Bundled with the function, so the form that comes back with
 * an error is always the one of the same deploy, and no network stands between.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Directory } from '../../src/lib/suggest.ts';
import { cutPage } from './cut-page.ts';

const built = new URL('../../dist/technical-assistance/request/', import.meta.url);
const target = new URL('../generated/', import.meta.url);

const page = async (path: string) => cutPage(await readFile(new URL(path, built), 'utf8'));

const site = {
  directory: JSON.parse(await readFile(new URL('directory.json', built), 'utf8')) as Directory,
  form: await page('index.html'),
  received: await page('received/index.html'),
};

await mkdir(target, { recursive: true });
await writeFile(new URL('site.json', target), JSON.stringify(site));
