/** Curly quotes around a whole value were meant to hold it together, and are read as part of it. */
import { atField } from '../finding.ts';
import { scalarAt } from '../reading/positions.ts';
import { wordsOf } from '../reading/values.ts';
import { entryRule } from '../rule.ts';

/** The sign that has no partner: the number of opening and closing curly quotes differs. */
const loneQuote = (value: string): string | undefined => {
  const opening = value.split('“').length;
  const closing = value.split('”').length;
  return opening === closing || value.includes('„') ? undefined : opening > closing ? '“' : '”';
};

export const quotes = entryRule('quotes', 'error', function* (entry) {
  const { frontmatter } = entry;
  if (!frontmatter) return;
  for (const { path, value } of wordsOf(entry)) {
    const inner = /^[“”„‟‘’](.*)[“”‟‘’]$/s.exec(value)?.[1];
    const lone = loneQuote(value);
    // Places are worked out only where there is a fault: that costs much.
    const scalar = inner !== undefined && lone === undefined ? scalarAt(frontmatter, path) : undefined;
    if (lone !== undefined)
      yield atField(entry, path, {
        found: `a curly quote ${lone} without the other, “ or ”: ${value.slice(0, 60)}`,
        cure: 'write both, or take it out',
      });
    else if (inner !== undefined && scalar && !scalar.quoted && !/[“”]/.test(inner))
      yield atField(entry, path, {
        found: `curly quotes around the value: ${value.slice(0, 60)}`,
        allowed: 'straight quotes " hold a value together; most need none',
        cure: `write "${inner.slice(0, 60)}"`,
        edits: /["\\]/.test(inner) ? undefined : [{ start: scalar.start, end: scalar.end, text: `"${inner}"` }],
      });
  }
});
