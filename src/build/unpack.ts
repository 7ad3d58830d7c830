/**
 * Unpacks what `src/pages/parcels/` packed: `[path, text]` pairs become files of the built site. A process of its own, beside
 * the search index, which does not read them: `node src/build/unpack.ts <folder of the pages>`.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [site] = process.argv.slice(2);
if (!site) throw new Error('Say which folder holds the built pages.');
const folder = join(site, 'parcels');
let count = 0;
for (const name of readdirSync(folder)) {
  const files = JSON.parse(readFileSync(join(folder, name), 'utf8')) as [path: string, text: string][];
  for (const [path, text] of files) writeFileSync(join(site, path), text);
  count += files.length;
}
rmSync(folder, { recursive: true });
console.log(`${count.toLocaleString('en-US')} files lie beside the pages`);
