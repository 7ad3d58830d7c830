/** A file with nothing in it. */
import { atFile } from '../finding.ts';
import { projectRule } from '../rule.ts';

export const fileEmpty = projectRule('file-empty', 'error', function* (project) {
  const blank = new Set(project.entries.filter(({ text }) => text.trim() === '').map(({ file }) => file));
  for (const { path, size } of project.files)
    if (size === 0 || blank.has(path))
      yield atFile(path, {
        found: 'the file is empty',
        cure: path.endsWith('.mdx')
          ? `copy content/templates/${path.split('/')[1]}.mdx into it and fill it in, or take the file out`
          : 'upload the file again, or take it out',
      });
});
