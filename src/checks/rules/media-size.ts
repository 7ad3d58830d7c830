/** Pictures and files are small, and say nothing of where they were taken: many readers are on a telephone, far from a mast. */
import { atFile } from '../finding.ts';
import { projectRule } from '../rule.ts';

const megabyte = 1_000_000;

/** In bytes. A sharp picture as wide as the text (1600 px) is well under it. */
const largestPicture = megabyte;
const largestFile = 2 * megabyte;
/** In pixels, of the longer side: twice as wide as the text, for sharp screens. More costs memory on a telephone. */
const longestSide = 3200;

const inPixels =
  'make it 1600 pixels wide and save it as WebP or JPEG (most picture programs: “Export” or “Resize”), then upload it in place of this one';

export const mediaSize = projectRule('media-size', 'error', function* (project) {
  for (const { path, size, picture } of project.files) {
    const isPicture = /\.(webp|avif|png|jpe?g|svg|gif|heic|tiff?|bmp)$/i.test(path);
    const limit = isPicture ? largestPicture : largestFile;
    if (size > limit)
      yield atFile(path, {
        found: `the ${isPicture ? 'picture' : 'file'} is ${(size / megabyte).toFixed(size < 10 * megabyte ? 1 : 0)} MB`,
        allowed: `at most ${limit / megabyte} MB`,
        cure: isPicture ? inPixels : 'link to it at its publisher, or shorten it',
      });
    else if (Math.max(picture?.width ?? 0, picture?.height ?? 0) > longestSide)
      yield atFile(path, {
        found: `the picture has ${picture?.width} × ${picture?.height} pixels`,
        allowed: `at most ${longestSide} on the longer side`,
        cure: inPixels,
      });
    if (picture?.hasPlace)
      yield atFile(path, {
        found: 'the picture says where it was taken (GPS), as a telephone writes it',
        allowed: 'the file is public, and so is what stands in it',
        cure: 'export it again without the place (most picture programs: “Remove location”), delete this file and upload that one; whoever needs the place kept secret tells a maintainer, since older versions stay in the history',
      });
  }
});
