/** A project’s finding is read in lists: one line, no full stop, and something that the title does not say. */
import { atField } from '../finding.ts';
import { entryRule } from '../rule.ts';
import { plainWords } from '../../lib/text.ts';

export const findingLines = entryRule('finding-lines', 'error', function* (entry) {
  const finding = entry.frontmatter.values['finding'];
  if (typeof finding !== 'string' || finding.trim() === '') return;
  const line = finding.trim();
  const [said, title] = [plainWords(line), plainWords(entry.title)];
  if (/[^.]\.$/.test(line))
    yield atField(entry, ['finding'], {
      found: 'the finding ends with a full stop',
      allowed: 'it is read in lists, as a title is',
      cure: `write ${line.slice(0, -1)}`,
    });
  else if (title !== '' && (said === title || title.startsWith(said)))
    yield atField(entry, ['finding'], {
      found: 'the finding says the same as the title',
      cure: 'say what came of the project, in at most 90 characters: Shootings fell 12% against matched blocks',
    });
});
