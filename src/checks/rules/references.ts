/** A reference names an entry that exists, and that readers see. */
import { addressOf, isCollection } from '../../kinds/index.ts';
import { didYouMean } from '../../lib/nearest.ts';
import { slugPattern } from '../../lib/text.ts';
import { atField } from '../finding.ts';
import { fateOf } from '../reading/fate.ts';
import { replaceScalar } from '../reading/positions.ts';
import { entryRule } from '../rule.ts';

export const references = entryRule('references', 'error', function* (entry, project) {
  const seen = new Set<string>();
  for (const { shape, value, path } of entry.marked) {
    const { references } = shape;
    if (!references) continue;
    const inList = typeof path.at(-1) === 'number' ? JSON.stringify([...path.slice(0, -1), value]) : '';
    if (seen.has(inList)) {
      yield atField(entry, path, { found: `“${value}” stands here twice`, cure: 'take one of the two out' });
      continue;
    }
    if (inList) seen.add(inList);
    if (references === entry.collection && value === entry.id && path[0] === 'supersedes') {
      yield atField(entry, path, {
        found: `“${value}” is this very entry`,
        cure: 'write the file name of the older entry that this one replaces, or take the line out',
      });
      continue;
    }
    const isWhole = references === 'any';
    const key = isWhole ? value : `${references}/${value}`;
    // What is no file name at all is told by the schema.
    if (!(isWhole ? /^[a-z-]+\/[a-z0-9-]+$/ : slugPattern).test(value) || project.byKey.has(key)) continue;
    const [folder = '', id = ''] = key.split('/');
    const gone = isCollection(folder) ? fateOf(project, addressOf({ collection: folder, id })) : undefined;
    const now = gone?.now;
    const to = isWhole ? now && `${now.collection}/${now.id}` : now?.collection === folder ? now.id : undefined;
    if (gone) {
      const otherwise = isWhole
        ? 'name another entry that says the same, or take the line it stands in out'
        : 'take it out here, or write the file name of the page that tells the same thing now';
      yield atField(entry, path, {
        found: now
          ? `${isWhole ? value : `“${value}”`} was renamed: it is now ${now.file}`
          : `content/${key}.mdx was taken away`,
        cure: to ? `write ${to}` : otherwise,
        edits: to ? replaceScalar(entry, path, to) : undefined,
      });
    } else if (isWhole)
      yield atField(entry, path, {
        found: `there is no entry content/${key}.mdx`,
        cure: didYouMean(value, project.byKey.keys()) || 'write the folder and file name of an entry, without “.mdx”',
      });
    else
      yield atField(entry, path, {
        found: `there is no entry “${value}” in content/${references}/`,
        cure:
          didYouMean(value, project.idsOf.get(references) ?? []) ||
          `write the file name of an entry in content/${references}/ without “.mdx”, or add content/${key}.mdx`,
      });
  }
});

/** What points at a draft is not shown: readers do not see drafts. */
export const draftReferences = entryRule('draft-references', 'warning', function* (entry, project) {
  if (entry.isDraft) return;
  for (const { shape, value, path } of entry.marked) {
    const { references } = shape;
    if (!references) continue;
    const target = project.byKey.get(references === 'any' ? value : `${references}/${value}`);
    if (target?.isDraft)
      yield atField(entry, path, {
        found: `“${value}” is a draft, so the page does not show it`,
        cure: `publish ${target.file}, or take it out here until then`,
      });
  }
});
