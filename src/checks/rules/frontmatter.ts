/** A file begins with its fields between two lines of three hyphens. */
import { isNoText } from './file-encoding.ts';
import { at } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) => {
    const { split } = entry;
    if (entry.text.trim() === '' || entry.failure !== undefined || isNoText(entry.text)) return [];
    if (split.kind === 'ok' || split.kind === 'unclosed')
      return [
        ...split.dashes.map(({ at: offset, typed }) =>
          at(entry, offset, {
            found: `the line “${typed.trim()}” where three hyphens belong${/^[ \t]/.test(typed) ? ', with a space in front' : ''}`,
            allowed: 'three hyphens --- at the left edge open the fields, and three close them',
            cure: 'write --- (Word makes a dash of hyphens: type them one by one, or paste as plain text)',
          }),
        ),
        ...(split.isLate
          ? [
              at(entry, 0, {
                found: 'something stands before the first line of three hyphens ---',
                cure: 'make --- the very first line of the file: no empty line and no text before it',
              }),
            ]
          : []),
        ...(/^\s*---[ \t]*\r?$/m.exec(entry.text.slice(split.bodyStart))?.index === 0
          ? [
              at(entry, split.bodyStart, {
                found: 'a second line of --- after the fields, which readers see as a line across the page',
                cure: 'take one of the two lines out',
              }),
            ]
          : []),
        ...(split.kind === 'unclosed'
          ? [
              at(entry, split.at, {
                found: 'the fields open with --- and never close',
                cure: 'put a line with three hyphens --- after the last field, before the text',
              }),
            ]
          : []),
      ];
    if (split.kind === 'not-first')
      return at(entry, 0, {
        found: 'something stands before the first line of three hyphens ---',
        cure: 'make --- the very first line of the file: no empty line and no text before it',
      });
    return at(entry, 0, {
      found: 'the file does not begin with its fields',
      allowed: 'the first line is --- (three hyphens), then the fields, then --- again, then the text',
      cure: `copy the top of content/templates/${entry.collection}.mdx and fill it in`,
    });
  });

export const frontmatter = { id: 'frontmatter', severity: 'error', find } as const satisfies Rule;
