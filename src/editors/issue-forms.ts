/** GitHub’s issue forms, for people who would rather tell than edit; made from the schemas, so that they ask for what an entry needs. */
import { stringify } from 'yaml';
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { fieldLabel } from '../lib/text.ts';
import { type CollectionName, kinds } from '../kinds/index.ts';
import { wordsFor } from './entry-text.ts';

type FormElement = Record<string, unknown>;

/** A question for a field: one line, a choice, or several lines. */
const question = (name: string, shape: Shape | undefined, required: boolean): FormElement => {
  const attributes = { label: fieldLabel(name), description: wordsFor(shape) };
  const validations = required ? { validations: { required: true } } : {};
  if (shape?.enum && shape.enum.length < 20)
    return { type: 'dropdown', id: name, attributes: { ...attributes, options: shape.enum }, ...validations };
  const isLong = shape?.type === 'array' || shape?.type === 'object' || (shape?.maxLength ?? 0) > 240;
  return { type: isLong ? 'textarea' : 'input', id: name, attributes, ...validations };
};

interface Form {
  file: string;
  collection: CollectionName;
  name: string;
  description: string;
  /** The fields asked for, in order. What the schema needs and is not here, a maintainer fills in. */
  fields: readonly string[];
}

const forms: readonly Form[] = [
  {
    file: 'propose-a-webinar.yml',
    collection: 'webinars',
    name: 'Propose a webinar',
    description: 'Tell us of a webinar that should be on the site.',
    fields: ['title', 'summary', 'date', 'presenters', 'objectives', 'page', 'recording', 'materials', 'sources'],
  },
  {
    file: 'propose-a-publication.yml',
    collection: 'resources',
    name: 'Propose a publication',
    description: 'A report, guide, article or tool that other agencies should find here.',
    fields: ['title', 'summary', 'kind', 'origin', 'authors', 'year', 'publisher', 'url', 'doi', 'sources'],
  },
];

const formText = ({ collection, name, description, fields }: Form): string => {
  const shape = shapeOf(collection);
  const isRequired = (field: string) => Boolean(shape.required?.includes(field));
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
          ...fields.map((field) => question(field, shape.properties?.[field], isRequired(field))),
        ],
      },
      { lineWidth: 0 },
    )
  );
};

/** Path and text of each. The form for mistakes asks for no fields of an entry: it is written by hand. */
export const issueForms = (): Map<string, string> =>
  new Map(forms.map((form) => [`.github/ISSUE_TEMPLATE/${form.file}`, formText(form)]));
