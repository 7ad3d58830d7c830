/** The fields of an entry against its schema: missing, unknown, of the wrong kind; or all of another kind of page. */
import { type CollectionName, collectionNames, kinds } from '../../kinds/index.ts';
import { shapeOf } from '../../kinds/shape.ts';
import { explain } from '../explain/explain.ts';
import { atFile } from '../finding.ts';
import type { Entry } from '../reading/entry.ts';
import { entryRule } from '../rule.ts';

export const schema = entryRule('schema', 'error', (entry, project) =>
  // A page in the wrong folder is told as such.
  foldersFor(entry).length > 0 ? [] : explain(entry, project),
);

/** So many fields must fit better elsewhere before a page is said to lie wrong. */
const enough = 2;

const misfits = (fields: readonly string[], collection: CollectionName): { unknown: number; all: number } => {
  const { properties = {}, required = [] } = shapeOf(collection);
  const unknown = fields.filter((name) => !Object.hasOwn(properties, name)).length;
  return { unknown, all: unknown + required.filter((name) => !fields.includes(name)).length };
};

/** The folders whose fields a page has; none where it lies right. */
const foldersFor = ({ collection, frontmatter, issues }: Entry): CollectionName[] => {
  if (issues.length === 0) return [];
  const fields = Object.keys(frontmatter.values);
  const here = misfits(fields, collection);
  if (here.unknown === 0) return [];
  const others = collectionNames
    .filter((name) => name !== collection)
    .map((name) => ({ name, ...misfits(fields, name) }))
    .filter(({ unknown, all }) => unknown === 0 && all <= here.all - (here.unknown > enough ? 1 : enough));
  const best = Math.min(...others.map(({ all }) => all));
  return others.filter(({ all }) => all === best).map(({ name }) => name);
};

/** A page in the folder of another kind: told once, not as a dozen wrong fields. */
export const wrongFolder = entryRule('wrong-folder', 'error', function* (entry, project) {
  const folders = foldersFor(entry);
  const [folder, ...more] = folders;
  if (!folder) return;
  const to = `content/${folder}/${entry.id}.mdx`;
  const isSure = more.length === 0 && !project.byKey.has(`${folder}/${entry.id}`);
  const names = folders.map((name) => kinds[name].one.toLowerCase()).join(' or ');
  yield atFile(entry.file, {
    found: `a page in content/${entry.collection}/ with the fields of another kind: ${names}`,
    cure: isSure
      ? `move it to ${to}`
      : `move it to ${folders.map((name) => `content/${name}/`).join(' or ')}, under a name that is free there`,
    rename: isSure ? to : undefined,
  });
});
