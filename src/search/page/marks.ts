/** A text cut where words that were looked for begin and end. */
import { fold, stemOf } from '../words.ts';

interface Piece {
  text: string;
  isMarked: boolean;
}

/** Neighbors are one mark: “hot spots”, not “hot” and “spots”. */
export const markedPieces = (text: string, stems: ReadonlySet<string>): Piece[] => {
  const pieces: Piece[] = [];
  let between = '';
  const add = (words: string, isMarked: boolean): void => {
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += words;
    else if (words) pieces.push({ text: words, isMarked });
  };
  for (const [part] of text.matchAll(/[\p{L}\p{N}\p{M}'’&]+|[^\p{L}\p{N}\p{M}'’&]+/gu)) {
    const folded = fold(part);
    const isMarked = stems.has(stemOf(folded)) || stems.has(stemOf(folded.replace(/['’]?s?$/, '')));
    if (isMarked) {
      add(between, pieces.at(-1)?.isMarked === true && /^[\s\-‐‑]+$/u.test(between));
      add(part, true);
      between = '';
    } else if (/[\p{L}\p{N}]/u.test(part)) {
      add(between + part, false);
      between = '';
    } else between += part;
  }
  add(between, false);
  return pieces;
};
