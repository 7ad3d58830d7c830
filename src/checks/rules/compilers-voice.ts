/** What the compiler of a page knows of the compiling stands one click away, not in what readers came for. */
import { at, atField, type Words } from '../finding.ts';
import { compilerWordsIn } from '../lists/compiler-words.ts';
import { entryRule } from '../rule.ts';

const theirFields: readonly PropertyKey[] = ['notes', 'draftReason', 'discrepancies', 'synonyms'];

const isTheirPlace = ([field = '', , part]: readonly PropertyKey[]): boolean =>
  theirFields.includes(field) || (field === 'sources' && part === 'note');

const wordsAbout = (found: string, field?: PropertyKey): Words => ({
  found: `“${found}”: words about how the page was put together`,
  allowed: 'such words stand in “notes:”, or under a source in “note:”, which readers open if they want',
  cure:
    field === 'sources'
      ? 'take them out of this line, and write under the same source a line “note: Read in a copy that someone else keeps”'
      : 'move the sentence to “notes:”; here say only what the reader needs: No public result, Plan only, Date estimated',
});

export const compilersVoice = entryRule('compilers-voice', 'error', function* (entry) {
  // Pages about the site itself say how it is made.
  if (entry.collection === 'pages') return;
  for (const { path, value } of entry.words) {
    const found = isTheirPlace(path) ? undefined : compilerWordsIn(value);
    if (found) yield atField(entry, path, wordsAbout(found.words, path[0]));
  }
  for (const { value, offset } of entry.body.texts) {
    const found = compilerWordsIn(value);
    if (found) yield at(entry, offset + found.index, wordsAbout(found.words));
  }
});
