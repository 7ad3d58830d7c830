/** A curly quote without its partner; those around a whole value are told where its line is read. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** The sign that has no partner: the number of opening and closing curly quotes differs. */
const loneQuote = (value: string): string | undefined => {
  const opening = value.split('“').length;
  const closing = value.split('”').length;
  return opening === closing || value.includes('„') ? undefined : opening > closing ? '“' : '”';
};

export const quotes = entryRule('quotes', 'error', function* (entry) {
  for (const { path, value } of entry.words) {
    const lone = loneQuote(value);
    if (lone !== undefined)
      yield atField(entry, path, {
        found: `a curly quote ${lone} without the other, “ or ”: ${value.slice(0, 60)}`,
        cure: 'write both, or take it out',
      });
  }
});
