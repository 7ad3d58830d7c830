/** In YAML, “ #” begins a comment: what follows is lost without a word. */
import { atField } from '../finding.ts';
import { inQuotes } from '../edits.ts';
import { shapeAt, shapeOf } from '../../kinds/shape.ts';
import { scalarAt } from '../reading/positions.ts';
import { entryRule } from '../rule.ts';

export const droppedText = entryRule('dropped-text', 'error', function* (entry) {
  const { frontmatter } = entry;
  if (!/\s#/.test(frontmatter.yaml)) return;
  for (const { path, value } of entry.words) {
    const scalar = scalarAt(entry, path);
    const line = scalar && !scalar.isQuoted ? (/^[^\n]*/.exec(entry.text.slice(scalar.end))?.[0] ?? '') : '';
    const { enum: choices, references, kind } = shapeAt(shapeOf(entry.collection), path, frontmatter.values) ?? {};
    // Behind a word of a list, a file name or a day it is the note that it looks like.
    if (choices || references || (kind && kind !== 'web-address')) continue;
    if (/^[ \t]+#/.test(line))
      yield atField(entry, path, {
        found: `everything after # is dropped: “${line.trim()}”`,
        cure: `put the whole text in quotes: ${inQuotes(`${value}${line.trimEnd()}`)}; a note to yourself goes on a line of its own`,
      });
  }
});
