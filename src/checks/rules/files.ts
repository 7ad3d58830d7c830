/** Files that a field names lie beside the entry. */
import { dirname, extname, posix } from 'node:path';
import { atField } from '../finding.ts';
import { projectRule } from '../rule.ts';
import { didYouMean } from '../../lib/nearest.ts';

export const files = projectRule('files', 'error', function* (project) {
  const paths = new Set(project.files.map(({ path }) => path));
  for (const entry of project.entries)
    for (const { shape, value, path } of entry.marked) {
      if (shape.kind !== 'file' || typeof value !== 'string' || !value.startsWith('./')) continue;
      const file = posix.join(dirname(entry.file), value);
      const own = `content/${entry.collection}/${entry.id}/`;
      if (paths.has(file) && file.startsWith(own)) continue;
      const near = [...paths]
        .filter((one) => one.startsWith(own) && extname(one) === extname(value))
        .map((one) => `./${posix.relative(`content/${entry.collection}`, one)}`);
      yield atField(
        entry,
        path,
        paths.has(file)
          ? {
              found: `${file} is the file of another entry`,
              cure: `upload the right file to ${own}, or take the line out`,
            }
          : {
              found: `there is no file ${file}`,
              cure:
                didYouMean(value, near) ||
                (near.length > 0
                  ? `${own} has ${near.join(' and ')}: write it only if it is the file meant; else `
                  : '') + `upload it to ${own} and write ./${entry.id}/${posix.basename(value)}, or take the line out`,
            },
      );
    }
});
