/** The committed files that are made from the schemas. A test holds them in step. */
import { collectionNames } from '../kinds/fields.ts';
import { aboutNotes, entryText } from './entry-text.ts';
import { exampleBody, exampleValues } from './examples.ts';
import { issueForms } from './issue-forms.ts';

const steps = [
  'A template: copy it, or run “npm run new”. Written by “npm run generate” from src/kinds/.',
  ...aboutNotes,
];

/** Path and text of each. */
export const generatedFiles = (): Map<string, string> =>
  new Map([
    ...collectionNames.map((collection): [string, string] => [
      `content/templates/${collection}.mdx`,
      entryText({ collection, values: exampleValues[collection], steps, body: exampleBody(collection) }),
    ]),
    ...issueForms(),
  ]);
