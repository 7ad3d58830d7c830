/** A file with nothing in it. */
import { atFile } from '../finding.ts';
import { pageTextsOf } from '../reading/project.ts';
import { projectRule } from '../rule.ts';

export const fileEmpty = projectRule('file-empty', 'error', function* (project) {
  const blank = new Set(pageTextsOf(project).flatMap(({ file, text }) => (text.trim() === '' ? file : [])));
  for (const { path, size } of project.files)
    if (size === 0 || blank.has(path))
      yield atFile(path, {
        found: 'the file is empty',
        cure: path.endsWith('.mdx')
          ? `copy content/templates/${path.split('/')[1]}.mdx into it and fill it in, or take the file out`
          : 'upload the file again, or take it out',
      });
});
