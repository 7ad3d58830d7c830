/** Pictures and files are small: many readers are on a telephone, far from a mast. */
import type { Find, Rule } from '../rule.ts';

const megabyte = 1_000_000;

/** In bytes. A sharp picture as wide as the text (1600 px) is well under it. */
const largestPicture = megabyte;
const largestFile = 2 * megabyte;

const find: Find = (project) =>
  project.files.flatMap(({ path, size }) => {
    const isPicture = /\.(webp|avif|png|jpe?g|svg|gif|heic|tiff?|bmp)$/i.test(path);
    const limit = isPicture ? largestPicture : largestFile;
    if (size <= limit) return [];
    const inMegabytes = (size / megabyte).toFixed(size < 10 * megabyte ? 1 : 0);
    return [
      {
        file: path,
        line: 1,
        column: 1,
        found: `the ${isPicture ? 'picture' : 'file'} is ${inMegabytes} MB`,
        allowed: `at most ${limit / megabyte} MB`,
        cure: isPicture
          ? 'make it 1600 pixels wide and save it as WebP or JPEG (most picture programs: “Export” or “Resize”), then upload it in place of this one'
          : 'link to it at its publisher, or shorten it',
      },
    ];
  });

export const mediaSize = { id: 'media-size', severity: 'error', find } as const satisfies Rule;
