/** “title: "title: How three agencies…"”: the name of a field typed or pasted once more, which readers would see. */
import { atField } from '../finding.ts';
import { scalarAt } from '../reading/positions.ts';
import { entryRule } from '../rule.ts';

export const doubledNames = entryRule('doubled-names', 'error', function* (entry) {
  for (const { path, value } of entry.words) {
    const name = String(path.findLast((step) => typeof step === 'string'));
    const [all, sign, rest = ''] =
      new RegExp(`^\\s*${name}(\\s*[:：=](?!\\s*\\*)\\s*|\\s*$)(.*)`, 'is').exec(value) ?? [];
    if (all === undefined || sign === undefined) continue;
    const scalar = scalarAt(entry, path);
    const start = scalar && rest ? scalar.typed.indexOf(rest) : -1;
    const typed = all.slice(0, all.length - rest.length);
    const from = scalar && start >= typed.length ? scalar.start + start : undefined;
    yield atField(entry, path, {
      found: `the name of the field ${rest ? 'stands in its value too' : 'in place of a value'}: ${all}`,
      cure: rest ? `take “${typed.trim()}” out` : 'write the value, or take the line out',
      edits: from === undefined ? undefined : [{ start: from - typed.length, end: from, text: '' }],
    });
  }
});
