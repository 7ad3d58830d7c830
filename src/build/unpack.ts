/** Unpacks what `src/pages/parcels/` packed: `[path, text]` pairs become files of the built site. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const parcelsFolder = 'parcels';

type FileBesidePage = [path: string, text: string];

/** Undefined where the parcel is still being written. */
const contentsOf = (parcel: string): FileBesidePage[] | undefined => {
  try {
    return JSON.parse(readFileSync(parcel, 'utf8')) as FileBesidePage[];
  } catch {
    return undefined;
  }
};

/** Unpacks the parcels that lie complete in `site`, and takes them away. Returns how many are not complete. */
export const unpack = (site: string): number => {
  const folder = join(site, parcelsFolder);
  if (!existsSync(folder)) return 0;
  const folders = new Set<string>();
  let left = 0;
  for (const name of readdirSync(folder)) {
    const parcel = join(folder, name);
    const files = contentsOf(parcel);
    if (!files) left += 1;
    for (const [path, text] of files ?? []) {
      const file = join(site, path);
      // Its page may not be there yet.
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeFileSync(file, text);
    }
    if (files) rmSync(parcel);
  }
  return left;
};
