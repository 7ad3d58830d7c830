/** What stands in the templates, by which a copy that was not filled in is known. */
import { readBody } from './body.ts';
import { isCollection } from './entry.ts';
import { readFrontmatter } from './frontmatter.ts';
import { splitFile } from './split.ts';
import { scalarsOf } from './values.ts';

export const templatesFolder = 'content/templates/';

export interface TemplateWords {
  /** Sentences. */
  texts: Set<string>;
  /** Groups of two fields or more, such as a presenter with a role, as JSON. */
  groups: Set<string>;
}

/** Whether a file among the templates is one: named as a collection. */
export const isTemplate = (path: string): boolean => isCollection(path.slice(templatesFolder.length, -'.mdx'.length));

/** A template as it is generated begins with a note; one that a page was written over does not. */
export const isWrittenOver = (text: string): boolean => !/^\uFEFF?---\r?\n#/.test(text);

export const wordsOfTemplates = (templates: ReadonlyMap<string, string>): TemplateWords => {
  const texts = new Set<string>();
  const groups = new Set<string>();
  for (const [path, text] of templates) {
    const split = splitFile(text);
    // What was written over is a page: its words are no signs of a template.
    if (split.kind !== 'ok' || !isTemplate(path) || isWrittenOver(text)) continue;
    const frontmatter = readFrontmatter(split.yaml, split.start);
    for (const words of [
      ...scalarsOf(frontmatter).map(({ value }) => String(value)),
      ...readBody(text.slice(split.bodyStart), split.bodyStart).texts.map(({ value }) => value),
    ])
      if (words.trim().split(/\s+/).length > 2 || words.includes('Example')) texts.add(words.trim());
    // Names that its notes propose: name-of-its-file.
    for (const [name] of split.yaml.matchAll(/\bname-of-[a-z-]+/g)) texts.add(name);
    for (const value of Object.values(frontmatter.values))
      if (Array.isArray(value))
        for (const item of value)
          if (typeof item === 'object' && item !== null && Object.keys(item).length > 1)
            groups.add(JSON.stringify(item));
  }
  return { texts, groups };
};
