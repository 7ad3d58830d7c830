/** GitHub’s issue forms, for people who would rather tell than edit; made from the schemas, so that they ask for what an entry needs. */
import { stringify } from 'yaml';
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { fieldLabel } from '../lib/text.ts';
import { type CollectionName, kinds } from '../kinds/index.ts';
import { wordsFor } from './entry-text.ts';

/** A question for a field: one line, a choice, or several lines. */
const question = (name: string, shape: Shape | undefined, required = false) => {
  const attributes = { label: fieldLabel(name), description: wordsFor(shape) };
  const validations = required ? { validations: { required: true } } : {};
  if (shape?.enum && shape.enum.length < 20)
    return { type: 'dropdown', id: name, attributes: { ...attributes, options: shape.enum }, ...validations };
  const isLong = shape?.type === 'array' || shape?.type === 'object' || (shape?.maxLength ?? 0) > 240;
  return { type: isLong ? 'textarea' : 'input', id: name, attributes, ...validations };
};

/** @param fields The fields asked for, in order. What the schema needs besides, a maintainer fills in. */
const formText = (collection: CollectionName, name: string, description: string, fields: string): string => {
  const { properties, required } = shapeOf(collection);
  const intro = `Fill in what you know; a maintainer makes the page from it, as a draft that you can look at first. Everything you write here is public: no telephone numbers, no case details. To write the page yourself instead, see content/README.md.`;
  return (
    '# Written by “npm run generate” from src/kinds/. Change the schema or src/editors/issue-forms.ts instead.\n' +
    stringify(
      {
        name,
        description,
        title: `${kinds[collection].one}: `,
        labels: ['content'],
        body: [
          { type: 'markdown', attributes: { value: intro } },
          ...fields.split(' ').map((field) => question(field, properties?.[field], required?.includes(field))),
        ],
      },
      { lineWidth: 0 },
    )
  );
};

/** Path and text of each. The form for mistakes asks for no fields of an entry: it is written by hand. */
export const issueForms = (): [string, string][] => [
  [
    '.github/ISSUE_TEMPLATE/propose-a-webinar.yml',
    formText(
      'webinars',
      'Propose a webinar',
      'Tell us of a webinar that should be on the site.',
      'title summary date presenters objectives page recording materials sources',
    ),
  ],
  [
    '.github/ISSUE_TEMPLATE/propose-a-publication.yml',
    formText(
      'resources',
      'Propose a publication',
      'A report, guide, article or tool that other agencies should find here.',
      'title summary kind origin authors year publisher url doi sources',
    ),
  ],
];
