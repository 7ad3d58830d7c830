/** The templates, and what stands in them, by which a copy that was not filled in is known. */
import { readBody } from './body.ts';
import { isCollection } from '../../kinds/index.ts';
import { splitFile } from './split.ts';

export const templatesFolder = 'content/templates/';

/** Whether a file among the templates is one: named as a collection. */
export const isTemplate = (path: string): boolean =>
  path.endsWith('.mdx') && isCollection(path.slice(templatesFolder.length, -'.mdx'.length));

/** A template as it is generated begins with a note and has no title; one that was filled in where it lies does not. */
export const isWrittenOver = (text: string): boolean =>
  !/^\uFEFF?---\r?\n#/.test(text) || !/^title:[ \t]*(?:""|'')?[ \t]*\r?$/m.test(text);

/** The sentences of the templates, and the names that their notes propose: name-of-its-file. */
export const wordsOfTemplates = (templates: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...templates].flatMap(([path, text]) => {
      const split = splitFile(text);
      // What was written over is a page: its words are no signs of a template.
      if (split.kind !== 'ok' || !isTemplate(path) || isWrittenOver(text)) return [];
      const sentences = readBody(text.slice(split.bodyStart), split.bodyStart).texts.map(({ value }) => value.trim());
      return [
        ...sentences.filter((words) => words.split(/\s+/).length > 2),
        ...[...split.yaml.matchAll(/\bname-of-[a-z-]+/g)].map(([name]) => name),
      ];
    }),
  );
