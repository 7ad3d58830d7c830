/** One question of the form for each field of a schema, in Sveltia’s words (https://sveltiacms.app/en/docs/fields). */
import { wordsFor } from '../src/editors/entry-text.ts';
import type { CollectionName } from '../src/kinds/index.ts';
import type { Shape } from '../src/kinds/shape.ts';
import { fieldLabel } from '../src/lib/text.ts';

/** A question of the form, in Sveltia’s terms: what generator and format know of it. */
export interface Field {
  name: string;
  label: string;
  hint?: string;
  required: boolean;
  widget: string;
  default?: unknown;
  /** The parts of a group, or of each item of a list. */
  fields?: readonly Field[];
  /** The one part of an item that is a line of its own. */
  field?: Field;
  /** The kinds that an item may be of. */
  types?: readonly FieldType[];
  [option: string]: unknown;
}

interface FieldType {
  name: string;
  label: string;
  fields: readonly Field[];
}

/** What stands in a new entry before anything is typed. */
const first: Record<string, unknown> = { reviewed: '{{now}}', status: 'draft', draftReason: 'Being written' };

/** Where the form differs from the file. */
const help: Record<string, string> = {
  status: 'A draft is checked but not shown. What is published needs no draft reason: it is left out',
  draftReason: 'For a draft: why it is not published yet',
};

const kindsOfItem: Record<string, string> = {
  expert: 'An expert of ours',
  name: 'A person',
  given: 'A person',
  organization: 'An organization',
  affiliation: 'A university or firm',
};

const forms: Partial<Record<NonNullable<Shape['kind']>, string>> = {
  'partial-date': '2013-02-14, 2013-02 or 2013',
  'web-address': 'a whole web address that begins with https:// or http://',
};

const helpOf = (name: string, shape: Shape): string => {
  if (name in help) return help[name] ?? '';
  if (shape.references) return wordsFor(shape).replace(/^File name in .*/, 'Choose by name');
  if (shape.kind === 'file')
    return `A file of your computer: ${endingsIn(shape.pattern).replaceAll(',', ', ')}, at most 2 MB. It is laid beside the page`;
  const words = wordsFor(shape).replace(/^true (?=where|on)/, 'On ');
  return shape.kind === 'partial-date' ? `${words}: ${forms[shape.kind]}` : words;
};

/** Files lie in the folder of the entry’s name, beside it. */
export const besideEntry = { media_folder: '{{slug}}', public_folder: './{{slug}}', choose_url: false };

/** The endings in `\.(pdf|docx)$` or `\.vtt$`. */
const endingsIn = (pattern = ''): string =>
  (/\\\.\(?([\w|]+)\)?\$$/.exec(pattern)?.[1] ?? '')
    .split('|')
    .map((ending) => `.${ending}`)
    .join(',');

/** One of a list, as its button says it: “Add Strategy”, “Add Focus”. */
const oneOf = (name: string): string =>
  fieldLabel(name)
    .replace(/ies$/, 'y')
    .replace(/(?<!u)s$/, '');

const partsOf = (shape: Shape): Field[] =>
  Object.entries(shape.properties ?? {}).map(([name, part]) =>
    fieldOf(name, part, Boolean(shape.required?.includes(name))),
  );

/** An “either, or” as kinds to choose from, each named by the first part that it needs. */
const typesOf = (branches: readonly Shape[]): FieldType[] =>
  branches.map((branch) => {
    const [name = ''] = branch.required ?? [];
    return { name, label: kindsOfItem[name] ?? fieldLabel(name), fields: partsOf(branch) };
  });

const relation = (collection: CollectionName) => ({
  widget: 'relation',
  collection,
  value_field: '{{slug}}',
  display_fields: ['title'],
  search_fields: ['title'],
});

const listOf = (name: string, shape: Shape): Partial<Field> => {
  const items = shape.items ?? {};
  const min = shape.minItems === undefined ? {} : { min: shape.minItems };
  if (items.references && items.references !== 'any') return { ...relation(items.references), multiple: true, ...min };
  if (items.enum) return { widget: 'select', options: items.enum, multiple: true, ...min };
  const one = { widget: 'list', label_singular: oneOf(name), collapsed: 'auto', ...min };
  if (items.anyOf) return { ...one, typeKey: '_is', types: typesOf(items.anyOf) };
  if (items.properties) return { ...one, fields: partsOf(items) };
  return { ...one, field: { ...fieldOf('line', items, true), label: oneOf(name) } };
};

/** How a value is asked for. */
const widgetOf = (name: string, shape: Shape): Partial<Field> => {
  if (shape.type === 'array') return listOf(name, shape);
  if (shape.properties) return { widget: 'object', fields: partsOf(shape) };
  if (shape.references && shape.references !== 'any') return relation(shape.references);
  if (shape.enum) return { widget: 'select', options: shape.enum };
  if (shape.type === 'boolean' || shape.const !== undefined) return { widget: 'boolean' };
  if (shape.kind === 'day') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (shape.kind === 'file') return { widget: 'file', accept: endingsIn(shape.pattern), ...besideEntry };
  if (shape.type === 'integer' || shape.type === 'number') {
    const whole = shape.type === 'integer';
    const min = shape.minimum ?? (whole && shape.exclusiveMinimum === 0 ? 1 : undefined);
    const max = shape.maximum === Number.MAX_SAFE_INTEGER ? undefined : shape.maximum;
    return {
      widget: 'number',
      value_type: whole ? 'int' : 'float',
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    };
  }
  const pattern = shape.kind === 'web-address' ? '^https?://\\S+$' : shape.pattern;
  const form = forms[shape.kind ?? 'day'];
  return {
    widget: (shape.maxLength ?? 0) > 240 ? 'text' : 'string',
    use_emoji_autocomplete: false,
    ...(shape.maxLength !== undefined && { maxlength: shape.maxLength }),
    ...(pattern && { pattern: [pattern, form ? `Write ${form}` : wordsFor(shape)] }),
  };
};

/** The question for a field, in Sveltia’s words. */
export const fieldOf = (name: string, shape: Shape, isNeeded: boolean): Field => {
  const widget = widgetOf(name, shape);
  // A list that must stand there may yet be empty.
  const isOpenList = isNeeded && shape.type === 'array' && !shape.minItems;
  return {
    name,
    label: fieldLabel(name),
    hint: helpOf(name, shape),
    required: isNeeded && !isOpenList,
    ...(isOpenList && { default: [] }),
    ...(name in first && { default: first[name] }),
    ...widget,
  } as Field;
};
