/** A reference names an entry that exists. */
import { atField, type Finding } from '../finding.ts';
import { isCollection } from '../reading/entry.ts';
import { fateOf } from '../reading/fate.ts';
import { scalarAt } from '../reading/positions.ts';
import { markedValuesOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';
import { didYouMean } from '../../lib/nearest.ts';
import { addressOf } from '../../kinds/index.ts';
import { slugPattern } from '../../lib/text.ts';

const find: Find = (project) =>
  project.entries.flatMap((entry) => {
    const found: Finding[] = [];
    markedValuesOf(entry).forEach(({ shape, value, path }) => {
      const { references } = shape;
      if (references === 'any') {
        if (typeof value !== 'string' || !/^[a-z-]+\/[a-z0-9-]+$/.test(value) || project.byKey.has(value)) return;
        const [folder = '', id = ''] = value.split('/');
        const gone = isCollection(folder) ? fateOf(project, addressOf({ collection: folder, id })) : undefined;
        if (gone) {
          const { now } = gone;
          const scalar = now && entry.frontmatter ? scalarAt(entry.frontmatter, path) : undefined;
          const key = now ? `${now.collection}/${now.id}` : '';
          found.push(
            atField(entry, path, {
              found: now ? `${value} was renamed: it is now ${now.file}` : `content/${value}.mdx was taken away`,
              cure: now ? `write ${key}` : 'name another entry that says the same, or take the line it stands in out',
              edits: scalar ? [{ start: scalar.start, end: scalar.end, text: key }] : undefined,
            }),
          );
          return;
        }
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
      const gone = fateOf(project, addressOf({ collection, id: value }));
      if (gone) {
        const { now } = gone;
        const isHere = now?.collection === collection;
        const scalar = isHere && entry.frontmatter ? scalarAt(entry.frontmatter, path) : undefined;
        found.push(
          atField(entry, path, {
            found: now
              ? `“${value}” was renamed: it is now ${now.file}`
              : `content/${collection}/${value}.mdx was taken away`,
            cure: isHere
              ? `write ${now?.id}`
              : 'take it out here, or write the file name of the page that tells the same thing now',
            edits: scalar && now ? [{ start: scalar.start, end: scalar.end, text: now.id }] : undefined,
          }),
        );
        return;
      }
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
