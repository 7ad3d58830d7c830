/** A file begins with its fields between two lines of three hyphens, in one version. */
import { shapeOf } from '../../kinds/shape.ts';
import { at, atText, type Words } from '../finding.ts';
import { withoutConflicts } from '../reading/conflicts.ts';
import { textsOf } from '../reading/project.ts';
import { entryRule, projectRule } from '../rule.ts';
import { isNoText } from './file-contents.ts';

const notFirst: Words = {
  found: 'something stands before the first line of three hyphens ---',
  cure: 'make --- the very first line of the file: no empty line and no text before it',
};

/** Said of a text in which \r alone ends a line. */
export const oldMacEnds = (text: string): Words => ({
  found: 'the line ends of an old Mac (CR), which make one line of the file',
  cure: 'let “npm run fix” change them, or choose “LF” at the foot of the window in your editor',
  edits: [...text.matchAll(/\r/g)].map(({ index }) => ({ start: index, end: index + 1, text: '\n' })),
});

export const frontmatter = entryRule('frontmatter', 'error', function* (entry) {
  const { split, text } = entry;
  if (text.trim() === '' || entry.failure !== undefined || isNoText(text)) return;
  if (split.kind === 'not-first' && !text.includes('\n')) yield at(entry, 0, oldMacEnds(text));
  else if (split.kind === 'not-first') yield at(entry, 0, notFirst);
  else if (split.kind === 'none')
    yield at(entry, 0, {
      found: 'the file does not begin with its fields',
      allowed: 'the first line is --- (three hyphens), then the fields, then --- again, then the text',
      cure: `copy the top of content/templates/${entry.collection}.mdx and fill it in`,
    });
  else {
    for (const { at: offset, typed } of split.dashes)
      yield at(entry, offset, {
        found: `the line “${typed.trim()}” where three hyphens belong${/^[ \t]/.test(typed) ? ', with a space in front' : ''}`,
        allowed: 'three hyphens --- at the left edge open the fields, and three close them',
        cure: 'write --- (Word makes a dash of hyphens: type them one by one, or paste as plain text)',
      });
    if (split.isLate) yield at(entry, 0, notFirst);
    const body = text.slice(split.bodyStart);
    const again = /^---[ \t]*\r?\n(?:#.*\r?\n)*(\w+):[^]*?\n---[ \t]*\r?$/m.exec(body);
    if (again?.[1] && Object.hasOwn(shapeOf(entry.collection).properties ?? {}, again[1]))
      yield at(entry, split.bodyStart + again.index, {
        found: 'fields once more in the text, which readers see as words: a whole page was pasted into this one',
        cure: 'take all from here on out; a second page is a file of its own',
      });
    else if (/^\s*---[ \t]*\r?$/m.exec(body)?.index === 0)
      yield at(entry, split.bodyStart, {
        found: 'a second line of --- after the fields, which readers see as a line across the page',
        cure: 'take one of the two lines out',
      });
    if (split.kind === 'unclosed')
      yield at(entry, split.at, {
        found: 'the fields open with --- and never close',
        cure: 'put a line with three hyphens --- after the last field, before the text',
      });
  }
});

/** Two versions of one place, left for somebody to choose from. */
export const conflicts = projectRule('conflicts', 'error', function* (project) {
  for (const { file, text } of textsOf(project))
    for (const offset of withoutConflicts(text).at)
      yield atText(file, text, offset, {
        found: 'two people changed this place, and both versions stand here',
        cure: 'keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>',
      });
});
