/** Weights of files that are measured more than once. */
import { readFileSync } from 'node:fs';
import { brotliSize } from '../../src/build/weights.ts';

const known = new Map<string, number>();

/** Bytes of a file on the wire, brotli; read once. */
export const brotliSizeOfFile = (file: string): number => {
  const size = known.get(file) ?? brotliSize(readFileSync(file));
  known.set(file, size);
  return size;
};

export { brotliSize };
