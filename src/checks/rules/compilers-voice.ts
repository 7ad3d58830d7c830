/** What the compiler of a page knows of the compiling stands one click away, not in what readers came for. */
import { at, atField, type Finding } from '../finding.ts';
import { compilerWordsIn } from '../lists/compiler-words.ts';
import { scalarsOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';

const isTheirPlace = ([field, , part]: readonly PropertyKey[]): boolean =>
  field === 'notes' ||
  field === 'draftReason' ||
  field === 'discrepancies' ||
  field === 'synonyms' ||
  (field === 'sources' && part === 'note');

const allowed = 'such words stand in “notes:”, or under a source in “note:”, which readers open if they want';

const cureOf = (path: readonly PropertyKey[]): string =>
  path[0] === 'sources'
    ? 'take them out of this line, and write under the same source a line “note: Read in a copy that someone else keeps”'
    : 'move the sentence to “notes:”; here say only what the reader needs: No public result, Plan only, Date estimated';

const find: Find = (project) =>
  project.entries.flatMap((entry): Finding[] =>
    // Pages about the site itself say how it is made.
    entry.collection === 'pages'
      ? []
      : [
          ...(entry.frontmatter ? scalarsOf(entry.frontmatter) : []).flatMap(({ path, value }): Finding[] => {
            const found = typeof value === 'string' && !isTheirPlace(path) ? compilerWordsIn(value) : undefined;
            return found
              ? [
                  atField(entry, path, {
                    found: `“${found.words}”: words about how the page was put together`,
                    allowed,
                    cure: cureOf(path),
                  }),
                ]
              : [];
          }),
          ...(entry.body?.texts ?? []).flatMap(({ value, offset }): Finding[] => {
            const found = compilerWordsIn(value);
            return found
              ? [
                  at(entry, offset + found.index, {
                    found: `“${found.words}”: words about how the page was put together`,
                    allowed,
                    cure: cureOf([]),
                  }),
                ]
              : [];
          }),
        ],
  );

export const compilersVoice = { id: 'compilers-voice', severity: 'error', find } as const satisfies Rule;
