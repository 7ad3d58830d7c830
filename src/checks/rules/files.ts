/** Files that a field names lie beside the entry. */
import { dirname, extname, posix } from 'node:path';
import { atField, type Finding } from '../finding.ts';
import { markedValuesOf } from '../reading/values.ts';
import type { Find, Rule } from '../rule.ts';
import { didYouMean } from '../../lib/nearest.ts';

const find: Find = (project) => {
  const paths = new Set(project.files.map(({ path }) => path));
  return project.entries.flatMap((entry) => {
    const found: Finding[] = [];
    markedValuesOf(entry).forEach(({ shape, value, path }) => {
      if (shape.kind !== 'file' || typeof value !== 'string' || !value.startsWith('./')) return;
      const file = posix.join(dirname(entry.file), value);
      const own = `content/${entry.collection}/${entry.id}/`;
      if (paths.has(file)) {
        if (!file.startsWith(own))
          found.push(
            atField(entry, path, {
              found: `${file} is the file of another entry`,
              cure: `upload the right file to ${own}, or take the line out`,
            }),
          );
        return;
      }
      const near = [...paths]
        .filter((one) => one.startsWith(own) && extname(one) === extname(value))
        .map((one) => `./${posix.relative(`content/${entry.collection}`, one)}`);
      found.push(
        atField(entry, path, {
          found: `there is no file ${file}`,
          cure:
            didYouMean(value, near) ||
            (near.length > 0 ? `${own} has ${near.join(' and ')}: write it only if it is the file meant; else ` : '') +
              `upload it to ${own} and write ./${entry.id}/${posix.basename(value)}, or take the line out`,
        }),
      );
    });
    return found;
  });
};

export const files = { id: 'files', severity: 'error', find } as const satisfies Rule;
