/** Pagefind’s files on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Unpacks a file; throws where its end is missing (gzip ends with a checksum and a length, RFC 1952). */
export const unpackedFile = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8');

/**
 * The packed files right in a folder that are not whole. Pagefind may end before the system has taken in its last bytes
 * (1.6.0; Pagefind pull request 1272), and a search on half an index says nothing of what it does not find.
 */
export const halfWrittenFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    if (!item.isFile() || !/\.pf_\w+$/.test(item.name)) return [];
    try {
      unpackedFile(join(folder, item.name));
      return [];
    } catch {
      return [item.name];
    }
  });
