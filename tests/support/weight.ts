import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const known = new Map<string, number>();

/** Bytes on the wire at brotli level 11, the one a host uses for files that do not change. */
export const brotliSize = (contents: string | Uint8Array): number =>
  brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The same of a file, read once. */
export const brotliSizeOfFile = (file: string): number => {
  const size = known.get(file) ?? brotliSize(readFileSync(file));
  known.set(file, size);
  return size;
};
