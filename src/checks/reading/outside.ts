/** Entries laid where nobody looks for them: at the top of the repository, in a folder of one’s own. */
import { readdirSync } from 'node:fs';
import { pathsIn } from './files.ts';

/** Folders of the project itself, whose Markdown is no entry, and those that are written by programs. */
const notEditors = new Set(['content', 'tests', 'node_modules', 'dist', 'netlify']);
/** Documents that a repository has at its top. */
const documents = /^(?:README|CONTRIBUTING|SECURITY|CODE_OF_CONDUCT|CHANGELOG|LICENSE|CREDITS)(?:\.|$)/i;

/** Whether a path, from the top of the repository, looks like an entry and lies outside of `content/`. */
export const isStray = (path: string): boolean => {
  const [top = '', ...rest] = path.split('/');
  if (rest.length === 0) return /\.(?:mdx?|markdown|docx?|rtf|odt)$/i.test(path) && !documents.test(path);
  if (top.startsWith('.') || notEditors.has(top)) return false;
  return /\.mdx$/i.test(path) || (!['src', 'public', 'docs'].includes(top) && /\.(?:mdx?|markdown|docx)$/i.test(path));
};

export const strayEntriesIn = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .flatMap((item) => {
      if (!item.isDirectory()) return item.name;
      return item.name.startsWith('.') || notEditors.has(item.name) ? [] : pathsIn(root, item.name);
    })
    .filter(isStray);
