/** Text that was meant to be replaced. */
import { scalarsOf } from '../frontmatter.ts';
import { at, atField, type Rule } from '../project.ts';

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
];

/** Closed lists may hold such words on purpose. */
const isChoice = (path: readonly PropertyKey[]): boolean =>
  ['kind', 'status', 'direction', 'heading', 'mode', 'modes', 'origin', 'synonyms', 'key', 'source'].includes(
    String(path.findLast((step) => typeof step === 'string')),
  );

const cure =
  'write what belongs there, or take it out; if it is not known yet, say so in words under “caveats” or make the entry a draft';

export const rule: Rule = (project) =>
  project.entries.flatMap((entry) => [
    ...(entry.frontmatter ? scalarsOf(entry.frontmatter) : []).flatMap(({ path, value }) => {
      if (typeof value !== 'string' || isChoice(path)) return [];
      if (project.templateTexts.has(value.trim()))
        return atField(entry, path, { found: `“${value.trim()}” is still the text of the template`, cure });
      const match = patterns.map((pattern) => pattern.exec(value)).find(Boolean);
      return match
        ? atField(entry, path, { found: `“${match[0].trim()}” is text that was meant to be replaced`, cure })
        : [];
    }),
    ...(entry.body?.texts ?? []).flatMap(({ value, offset }) => {
      if (project.templateTexts.has(value.trim()))
        return at(entry, offset, { found: `“${value.trim().slice(0, 60)}” is still the text of the template`, cure });
      const match = patterns.map((pattern) => pattern.exec(value)).find((one) => one && one[0].trim().length > 1);
      return match
        ? at(entry, offset + match.index, { found: `“${match[0].trim()}” is text that was meant to be replaced`, cure })
        : [];
    }),
  ]);
