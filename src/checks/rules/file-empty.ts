/** A file with nothing in it. */
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) => {
  const blank = new Set(project.entries.filter(({ text }) => text.trim() === '').map(({ file }) => file));
  return project.files
    .filter(({ path, size }) => size === 0 || blank.has(path))
    .map(({ path }) => ({
      file: path,
      line: 1,
      column: 1,
      found: 'the file is empty',
      cure: path.endsWith('.mdx')
        ? `copy content/templates/${path.split('/')[1]}.mdx into it and fill it in, or take the file out`
        : 'upload the file again, or take it out',
    }));
};

export const fileEmpty = { id: 'file-empty', severity: 'error', find } as const satisfies Rule;
