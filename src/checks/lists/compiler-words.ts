/**
 * Words by which the compiler of a page speaks of the compiling. They say how a page came about, not what its
 * reader needs, so they stand one click away: in `notes`, at `sources[].note`, in `draftReason` and `discrepancies`.
 */
const words: readonly string[] = [
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

const anyOf = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'iu');

/** The first such words of a text, and where they stand. */
export const compilerWordsIn = (text: string): { words: string; index: number } | undefined => {
  const match = anyOf.exec(text);
  return match ? { words: match[0], index: match.index } : undefined;
};
