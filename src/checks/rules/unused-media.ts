/** A picture or file that its entry does not use. */
import { shapeOf } from '../../kinds/shape.ts';
import { isMedia } from './file-kind.ts';
import type { Find, Rule } from '../rule.ts';

const find: Find = (project) =>
  project.files.flatMap(({ path }) => {
    const [, collection = '', id = '', ...rest] = path.split('/');
    const entry = rest.length > 0 ? project.byKey.get(`${collection}/${id}`) : undefined;
    const name = rest.join('/');
    // Of a kind that is not used at all: told as such.
    if (!isMedia(name)) return [];
    if (!entry || /[^\w./-]/.test(name) || entry.text.includes(name) || entry.text.includes(encodeURI(name))) return [];
    const how = name.endsWith('.vtt')
      ? `“transcript: ./${id}/${name}” among the fields`
      : /\.(?:pdf|docx|pptx|xlsx|csv)$/i.test(name)
        ? shapeOf(entry.collection).properties?.['materials']
          ? `“- title: Slides” and under it “file: ./${id}/${name}”, below “materials:” among the fields`
          : 'a link to the document at its publisher in the text'
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

export const unusedMedia = { id: 'unused-media', severity: 'warning', find } as const satisfies Rule;
