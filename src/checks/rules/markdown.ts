/** Marks of Markdown that did not work and would be read as they stand. */
import { at, said, type Said } from '../finding.ts';
import { entryRule } from '../rule.ts';

interface Slip {
  /** With the flag m where it has ^ or $: each line of a run begins anew. */
  pattern: RegExp;
  found: Said<RegExpExecArray>;
  allowed?: string;
  cure: Said<RegExpExecArray>;
  /** What “npm run fix” puts in its place. */
  text?: (match: RegExpExecArray) => string | undefined;
}

/** Looked for in runs of plain text. */
const slips: Slip[] = [
  {
    pattern: /\[([^[\]\n]+)\]\s+\(((?:https?:\/\/|\.?\/|#|www\.)[^)\n]*)\)?/,
    found: ([all]) => `a space between ] and ( in a link: ${all.replace(/\s+/, ' ').slice(0, 60)}`,
    cure: ([, label, url]) => `write [${label}](${url})`,
    text: ([all, label, url]) => (all.endsWith(')') ? `[${label}](${url})` : undefined),
  },
  {
    pattern: /!\[([^[\]\n]+)\](?![[(])[^\S\n]*((?:\.{0,2}\/)?[\w./-]+\.(?:png|jpe?g|webp|avif|svg|gif))?/i,
    found: ([all]) => `a picture without the round brackets around its path: ${all.slice(0, 60)}`,
    cure: ([, words, path]) => `write ![${words}](${path ?? 'the path of the file'})`,
  },
  {
    pattern: /\(([^()\n]+)\)\[((?:https?:\/\/|\/|#|www\.)?[^\]\n]*)\]?/,
    found: ([all]) => `round and square brackets the wrong way about: ${all.slice(0, 60)}`,
    cure: ([, label, url]) => `write [${label}](${url || 'the address'})`,
  },
  {
    pattern: /\[([^[\]\n]+)\]\(([^)\n]*)/,
    found: ([all]) => `a link that is not complete: ${all.slice(0, 60)}`,
    cure: ([, label, url]) =>
      /\s[“”‘’]/.test(url ?? '')
        ? `words behind an address stand in straight quotes, and can be left out: write [${label}](${(url ?? '').replace(/\s.*/, '')})`
        : /\s/.test((url ?? '').trim())
          ? `an address has no spaces: write %20 for each, as in [${label}](${(url ?? '').trim().replaceAll(' ', '%20')})`
          : `write [${label}](${url || 'the address'}) with both round brackets`,
  },
  {
    pattern: /\[([^[\]()\n]+)\(((?:https?:\/\/|\.?\/|#|www\.)[^)\s]*)\)\]?/,
    found: ([all]) => `a link whose words have no closing bracket: ${all.slice(0, 60)}`,
    cure: ([, label, url]) => `write [${label}](${url})`,
    text: ([, label, url]) => `[${label}](${url})`,
  },
  {
    pattern: /\[\[([^[\]\n]+)\]\]/,
    found: ([all]) => `a link as in a wiki: ${all}`,
    cure: ([, label]) => `write [${label}](the address)`,
  },
  {
    pattern: /\[([^[\]^\n]+)\]\[([^\]\n]*)\]/,
    found: ([all, , id]) => `a link whose address “${id}” is not written anywhere: ${all.slice(0, 60)}`,
    cure: ([, label]) => `write [${label}](the address)`,
  },
  {
    pattern: /^[^\S\n]+#{1,6}\s*\S.*/m,
    found: ([all]) => `an invisible space before the # of a heading: ${all.trim().slice(0, 40)}`,
    cure: ([all]) =>
      `delete the line and type it again: ${all
        .trim()
        .replace(/^(#+)\s*/, '$1 ')
        .slice(0, 60)}`,
  },
  {
    pattern: /^#\d.*/m,
    found: ([all]) => `a line that begins with a number sign: ${all.slice(0, 40)}`,
    allowed: 'with a space behind it, # would make a heading',
    cure: ([all]) => `write \\${all.slice(0, 40)}, or “number ${all.slice(1, 20)}…”`,
    text: ([all]) => `\\${all}`,
  },
  {
    pattern: /^#(?=\p{L})[\p{L}\p{N}]*[\p{Ll}\p{N}]\p{Lu}.*/mu,
    found: ([all]) => `a line that begins with a hashtag: ${all.slice(0, 40)}`,
    cure: ([all]) => `write \\${all.slice(0, 40)} for the sign itself; for a heading write ## ${all.slice(1, 40)}`,
  },
  {
    pattern: /^#{7,}.*/m,
    found: ([all]) => `more than six signs #, which make no heading: ${all.slice(0, 40)}`,
    cure: ([all]) => `write ## ${all.replace(/^#+\s*/, '').slice(0, 40)}`,
  },
  {
    // Marks of other programs, which readers would see.
    pattern:
      /(==)(?=\S)[^=\n]+==|(\[!)(?:note|tip|important|warning|caution)\]|\[_*(toc)_*\]|(\$\$)[^$\n]+\$\$|^:::+[^\n]*|^!!! [^\n]*|^\*\[[^\]\n]+\]: [^\n]*|(?<=\n): +\S[^\n]*|(?<!\S)(:)[a-z][a-z\d]*(?:_[a-z\d]+)*:(?!\S)/im,
    found: ([all]) => `a mark of another program, which readers see as it stands: ${all}`,
    cure: 'take the mark out and keep the words; for bold write **the words**, for a box <Notice lead="Note.">the words</Notice>',
  },
  {
    pattern: /^#{1,6}[^ \t#].*/m,
    found: ([all]) => `no space after the # of a heading: ${all.slice(0, 40)}`,
    cure: ([all]) =>
      /^#[^#]/.test(all)
        ? `for a heading write ## ${all.slice(1, 60)}; for the sign itself \\${all.slice(0, 60)}`
        : `write ${all.replace(/^(#+)\s*/, '$1 ').slice(0, 60)}`,
  },
  {
    pattern:
      /^(?:-(?=[\p{L}\u00a0])|\*(?=\p{L}[^*]*$)|o[\t ]|\uf0b7|[§ØŸü]\s+(?=\p{L})|[nqv]\t|[a-h][.)][\t ]|i\.[\t ](?=[^]*\nii\.)|I\.[\t ](?=[^]*\nII\.)|A[.)][\t ](?=[^]*\nB[.)])|\((?:\d{1,2}|[a-h])\) )\s*(\S.*)/mu,
    found: ([all]) => `a line that was meant as an item of a list: ${all.slice(0, 40)}`,
    cure: ([all, rest]) =>
      `begin it with a hyphen and a space: - ${(rest ?? '').slice(0, 40)}${all.startsWith('*') ? '; if words in italics were meant, each star needs its partner: *the words*' : ''}`,
  },
  {
    pattern: /^.*\S[ \t]*(?:\.{4,}|…{2,}|(?:\. ){4,})[ \t]*\d{1,3}$/m,
    found: ([all]) => `a line of a table of contents, with the number of a page: ${all.slice(0, 60)}`,
    cure: 'take the table of contents out: the page has none of those numbers, and readers jump by its headings',
  },
  {
    // Of the font Wingdings; “à la carte” and “Guide à l’intention des policiers” are French.
    pattern: / à (?!(?:clef|deux|face|Kempis|l|la|les?|point|propos|une?)(?!\p{L}))(?=[\p{L}\p{N}])/u,
    found: 'à between two words, which was an arrow in Word',
    cure: 'write “to” or → in its place',
  },
  {
    pattern: /\[-?@[a-z][\w:.-]*[^\]\n]*\]|\bADDIN (?:EN|ZOTERO|Mendeley)\S*/i,
    found: ([all]) => `a citation of another program: ${all.slice(0, 60)}`,
    cure: 'write a footnote: [^1] where it is called, and [^1]: with the source at the end of the text',
  },
  {
    pattern: /^\/\/ .*/m,
    found: ([all]) => `a note as in a program, which readers see: ${all.slice(0, 40)}`,
    cure: 'take it out, or write {/* your note */} on a line of its own',
  },
  {
    pattern: /^(\d{1,2}[.)])\u00a0?(\p{L}.*)/mu,
    found: ([all]) => `no space after the number of an item: ${all.slice(0, 40)}`,
    cure: ([, number, rest]) => `write ${number} ${(rest ?? '').slice(0, 40)}`,
  },
  {
    pattern: /\*\*[^*\n]*/,
    found: ([all]) => `two stars that do not make bold: ${all.slice(0, 40)}`,
    cure: 'write **the words** with no space inside the stars, and both pairs',
  },
  {
    pattern: /(?<![\p{L}\p{N}*_\\])([*_])(?=[\p{L}“])(?![^*_\n]*\1)[^\n]*/u,
    found: ([all, sign]) => `${sign === '*' ? 'a star' : 'an underscore'} that does not close: ${all.slice(0, 40)}`,
    cure: ([, sign]) => `write ${sign}the words${sign} for italics, or take the ${sign} out`,
  },
  {
    // A middle dot stands in place of a sign that could not be read as MDX.
    pattern: /^(?:[•▪▫●○◦‣⁃∙■□◆◇❖►▶➢➤]\s*|[·➔→☐☑✓✔–—]\s+)\S.*/m,
    found: ([all]) => `a bullet pasted from elsewhere: ${all.slice(0, 40)}`,
    cure: ([all]) => `begin the line with a hyphen and a space: - ${all.replace(/^.\s*/u, '').slice(0, 40)}`,
  },
];

export const markdown = entryRule('markdown', 'error', function* (entry) {
  for (const { value, offset } of entry.body.texts) {
    // The first slip alone.
    for (const { pattern, found, allowed, cure, text } of slips) {
      const match = pattern.exec(value);
      if (!match) continue;
      // Lines of a paragraph may be indented in the file: look the words up there.
      const from = entry.text.indexOf(match[0], offset);
      const start = from >= 0 ? from : offset + match.index;
      const better = text?.(match);
      const edits = better && from >= 0 ? [{ start, end: start + match[0].length, text: better }] : undefined;
      yield at(entry, start, { found: said(found, match), allowed, cure: said(cure, match), edits });
      break;
    }
  }
});
