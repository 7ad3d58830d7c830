/** Marks of Markdown that did not work and would be read as they stand. */
import type { Finding } from '../fault.ts';
import { at, type Rule } from '../project.ts';

interface Slip {
  pattern: RegExp;
  explain: (match: RegExpExecArray) => Pick<Finding, 'found' | 'allowed' | 'cure'> & { text?: string };
}

/** Looked for in runs of plain text. */
const slips: Slip[] = [
  {
    pattern: /\[([^[\]\n]+)\]\s+\(((?:https?:\/\/|\/|#|www\.)[^)\n]*)\)?/,
    explain: ([all, label, url]) => ({
      found: `a space between ] and ( in a link: ${all.slice(0, 60)}`,
      cure: `write [${label}](${url})`,
      ...(all.endsWith(')') ? { text: `[${label}](${url})` } : {}),
    }),
  },
  {
    pattern: /\(([^()\n]+)\)\[((?:https?:\/\/|\/|#|www\.)?[^\]\n]*)\]?/,
    explain: ([all, label, url]) => ({
      found: `round and square brackets the wrong way about: ${all.slice(0, 60)}`,
      cure: `write [${label}](${url || 'the address'})`,
    }),
  },
  {
    pattern: /\[([^[\]\n]+)\]\(([^)\n]*)/,
    explain: ([all, label, url]) => ({
      found: `a link that is not complete: ${all.slice(0, 60)}`,
      cure: /\s/.test((url ?? '').trim())
        ? `an address has no spaces: write %20 for each, as in [${label}](${(url ?? '').trim().replaceAll(' ', '%20')})`
        : `write [${label}](${url || 'the address'}) with both round brackets`,
    }),
  },
  {
    pattern: /^#{1,6}[^\s#].*/,
    explain: ([all]) => ({
      found: `no space after the # of a heading: ${all.slice(0, 40)}`,
      cure: `write ${all.replace(/^(#+)/, '$1 ').slice(0, 60)}`,
    }),
  },
  {
    pattern: /\*\*[^*\n]*/,
    explain: ([all]) => ({
      found: `two stars that do not make bold: ${all.slice(0, 40)}`,
      cure: 'write **the words** with no space inside the stars, and both pairs',
    }),
  },
  {
    pattern: /^[•·▪●◦‣–—]\s+\S.*/,
    explain: ([all]) => ({
      found: `a bullet pasted from elsewhere: ${all.slice(0, 40)}`,
      cure: `begin the line with a hyphen and a space: - ${all.replace(/^\S+\s+/, '').slice(0, 40)}`,
    }),
  },
];

export const rule: Rule = (project) =>
  project.entries.flatMap((entry): Finding[] => {
    const found: Finding[] = [];
    for (const { value, offset } of entry.body?.texts ?? []) {
      for (const { pattern, explain } of slips) {
        let match: RegExpExecArray | undefined;
        let shift = 0;
        for (const line of value.split('\n')) {
          const hit = pattern.exec(line);
          if (hit) {
            match = hit;
            break;
          }
          shift += line.length + 1;
        }
        if (!match) continue;
        const { text, ...words } = explain(match);
        // Lines of a paragraph may be indented in the file: look the words up there.
        const from = entry.text.indexOf(match[0], offset);
        const start = from >= 0 ? from : offset + shift + match.index;
        found.push(
          at(entry, start, {
            ...words,
            edits: text && from >= 0 ? [{ start, end: start + match[0].length, text }] : undefined,
          }),
        );
        break;
      }
    }
    return found;
  });
