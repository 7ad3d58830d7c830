/** A file that is no plain text, whatever its name says. */
import { pageTextsOf } from '../reading/project.ts';
import { atFile, type Words } from '../finding.ts';
import { projectRule } from '../rule.ts';

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

export const fileEncoding = projectRule('file-encoding', 'error', function* (project) {
  for (const { file, text } of pageTextsOf(project)) {
    const kind = kinds.find(({ pattern }) => pattern.test(text));
    if (kind) yield atFile(file, { found: kind.found, cure: kind.cure });
  }
});
