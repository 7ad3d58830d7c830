/** Files of the project, as much of each as the checks need. */
import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readPicture, type Picture } from './picture.ts';

export interface ContentFile {
  /** Path from the top of the repository: `content/webinars/spi-101.mdx`. */
  path: string;
  /** In bytes. */
  size: number;
  /** Of transcripts alone. */
  text?: string;
  /** Of pictures and documents: the first bytes, as Latin-1, by which a kind of file is known. */
  head?: string;
  picture?: Picture | undefined;
}

/** In bytes; what is larger is refused for its size alone. */
const largestRead = 5_000_000;

/** So many bytes tell what kind of file it is. */
const headBytes = 16;

const headOf = (path: string): string => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(headBytes);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
};

/** Every path in a folder, at any depth; none where there is no folder. */
export const pathsIn = (root: string, folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
        const path = `${folder}/${item.name}`;
        return item.isDirectory() ? pathsIn(root, path) : [path];
      })
    : [];

export const readContentFile = (root: string, path: string): ContentFile => {
  const at = join(root, path);
  // A link that leads nowhere is a file of no size.
  const size = statSync(at, { throwIfNoEntry: false })?.size ?? 0;
  if (path.endsWith('.vtt')) return { path, size, text: size > 0 ? readFileSync(at, 'utf8') : '' };
  if (path.endsWith('.mdx') || size === 0) return { path, size };
  const isSmall = size <= largestRead;
  return {
    path,
    size,
    head: headOf(at),
    picture: isSmall ? readPicture(path, new Uint8Array(readFileSync(at))) : undefined,
  };
};

/** The text of a file; empty where there is none, or a link that leads nowhere. */
export const readIfThere = (root: string, file: string): string =>
  statSync(join(root, file), { throwIfNoEntry: false })?.isFile() ? readFileSync(join(root, file), 'utf8') : '';
