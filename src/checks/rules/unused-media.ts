/** A picture or file that its entry does not use. */
import { atFile } from '../finding.ts';
import { shapeOf } from '../../kinds/shape.ts';
import { isMedia } from './file-kind.ts';
import { projectRule } from '../rule.ts';

export const unusedMedia = projectRule('unused-media', 'warning', function* (project) {
  for (const { path } of project.files) {
    const [, collection = '', id = '', ...rest] = path.split('/');
    const entry = rest.length > 0 ? project.byKey.get(`${collection}/${id}`) : undefined;
    const name = rest.join('/');
    // Of a kind that is not used at all: told as such.
    if (!entry || !isMedia(name) || /[^\w./-]/.test(name)) continue;
    if (entry.text.includes(name) || entry.text.includes(encodeURI(name))) continue;
    const how = name.endsWith('.vtt')
      ? `“transcript: ./${id}/${name}” among the fields`
      : /\.(?:pdf|docx|pptx|xlsx|csv)$/i.test(name)
        ? shapeOf(entry.collection).properties?.['materials']
          ? `“- title: Slides” and under it “file: ./${id}/${name}”, below “materials:” among the fields`
          : 'a link to the document at its publisher in the text'
        : `![what it shows](./${id}/${name}) in the text`;
    yield atFile(path, {
      found: `${entry.file} does not use this file`,
      cure: `write ${how}, or take the file out`,
    });
  }
});
