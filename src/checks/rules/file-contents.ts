/** A file that is empty, no plain text, untidy, or that made the reading itself fail. */
import { at, atFile, type Words } from '../finding.ts';
import { pageTextsOf } from '../reading/project.ts';
import { entryRule, projectRule } from '../rule.ts';

/** A file with nothing in it. */
export const fileEmpty = projectRule('file-empty', 'error', function* (project) {
  const blank = new Set(pageTextsOf(project).flatMap(({ file, text }) => (text.trim() === '' ? file : [])));
  for (const { path, size } of project.files)
    if (size === 0 || blank.has(path))
      yield atFile(path, {
        found: 'the file is empty',
        cure: path.endsWith('.mdx')
          ? `copy content/templates/${path.split('/')[1]}.mdx into it and fill it in, or take the file out`
          : 'upload the file again, or take it out',
      });
});

const kinds: (Words & { pattern: RegExp })[] = [
  {
    pattern: /^PK\u0003\u0004/,
    found: 'this is a Word document or an archive under another name',
    cure: 'open it in Word, copy the words into a plain text file, and upload that',
  },
  {
    pattern: /^\{\\rtf/,
    found: 'this is rich text under another name',
    cure: 'save it as plain text (UTF-8), and upload that',
  },
  {
    pattern: /^%PDF-/,
    found: 'this is a PDF under another name',
    cure: 'copy the words into a plain text file, and upload that',
  },
  {
    pattern: /^\s*<(?:!doctype|html)\b/i,
    found: 'this is a web page, not an entry',
    cure: 'copy the words into a plain text file that begins like the template, and upload that',
  },
  {
    pattern: /\u0000/,
    found: 'the file is saved as UTF-16 (“Unicode”), which cannot be read here',
    cure: 'save it again as UTF-8: in the window “Save as”, beside “Encoding”',
  },
];

/** Whether a file is no text, so that nothing more can be said of it. */
export const isNoText = (text: string): boolean => kinds.some(({ pattern }) => pattern.test(text));

/** A file that is no plain text, whatever its name says. */
export const fileEncoding = projectRule('file-encoding', 'error', function* (project) {
  for (const { file, text } of pageTextsOf(project)) {
    const kind = kinds.find(({ pattern }) => pattern.test(text));
    if (kind) yield atFile(file, { found: kind.found, cure: kind.cure });
  }
});

/** Line ends, byte order marks and characters that came in by accident. The page is right; the file is untidy. */
export const fileText = entryRule('file-text', 'warning', function* (entry) {
  const { text } = entry;
  if (text.startsWith('\uFEFF'))
    yield at(entry, 0, {
      found: 'an invisible mark (BOM) at the beginning of the file',
      cure: 'save it as “UTF-8” without BOM, or let “npm run fix” take the mark out',
      edits: [{ start: 0, end: 1, text: '' }],
    });
  const crlf = text.indexOf('\r\n');
  if (crlf >= 0)
    yield at(entry, crlf, {
      found: 'Windows line ends (CRLF)',
      cure: 'nothing is lost: “npm run fix” changes them, or choose “LF” at the foot of the window in your editor',
      edits: [...text.matchAll(/\r\n/g)].map(({ index }) => ({ start: index, end: index + 2, text: '\n' })),
    });
});

/** A file that made the reading itself fail: told, and the others are read all the same. */
export const unreadable = entryRule('unreadable', 'error', function* ({ file, failure }) {
  if (failure !== undefined)
    yield atFile(file, {
      found: `the file cannot be read (${failure})`,
      cure: 'undo the last change of the file; if that does not help, tell a maintainer, and name the file',
    });
});
