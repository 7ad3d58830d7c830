/** A line with # in front is a note: a field that somebody filled in without taking the # away is lost without a word. */
import { shapeOf } from '../../kinds/shape.ts';
import { at } from '../finding.ts';
import { entryRule } from '../rule.ts';

/** What a template writes after the name of a field, or nothing. */
const isExample = (value: string): boolean => value === '' || /…|name-of-/.test(value);

export const notes = entryRule('notes', 'warning', function* (entry, project) {
  const { frontmatter, collection } = entry;
  const known = shapeOf(collection).properties ?? {};
  const template = project.templates.get(`content/templates/${collection}.mdx`) ?? '';
  for (const { 0: line, 1: name = '', 2: value = '', index } of frontmatter.yaml.matchAll(
    /^#[ \t]?([A-Za-z]\w*):[ \t]*(.*?)\r?$/gm,
  )) {
    if (!Object.hasOwn(known, name) || frontmatter.values[name] !== undefined) continue;
    const path = value.startsWith('./') ? `content/${collection}/${value.slice(2)}` : '';
    // A sample of a path, where no such file lies.
    const isSample = path !== '' && !project.files.some((file) => file.path === path);
    // “npm run new” writes the note of the template with the entry’s own name.
    const asInTemplate = line.trimEnd().replace(`./${entry.id}/`, './name-of-this-file/');
    if (isExample(value) || isSample || template.includes(asInTemplate)) continue;
    const words = {
      found: `a line that begins with # and is not shown: ${line.slice(0, 60)}`,
      cure: `to use it, take the # and the space away: ${name}: ${value}; else take the line out`,
    };
    yield at(entry, frontmatter.start + index, words, [name]);
  }
});
