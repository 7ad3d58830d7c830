/** Pictures and files beside an entry: there and used, what their name says, and small. */
import { dirname, extname, posix } from 'node:path';
import { shapeOf } from '../../kinds/shape.ts';
import { didYouMean } from '../../lib/nearest.ts';
import { atField, atFile, type Words } from '../finding.ts';
import type { Trouble } from '../reading/picture.ts';
import { filesBeside } from '../reading/project.ts';
import { projectRule } from '../rule.ts';
import { isMedia } from './file-kind.ts';

/** Files that a field names lie beside the entry. */
export const files = projectRule('files', 'error', function* (project) {
  const paths = new Set(project.files.map(({ path }) => path));
  for (const entry of project.entries)
    for (const { shape, value, path } of entry.marked) {
      // A path that is not written as one is told by the schema.
      if (shape.kind !== 'file' || !new RegExp(shape.pattern ?? '^\\./').test(value)) continue;
      const file = posix.join(dirname(entry.file), value);
      const own = `content/${entry.collection}/${entry.id}/`;
      if (paths.has(file) && file.startsWith(own)) continue;
      const near = filesBeside(project, entry).filter((one) => extname(one) === extname(value));
      yield atField(
        entry,
        path,
        paths.has(file)
          ? {
              found: `${file} is the file of another entry`,
              cure: `upload the right file to ${own}, or take the line out`,
            }
          : {
              found: `there is no file ${file}`,
              cure:
                didYouMean(value, near) ||
                (near.length > 0
                  ? `${own} has ${near.join(' and ')}: write it only if it is the file meant; else `
                  : '') + `upload it to ${own} and write ./${entry.id}/${posix.basename(value)}, or take the line out`,
            },
      );
    }
});

/** A picture or file that its entry does not use. */
export const unusedMedia = projectRule('unused-media', 'warning', function* (project) {
  for (const { path } of project.files) {
    const [, collection = '', id = '', ...rest] = path.split('/');
    const entry = rest.length > 0 ? project.byKey.get(`${collection}/${id}`) : undefined;
    // Capitals in it are told as a fault of the name.
    const name = rest.join('/').toLowerCase();
    // Of a kind that is not used at all: told as such.
    if (!entry || !isMedia(name) || /[^\w./-]/.test(name)) continue;
    if ([name, rest.join('/'), encodeURI(name)].some((one) => entry.text.includes(one))) continue;
    const how = name.endsWith('.vtt')
      ? `“transcript: ./${id}/${name}” among the fields`
      : /\.(?:pdf|docx|pptx|xlsx|csv)$/i.test(name)
        ? shapeOf(entry.collection).properties?.['materials']
          ? `“- title: Slides” and under it “file: ./${id}/${name}”, below “materials:” among the fields`
          : 'a link to the document at its publisher in the text'
        : `![what it shows](./${id}/${name}) in the text`;
    yield atFile(path, {
      found: `${entry.file} does not use this file`,
      cure: `write ${how}, or take the file out`,
    });
  }
});

const starts: { ending: RegExp; head: RegExp; name: string }[] = [
  { ending: /\.png$/i, head: /^\u0089PNG/, name: 'PNG' },
  { ending: /\.jpe?g$/i, head: /^\u00ff\u00d8\u00ff/, name: 'JPEG' },
  { ending: /\.webp$/i, head: /^RIFF[^]{4}WEBP/, name: 'WebP' },
  { ending: /\.avif$/i, head: /^[^]{4}ftyp(?:avif|avis|mif1)/, name: 'AVIF' },
  { ending: /\.gif$/i, head: /^GIF8/, name: 'GIF' },
  { ending: /\.svg$/i, head: /^(?:\u00ef\u00bb\u00bf)?\s*</, name: 'SVG' },
  { ending: /\.pdf$/i, head: /^[^]*%PDF/, name: 'PDF' },
  { ending: /\.(?:docx|pptx|xlsx)$/i, head: /^PK/, name: 'Office' },
];

/** What the first bytes say, in words; undefined where they are not known. */
const kindOf = (head: string): string | undefined => {
  if (/^[^]{4}ftyp(?:heic|heix|hevc|mif1)/.test(head)) return 'HEIC, the format of a telephone';
  if (/^\s*<(?:!doctype|html)/i.test(head)) return 'a web page';
  return starts.find((one) => one.head.test(head) && one.name !== 'SVG')?.name;
};

const again = 'open it in a picture program, export it as JPEG, PNG or WebP, and upload it again';

const troubles: Record<Trouble, Words> = {
  cut: { found: 'the picture breaks off: its end is missing', cure: 'upload the whole file again' },
  'no-svg': { found: 'the name says SVG, and the file is no drawing, or breaks off', cure: again },
  code: {
    found: 'a drawing with code in it, which runs in the browser of whoever opens the file',
    allowed: 'a drawing holds shapes and words',
    cure: again,
  },
  outside: {
    found: 'a drawing that fetches something from another site',
    allowed: 'readers’ browsers ask nobody else',
    cure: again,
  },
};

/** Pictures and documents are what their name says: the build reads the file, not the name. */
export const fileBytes = projectRule('file-bytes', 'error', function* (project) {
  for (const { path, head, picture } of project.files) {
    const start = starts.find(({ ending }) => ending.test(path));
    if (!start || !head) continue;
    const kind = kindOf(head);
    const isPicture = !['PDF', 'Office'].includes(start.name);
    if (!start.head.test(head) || kind === 'a web page')
      yield atFile(path, {
        found: `the name says ${start.name}, and the file is ${kind ?? 'something else'}${kind === 'a web page' || !kind ? `, no ${isPicture ? 'picture' : 'document'}` : ''}`,
        allowed: 'a file is what its ending says',
        cure: isPicture ? again : 'download the document again, and upload it again',
      });
    else if (picture?.trouble) yield atFile(path, troubles[picture.trouble]);
  }
});

const megabyte = 1_000_000;

/** In bytes. A sharp picture as wide as the text (1600 px) is well under it. */
const largestPicture = megabyte;
const largestFile = 2 * megabyte;
/** In pixels, of the longer side: twice as wide as the text, for sharp screens. More costs memory on a telephone. */
const longestSide = 3200;

const inPixels =
  'make it 1600 pixels wide and save it as WebP or JPEG (most picture programs: “Export” or “Resize”), then upload it in place of this one';

/** Pictures and files are small, and say nothing of where they were taken: many readers are on a telephone, far from a mast. */
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
