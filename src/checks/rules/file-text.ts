/** Line ends, byte order marks and characters that came in by accident. The page is right; the file is untidy. */
import { at } from '../finding.ts';
import { entryRule } from '../rule.ts';

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
