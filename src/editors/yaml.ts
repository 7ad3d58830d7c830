/** YAML as entries have it: file names and places on one line, words in quotes only where they need them. */
import { Document, visit } from 'yaml';
import { slugPattern } from '../lib/text.ts';

export const yamlOf = (value: unknown): string => {
  const document = new Document(value);
  visit(document, {
    Seq: (_, node) => {
      node.flow = (node.toJSON() as unknown[]).every((item) => typeof item === 'string' && slugPattern.test(item));
    },
    Map: (_, node) => {
      node.flow = typeof node.get('latitude') === 'number';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' }).replace(/[ \t]+$/gm, '');
};
