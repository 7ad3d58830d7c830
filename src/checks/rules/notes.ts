/** A line with # in front is a note: a field that somebody filled in without taking the # away is lost without a word. */
import { shapeOf } from '../../kinds/shape.ts';
import { at } from '../finding.ts';
import type { Find, Rule } from '../rule.ts';

/** What a template writes after the name of a field, or nothing. */
const isExample = (value: string): boolean => value === '' || /…|name-of-/.test(value);

const find: Find = (project) => {
  const files = new Set(project.files.map(({ path }) => path));
  return project.entries.flatMap((entry) => {
    const { frontmatter } = entry;
    if (!frontmatter) return [];
    const yaml = entry.text.slice(frontmatter.start, frontmatter.end);
    if (!/^#/m.test(yaml)) return [];
    const known = shapeOf(entry.collection).properties ?? {};
    const template = project.templates.get(`content/templates/${entry.collection}.mdx`) ?? '';
    return [...yaml.matchAll(/^#[ \t]?([A-Za-z]\w*):[ \t]*(.*?)\r?$/gm)].flatMap(
      ({ 0: line, 1: name = '', 2: value = '', index }) => {
        if (!Object.hasOwn(known, name) || frontmatter.values[name] !== undefined) return [];
        // A sample of a path, where no such file lies.
        const isSample = value.startsWith('./') && !files.has(`content/${entry.collection}/${value.slice(2)}`);
        // “npm run new” writes the note of the template with the entry’s own name.
        const asInTemplate = line.trimEnd().replace(`./${entry.id}/`, './name-of-this-file/');
        if (isExample(value) || isSample || template.includes(asInTemplate)) return [];
        return at(
          entry,
          frontmatter.start + index,
          {
            found: `a line that begins with # and is not shown: ${line.slice(0, 60)}`,
            cure: `to use it, take the # and the space away: ${name}: ${value}; else take the line out`,
          },
          [name],
        );
      },
    );
  });
};

export const notes = { id: 'notes', severity: 'warning', find } as const satisfies Rule;
