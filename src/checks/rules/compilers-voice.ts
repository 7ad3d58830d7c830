/** What the compiler of a page knows of the compiling stands one click away, not in what readers came for. */
import { at, atField, type Words } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** Words by which the compiler of a page speaks of the compiling: how the page came about, not what its reader needs. */
const compilerWords: readonly string[] = [
  String.raw`inferred`,
  String.raw`(?:third[ -]part(?:y|ies)|someone else|somebody else)(?:[’']s?)? cop(?:y|ies)`,
  String.raw`\(read in\b[^)]*\)?`,
  String.raw`sources? (?:that )?(?:we |I )?(?:were |was )?(?:read|seen|looked at|consulted)\b`,
  String.raw`(?:was|were|been) (?:not |only |partly )?read\b(?! (?:aloud|out|to)\b)`,
  String.raw`(?<!source )not found\b`,
  String.raw`(?:not|nor) (?:reported|stated|given|named|said|printed) (?:in|by) (?:the|any|these|its) sources?\b`,
  String.raw`(?:the|these|no|none of the|neither) sources?(?: here| read| seen)? (?:do(?:es)? not |gives?|says?|names?|states?|reports?)\b(?: (?:say|give|name|state|report)s?\b)?`,
  String.raw`could not be (?:read|opened|found|reached|confirmed|verified)`,
  String.raw`only (?:the|its) (?:opening|abstract|first pages?|preview|title page) (?:was|were|is|could)\b`,
  String.raw`looked for in vain`,
];

const anyOf = new RegExp(`(?<![\\p{L}\\p{N}])(?:${compilerWords.join('|')})`, 'iu');

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
    const found = isTheirPlace(path) ? null : anyOf.exec(value);
    if (found) yield atField(entry, path, wordsAbout(found[0], path[0]));
  }
  for (const { value, offset } of entry.body.texts) {
    const found = anyOf.exec(value);
    if (found) yield at(entry, offset + found.index, wordsAbout(found[0]));
  }
});
