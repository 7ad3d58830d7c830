/** Two files with one name, but for capitals or ending, would claim one address. Pages share the top of the site. */
import { posix } from 'node:path';
import { atFile } from '../finding.ts';
import { slugOf, slugPattern } from '../../lib/text.ts';
import { projectRule } from '../rule.ts';
import { addressOf } from '../../kinds/index.ts';

const isGood = (path: string): boolean => slugPattern.test(posix.basename(path, '.mdx'));

export const duplicateIds = projectRule('duplicate-ids', 'error', function* (project) {
  const claims = new Map<string, string>();
  // Names that are right already claim their address first, so that the other file is the one told.
  const inOrder = [...project.files].sort((a, b) => Number(!isGood(a.path)) - Number(!isGood(b.path)));
  for (const { path } of inOrder) {
    const [, collection = '', name = '', ...more] = path.split('/');
    if (more.length > 0 || !/\.(mdx?|markdown|MDX?)$/.test(name)) continue;
    const id = slugOf(name.replace(/\.[^.]+$/, ''));
    const first = claims.get(`${collection}/${id}`);
    if (first === undefined) claims.set(`${collection}/${id}`, path);
    else
      yield atFile(path, {
        found: `this file and ${first} have the same name “${id}”, so both claim one address`,
        cure: 'give one of them another name, or take out the one that is a copy',
      });
  }
  for (const entry of project.entries)
    if (entry.collection === 'pages' && project.routes.has(addressOf(entry)))
      yield atFile(entry.file, {
        found: `the address ${addressOf(entry)} is taken by a page of the site itself`,
        cure: 'give the file another name',
      });
});
