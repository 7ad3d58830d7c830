/** What `npm run new -- --help` says. */
import { collectionLabels } from '../lib/labels.ts';
import { shapeOf } from '../kinds/shape.ts';
import { collectionNames, type CollectionName } from '../kinds/fields.ts';
import { fieldOrder, meaningOf } from './entry-text.ts';

const flags = `  --id name        the file name, which becomes the address; else it is made from the title
  --yes            asks nothing: what is not given stays blank, and the file says what to fill in
  --help           this text; “npm run new -- webinars --help” lists the fields of a webinar`;

const rules = `Several topics, persons or lines: put a semicolon (;) between them.
  persons    “Jordan Example, Agency | Role; hildy-saizow”. Experts who have a page here are linked to it
  authors    “Anthony A. Braga; White, Michael; CNA”
  sources    “Title | Publisher | https://address”
  materials  “Title | https://address”, or “Title | slides.pdf” for a file on this computer
  dates      2026-03-05, “March 5, 2026”, 2026-03 or 2026
A file that exists is never written over.`;

export const help = (collection?: CollectionName): string => {
  if (!collection)
    return `npm run new asks a few questions and writes a new page.

  npm run new
  npm run new -- webinar --title "Title" --date 2026-03-05 --presenters "Hildy Saizow; Jordan Example, CNA"

What can be added:
${collectionNames.map((name) => `  ${name.padEnd(20)} ${collectionLabels[name].one}`).join('\n')}

Every field can be given as --field "value"; what is not given is asked for.
${flags}

${rules}`;
  const shape = shapeOf(collection);
  const fields = fieldOrder(shape).map(
    (name) =>
      `  --${name}${shape.required?.includes(name) ? ' (needed)' : ''}\n      ${meaningOf(shape.properties?.[name], name, 'name-of-the-page')[0] ?? ''}`,
  );
  return `npm run new -- ${collection} writes a new page in content/${collection}/.

${fields.join('\n')}
${flags}

${rules}`;
};
