/** A picture or file that its entry does not use. */
import type { Rule } from '../project.ts';

export const rule: Rule = (project) =>
  project.files.flatMap(({ path }) => {
    const [, collection = '', id = '', ...rest] = path.split('/');
    const entry = rest.length > 0 ? project.byKey.get(`${collection}/${id}`) : undefined;
    const name = rest.join('/');
    if (!entry || entry.text.includes(name) || entry.text.includes(encodeURI(name))) return [];
    const how = name.endsWith('.vtt')
      ? `“transcript: ./${id}/${name}” among the fields`
      : `![what it shows](./${id}/${name}) in the text`;
    return [
      {
        file: path,
        line: 1,
        column: 1,
        found: `${entry.file} does not use this file`,
        cure: `write ${how}, or take the file out`,
      },
    ];
  });
