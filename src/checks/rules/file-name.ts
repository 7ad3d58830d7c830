/** Names become addresses: small letters, figures and hyphens, each name once. */
import { posix } from 'node:path';
import { addressOf } from '../../kinds/index.ts';
import { slugOf, slugPattern } from '../../lib/text.ts';
import { withoutUnseen } from '../../lib/unseen.ts';
import { atFile, type Words } from '../finding.ts';
import { projectRule } from '../rule.ts';
import { isMedia } from './file-kind.ts';

/** Endings of texts and files, once or more: “foot-patrol.docx.mdx” is foot-patrol. */
const withoutEndings = (name: string): string =>
  withoutUnseen(name).replace(/(?:\.(?:mdx?|markdown|txt|html?|docx?|rtf|odt|ya?ml|vtt|pdf|png|jpe?g|webp))+$/i, '');

const isGoodName = (name: string): boolean => slugPattern.test(name.replace(/\.[a-z0-9]+$/, ''));

/** Names that Windows keeps for devices: a copy of the project with such a file cannot be made there. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What is wrong with a name, the first that fits. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\.[a-z]+\.[a-z]+$/i, 'two endings'],
  [/\s/, 'spaces in it'],
  [/[A-Z]/, 'capital letters in it'],
  [/_/, 'underscores in it'],
];

const faultOf = (path: string, taken: ReadonlySet<string>): Words | undefined => {
  const parts = path.split('/').slice(2);
  const name = parts.at(-1) ?? '';
  // What has another ending is told as a file of another kind, with its right name.
  if (!(parts.length === 1 ? path.endsWith('.mdx') : isMedia(path)) || name.startsWith('~$')) return undefined;
  if (parts.length === 1 && /^index\.mdx$/i.test(name))
    return {
      found: 'the name “index”, which is the list of the folder itself',
      cure: 'give the file another name, which becomes the address of the page',
    };
  if (parts.some((part) => device.test(part)))
    return {
      found: `the name “${parts.find((part) => device.test(part))}”, which Windows keeps for a device: no copy of the site could be made there`,
      cure: 'give it a longer name, such as con-artists.mdx',
    };
  if (name.startsWith('.'))
    return {
      found: `the name “${name}” begins with a dot, which hides the file`,
      cure: 'give it a name before the dot of its ending, such as foot-patrol.mdx',
    };
  const wrong = parts.find((part, index) => !isGoodName(index === parts.length - 1 ? part : `${part}.x`));
  if (wrong === undefined) return undefined;
  const good = parts.map((part, index) => {
    if (index < parts.length - 1) return slugOf(withoutUnseen(part));
    const dot = part.lastIndexOf('.');
    return dot > 0 ? `${slugOf(withoutEndings(part.slice(0, dot)))}${part.slice(dot).toLowerCase()}` : slugOf(part);
  });
  const to = [...path.split('/').slice(0, 2), ...good].join('/');
  // Two entries of one name are told as such.
  if (taken.has(to) && path.endsWith('.mdx')) return undefined;
  const what = slips.find(([pattern]) => pattern.test(wrong))?.[1] ?? 'signs that do not belong in an address in it';
  return {
    found: `the name “${wrong}” has ${what}`,
    allowed: 'a name is made of small letters, figures and single hyphens, since it becomes the address of the page',
    cure: taken.has(to)
      ? `there is ${to} already: take the one out that is the copy, or give this one another name`
      : `rename it to ${good.join('/')}${path.endsWith('.mdx') ? '' : ' (where GitHub’s page does not let you: delete it and upload it again under this name)'}`,
    rename: taken.has(to) ? undefined : to,
  };
};

export const fileName = projectRule('file-name', 'error', function* (project) {
  const taken = new Set(project.files.map(({ path }) => path));
  for (const { path } of project.files) {
    const words = faultOf(path, taken);
    if (words) yield atFile(path, words);
  }
});

const isGood = (path: string): boolean => slugPattern.test(posix.basename(path, '.mdx'));

/** Two files with one name, but for capitals or ending, would claim one address. Pages share the top of the site. */
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
