/** Text that was meant to be replaced. */
import { at, atField, type Words } from '../finding.ts';
import { shapeOf } from '../../kinds/shape.ts';
import type { Entry } from '../reading/entry.ts';
import { entryRule } from '../rule.ts';

const patterns: RegExp[] = [
  /\blorem ipsum\b/i,
  /\b(?:TODO|FIXME|TBD|TBA|TBC|XXX+|TKTK|TK)\b/,
  /\[(?:insert|add|your|enter|todo|name|date|title)\b[^\]]*\](?!\()/i,
  /<(?:insert|your|enter)\b[^>]*>/i,
  /\b(?:to be (?:added|announced|confirmed|determined|decided|written)|coming soon|more (?:text|details) to come|text goes here|placeholder text|sample text)\b/i,
  /^\s*(?:(?:your|the|a) )?(?:title|summary|name|text|description)(?: goes)? here\b|\b(?:title|summary|name|text|description) goes here\b/i,
  /^\s*(?:\.{3}|…|\?{2,}|x{3,}|-+|n\/?a|none|unknown|tbd)\s*$/i,
  /\bhttps?:\/\/(?:www\.)?example\.(?:com|org|net)\b/i,
  /____+/,
  /\bcomment(?:ed)? \[[A-Z]{1,3}\d{1,3}\]/i,
  /\[[A-Z]{1,3}\d{1,3}\](?!\()/,
  /\?{3,}/,
  /\bX{2,}(?:\s*%|\s+(?!(?:and|or|to|of|in|is|was|came|has|had|the|a)\b)[a-z]\w+)/,
  /\[(?:citation needed|source\??|sic\?|check|ref|date\?|xx+)\]/i,
  /\bError! (?:Reference source|Bookmark) not (?:found|defined)/i,
];

/** What these do not match, none does: almost every text is done with after a question or two instead of fifteen. */
const anyOf = [...Map.groupBy(patterns, ({ flags }) => flags)].map(
  ([flags, alike]) => new RegExp(alike.map(({ source }) => `(?:${source})`).join('|'), flags),
);

const firstMatch = (
  text: string,
  counts: (match: RegExpExecArray) => boolean = () => true,
): RegExpExecArray | undefined => {
  if (!anyOf.some((pattern) => pattern.test(text))) return undefined;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match && counts(match)) return match;
  }
  return undefined;
};

/** Closed lists may hold such words on purpose. */
const isChoice = (path: readonly PropertyKey[]): boolean =>
  ['kind', 'status', 'direction', 'heading', 'mode', 'modes', 'origin', 'synonyms', 'key', 'source'].includes(
    String(path.findLast((step) => typeof step === 'string')),
  );

/** A word where a list belongs is told as such. */
const isListMeant = ({ collection }: Entry, path: readonly PropertyKey[]): boolean =>
  path.length === 1 && shapeOf(collection).properties?.[String(path[0])]?.type === 'array';

const ofTemplate = (words: string): Words => ({
  found: `“${words}” is still the text of the template`,
  cure: 'write your own words, or take it out',
});

const toReplace = (words: string): Words => ({
  found: `“${words.trim()}” is text that was meant to be replaced`,
  cure: 'write what belongs there, or take it out; if it is not known yet, say so in words under “caveats” or make the entry a draft',
});

export const placeholders = entryRule('placeholders', 'error', function* (entry, { templateWords }) {
  for (const { path, value } of entry.words) {
    if (isChoice(path) || isListMeant(entry, path)) continue;
    const match = firstMatch(value);
    if (templateWords.has(value.trim())) yield atField(entry, path, ofTemplate(value.trim()));
    else if (match) yield atField(entry, path, toReplace(match[0]));
  }
  const inBody = entry.body.texts.flatMap(({ value, offset }) => {
    if (templateWords.has(value.trim())) return at(entry, offset, ofTemplate(value.trim().slice(0, 60)));
    const match = firstMatch(value, ([words]) => words.trim().length > 1);
    return match ? at(entry, offset + match.index, toReplace(match[0])) : [];
  });
  // A paragraph is told once, however many runs of text it has.
  for (const [first] of Map.groupBy(inBody, ({ line }) => line).values()) if (first) yield first;
});
