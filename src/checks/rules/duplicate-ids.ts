/** Two files with one name, but for capitals or ending, would claim one address. Pages share the top of the site. */
import { slugOf, slugPattern } from '../../lib/text.ts';
import type { Finding } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';
import { addressOf } from '../../kinds/index.ts';

const isGood = (path: string): boolean =>
  slugPattern.test(
    path
      .split('/')
      .at(-1)
      ?.replace(/\.mdx$/, '') ?? '',
  );

const find: Find = (project) => {
  const claims = new Map<string, string>();
  const found: Finding[] = [];
  // Names that are right already claim their address first, so that the other file is the one told.
  const inOrder = [...project.files].sort((a, b) => Number(!isGood(a.path)) - Number(!isGood(b.path)));
  for (const { path } of inOrder) {
    const [, collection = '', name = '', ...more] = path.split('/');
    if (more.length > 0 || !/\.(mdx?|markdown|MDX?)$/.test(name)) continue;
    const key = `${collection}/${slugOf(name.replace(/\.[^.]+$/, ''))}`;
    const first = claims.get(key);
    if (first === undefined) claims.set(key, path);
    else
      found.push({
        file: path,
        line: 1,
        column: 1,
        found: `this file and ${first} have the same name “${key.split('/')[1]}”, so both claim one address`,
        cure: 'give one of them another name, or take out the one that is a copy',
      });
  }
  for (const entry of project.entries) {
    const address = addressOf(entry);
    if (entry.collection !== 'pages' || !project.routes.has(address)) continue;
    found.push({
      file: entry.file,
      line: 1,
      column: 1,
      found: `the address ${address} is taken by a page of the site itself`,
      cure: 'give the file another name',
    });
  }
  return found;
};

export const duplicateIds = { id: 'duplicate-ids', severity: 'error', find } as const satisfies Rule;
