/** `npm run generate`: writes the files that are made from the schemas, templates and issue forms. A test holds them in step. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot, readOptions } from '../options.ts';
import { entryText } from './entry-text.ts';
import { issueForms } from './issue-forms.ts';
import { alsoAsked } from './questions.ts';
import { collectionNames, type CollectionName } from '../kinds/index.ts';

const body = `## A heading that says what was found, not “Results”

Write short paragraphs in plain words. Link to other pages of the site by their address, such as the [program profiles](/program-profiles/), with words that say where the link leads.

### A smaller heading under it

- Lists begin with a hyphen and a space.
- A figure stands here with its source, or among the fields above.
`;

/** What is needed and what most pages have stands open; nothing that could be taken for a fact stands in it. */
const templateOf = (collection: CollectionName): string =>
  entryText({
    collection,
    values: {
      // A file is named once it lies there.
      ...Object.fromEntries(
        (alsoAsked[collection] ?? []).filter((name) => name !== 'transcript').map((name) => [name, null]),
      ),
      status: 'draft',
      draftReason: 'Being written',
    },
    steps: ['A template: copy it, or run “npm run new”. Written by “npm run generate” from src/kinds/.'],
    body: collection === 'topics' ? '' : body,
  });

/** Path and text of each. */
export const generatedFiles = (): Map<string, string> =>
  new Map([
    ...collectionNames.map((name) => [`content/templates/${name}.mdx`, templateOf(name)] as const),
    ...issueForms(),
  ]);

if (import.meta.main) {
  readOptions(
    `npm run generate writes the templates (content/templates/) and GitHub’s issue forms (.github/ISSUE_TEMPLATE/) anew from the rules
in src/kinds/. Run it after a change there; what is changed by hand in those files is lost. It needs no flags.`,
    {},
  );
  for (const [file, text] of generatedFiles()) {
    const path = join(projectRoot, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(file);
  }
}
