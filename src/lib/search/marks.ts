/** A text cut where words that were looked for begin and end. */
import { fold, stemOf } from './words.ts';

interface Piece {
  text: string;
  isMarked: boolean;
}

export const markedPieces = (text: string, stems: ReadonlySet<string>): Piece[] => {
  const pieces: Piece[] = [];
  let plain = '';
  const flush = () => {
    if (plain) pieces.push({ text: plain, isMarked: false });
    plain = '';
  };
  for (const [part] of text.matchAll(/[\p{L}\p{N}\p{M}'’&]+|[^\p{L}\p{N}\p{M}'’&]+/gu)) {
    const folded = fold(part);
    const isMarked = stems.has(stemOf(folded)) || stems.has(stemOf(folded.replace(/['’]?s?$/, '')));
    if (!isMarked) {
      plain += part;
      continue;
    }
    flush();
    pieces.push({ text: part, isMarked });
  }
  flush();
  return pieces;
};
