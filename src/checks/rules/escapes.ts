/** Between straight quotes a backslash and the letter after it are read as one sign: “C:\new” has a line end in it. */
import { atField } from '../finding.ts';
import { scalarAt } from '../reading/positions.ts';
import { entryRule } from '../rule.ts';

const becomes: readonly (readonly [letters: string, words: string])[] = [
  ['nrNLP', 'a line end'],
  ['f', 'a form feed'],
  ['vt', 'a tab'],
  ['bae0', 'a control character'],
];

/** The whole value, so that who copies it loses nothing: a quotation mark within is written twice. */
const inSingleQuotes = (typed: string): string =>
  `'${typed.slice(1, -1).replaceAll("'", "''").replaceAll('\\"', '"').replaceAll('\\\\', '\\')}'`;

export const escapes = entryRule('escapes', 'error', function* (entry) {
  if (!/\\[a-zA-Z0]/.test(entry.frontmatter.yaml)) return;
  for (const { path } of entry.words) {
    const typed = scalarAt(entry, path)?.typed ?? '';
    const sign = typed.startsWith('"') ? /(?<!\\)(?:\\\\)*\\([nrfvtbae0NLP])/.exec(typed)?.[1] : undefined;
    const read = becomes.find(([letters]) => sign && letters.includes(sign))?.[1];
    if (read)
      yield atField(entry, path, {
        found: `\\${sign} between straight quotes, which is read as ${read}: ${typed.slice(0, 60)}`,
        cure: `if a backslash is meant, put the text in single quotes, ${inSingleQuotes(typed)}; otherwise type a space in place of \\${sign}`,
      });
  }
});
