/** What a picture shows of itself before it is shown: how large it is, and whether it says where it was taken. */
import ExifReader from 'exifreader';
import { imageSize } from 'image-size';

export interface Picture {
  /** In pixels; undefined where the file does not say. */
  width: number | undefined;
  height: number | undefined;
  /** Whether the camera wrote the place into the file. */
  hasPlace: boolean;
  /** What keeps it from being shown, or runs when it is opened. */
  trouble?: Trouble;
}

export type Trouble = 'cut' | 'no-svg' | 'code' | 'outside';

/** What a whole file ends with, in its last bytes as Latin-1. */
const ends: readonly (readonly [RegExp, RegExp])[] = [
  [/^\u0089PNG/, /IEND[^]{4}/],
  [/^\u00ff\u00d8\u00ff/, /\u00ff\u00d9/],
];
/** In bytes: some cameras write more behind the end. */
const tail = 65_536;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const troubleOf = (path: string, bytes: Uint8Array): Trouble | undefined => {
  if (/\.svg$/i.test(path)) {
    const text = new TextDecoder().decode(bytes);
    if (!/<svg[\s>]/i.test(text) || !/<\/svg>\s*(?:<!--[^]*-->\s*)?$|<svg[^<>]*\/>\s*$/i.test(text)) return 'no-svg';
    if (/<script|<foreignObject|\son\w+\s*=|javascript:/i.test(text)) return 'code';
    return /(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\/|@import/i.test(text)
      ? 'outside'
      : undefined;
  }
  const head = latin1(bytes.subarray(0, 12));
  const end = ends.find(([start]) => start.test(head))?.[1];
  if (end) return end.test(latin1(bytes.subarray(-tail))) ? undefined : 'cut';
  // WebP: how many bytes must follow stands in the first ones.
  const isCut = bytes.length < 8 || Buffer.from(bytes).readUInt32LE(4) + 8 > bytes.length;
  return head.startsWith('RIFF') && isCut ? 'cut' : undefined;
};

const pictureName = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

/** Undefined for what is no picture; never throws. */
export const readPicture = (path: string, bytes: Uint8Array): Picture | undefined => {
  if (!pictureName.test(path)) return undefined;
  let size: { width?: number; height?: number } = {};
  try {
    size = imageSize(bytes);
  } catch {
    // What cannot be read is told by its first bytes.
  }
  let hasPlace = false;
  try {
    hasPlace = ExifReader.load(bytes.buffer as ArrayBuffer, { expanded: true }).gps?.Latitude !== undefined;
  } catch {
    // No notes of a camera.
  }
  const trouble = troubleOf(path, bytes);
  return { width: size.width, height: size.height, hasPlace, ...(trouble && { trouble }) };
};
