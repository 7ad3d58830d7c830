/** Pictures and documents are what their name says: the build reads the file, not the name. */
import { atFile, type Words } from '../finding.ts';
import type { Trouble } from '../reading/picture.ts';
import { projectRule } from '../rule.ts';

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
