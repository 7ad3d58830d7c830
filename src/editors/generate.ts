/** `npm run generate`: writes the templates and issue forms anew from the schemas. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions } from '../options.ts';
import { generatedFiles } from './generated.ts';

readOptions(
  `npm run generate writes the templates (content/templates/) and GitHub’s issue forms (.github/ISSUE_TEMPLATE/) anew from the rules
in src/kinds/. Run it after a change there; what is changed by hand in those files is lost. It needs no flags.`,
  {},
);

const root = fileURLToPath(new URL('../..', import.meta.url));

for (const [file, text] of generatedFiles()) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(file);
}
