/** YAML as entries have it: file names and places on one line, words in quotes only where they need them. */
import { Document, isSeq, visit } from 'yaml';
import { slugPattern } from '../lib/text.ts';

const isFlow = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && slugPattern.test(item));

export const yamlOf = (value: unknown): string => {
  const document = new Document(value);
  visit(document, {
    Seq: (_, node) => {
      if (isSeq(node) && isFlow(node.toJSON())) node.flow = true;
    },
    Map: (_, node) => {
      if (typeof node.toJSON().latitude === 'number') node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' }).replace(/[ \t]+$/gm, '');
};
