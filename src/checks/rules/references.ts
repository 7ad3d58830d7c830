/** A reference names an entry that exists. */
import { slugPattern } from '../../kinds/fields.ts';
import { atField, type Finding } from '../finding.ts';
import { markedValuesOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';
import { didYouMean } from '../../lib/nearest.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) => {
    const found: Finding[] = [];
    markedValuesOf(entry).forEach(({ shape, value, path }) => {
      const { references } = shape;
      if (references === 'any') {
        if (typeof value !== 'string' || !/^[a-z-]+\/[a-z0-9-]+$/.test(value) || project.byKey.has(value)) return;
        found.push(
          atField(entry, path, {
            found: `there is no entry content/${value}.mdx`,
            cure:
              didYouMean(value, [...project.byKey.keys()]) ||
              'write the folder and file name of an entry, without “.mdx”',
          }),
        );
        return;
      }
      const collection = references;
      if (collection === entry.collection && value === entry.id && path[0] === 'supersedes') {
        found.push(
          atField(entry, path, {
            found: `“${value}” is this very entry`,
            cure: 'write the file name of the older entry that this one replaces, or take the line out',
          }),
        );
        return;
      }
      // What is no file name at all is told by the schema.
      if (
        !collection ||
        typeof value !== 'string' ||
        !slugPattern.test(value) ||
        project.byKey.has(`${collection}/${value}`)
      )
        return;
      const ids = project.idsOf.get(collection) ?? [];
      found.push(
        atField(entry, path, {
          found: `there is no entry “${value}” in content/${collection}/`,
          cure:
            didYouMean(value, ids) ||
            `write the file name of an entry in content/${collection}/ without “.mdx”, or add content/${collection}/${value}.mdx`,
        }),
      );
    });
    return found;
  });

export const references = { id: 'references', severity: 'error', find } as const satisfies Rule;
