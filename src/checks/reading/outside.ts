/** Entries laid where nobody looks for them: at the top of the repository, in a folder of one’s own. */
import { readdirSync } from 'node:fs';
import { pathsIn } from './files.ts';

/** Written by programs; and `content/`, whose files are looked at one by one. */
const notEditors = new Set(['content', 'node_modules', 'dist', '.git', '.astro', '.netlify', '.local']);
/** Folders of the project itself: what ends in .mdx is an entry there too, other documents are none. */
const isOwn = (top: string): boolean =>
  top.startsWith('.') || ['src', 'public', 'docs', 'tests', 'netlify'].includes(top);
/** Documents that a repository has at its top. */
const documents = /^(?:README|CONTRIBUTING|SECURITY|CODE_OF_CONDUCT|CHANGELOG|LICENSE|CREDITS)(?:\.|$)/i;

/** Whether a path, from the top of the repository, looks like an entry and lies outside of `content/`. */
export const isStray = (path: string): boolean => {
  const [top = '', ...rest] = path.split('/');
  if (rest.length === 0) return /\.(?:mdx?|markdown|docx?|rtf|odt)$/i.test(path) && !documents.test(path);
  return !notEditors.has(top) && (isOwn(top) ? /\.mdx$/i : /\.(?:mdx?|markdown|docx)$/i).test(path);
};

export const strayEntriesIn = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .flatMap((item) => {
      if (!item.isDirectory()) return item.name;
      return notEditors.has(item.name) ? [] : pathsIn(root, item.name);
    })
    .filter(isStray);
