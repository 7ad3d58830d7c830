/**
 * What the form asks, made from the schemas in `src/kinds/` each time the editor is built: it cannot grow stale. The words
 * are Sveltia’s (https://sveltiacms.app/en/docs/fields), the questions, helps and limits the schemas’.
 */
import { fieldOrder } from '../src/editors/entry-text.ts';
import { wordsFor } from '../src/editors/words.ts';
import { collectionNames, kinds, type CollectionName } from '../src/kinds/index.ts';
import { shapeOf, type Shape } from '../src/kinds/shape.ts';
import { fieldLabel } from '../src/lib/text.ts';
import { site } from '../src/site.ts';
import type { Field, FieldType } from './field.ts';

/** Bytes; what the checks allow of slides. */
const maximumFile = 2_000_000;

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
    return `A file of your computer: ${endingsIn(shape.pattern)}, at most 2 MB. It is laid beside the page`;
  const words = wordsFor(shape).replace(/^true (?=where|on)/, 'On ');
  return shape.kind === 'partial-date' ? `${words}: ${forms[shape.kind]}` : words;
};

/** What is in the folder of an entry’s name, beside it. */
const besideEntry = { media_folder: '{{slug}}', public_folder: './{{slug}}', choose_url: false };

/** The endings in `\.(pdf|docx)$` or `\.vtt$`. */
const endingsIn = (pattern = ''): string =>
  (/\\\.\(?([\w|]+)\)?\$$/.exec(pattern)?.[1] ?? '')
    .split('|')
    .map((ending) => `.${ending}`)
    .join(',');

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
  const one = { widget: 'list', label_singular: fieldLabel(name).replace(/s$/, ''), collapsed: 'auto', ...min };
  if (items.anyOf) return { ...one, typeKey: '_is', types: typesOf(items.anyOf) };
  if (items.properties) return { ...one, fields: partsOf(items) };
  return { ...one, field: { ...fieldOf('line', items, true), label: fieldLabel(name).replace(/s$/, '') } };
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
    const min = shape.minimum ?? (shape.exclusiveMinimum === undefined ? undefined : shape.exclusiveMinimum + 1);
    return {
      widget: 'number',
      value_type: shape.type === 'integer' ? 'int' : 'float',
      ...(min !== undefined && shape.type === 'integer' && { min }),
      ...(shape.type === 'number' && shape.minimum !== undefined && { min: shape.minimum }),
      ...(shape.maximum !== undefined && shape.maximum < Number.MAX_SAFE_INTEGER && { max: shape.maximum }),
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

const fieldOf = (name: string, shape: Shape, isNeeded: boolean): Field => {
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

/** Sveltia takes help for Markdown: what is shown as it is written must not be read as such. */
const literal = (words: string): string => words.replace(/[<>[\]*_`]/g, (sign) => `&#${sign.codePointAt(0)};`);

const bodyHelp = literal(
  'The page’s text, in Markdown: “## ” begins a heading, “- ” an item of a list; [words](/webinars/) is a link; ![what it shows](./name-of-the-page/chart.png) a picture; [^1] a footnote. Besides: <Notice lead="Before you quote this."> and <Figure caption="What it shows" source="Who says so">, each closed with </Notice> or </Figure>, with an empty line inside at both ends. Write \\< and \\{ for the signs < and {.',
);

const collectionOf = (name: CollectionName) => {
  const shape = shapeOf(name);
  const fields = fieldOrder(shape).flatMap((field) => {
    const part = shape.properties?.[field];
    return part ? [fieldOf(field, part, Boolean(shape.required?.includes(field)))] : [];
  });
  return {
    name,
    label: kinds[name].many,
    label_singular: kinds[name].one,
    folder: `content/${name}`,
    // The format of that name: ours, format.ts.
    format: name,
    identifier_field: 'title',
    slug: { template: '{{title}}', editable: ['create'] },
    delete: false,
    media_folder: '{{slug}}',
    public_folder: './{{slug}}',
    sortable_fields: ['title', 'reviewed'],
    // It would show the fields one by one, not the page.
    editor: { preview: false },
    view_filters: [{ label: 'Drafts', field: 'status', pattern: 'draft' }],
    fields: [
      ...fields,
      {
        name: '_pictures',
        label: 'Pictures for the text',
        hint: 'Laid beside the page; name them in the text as ./name-of-the-page/name-of-the-picture.png. WebP, PNG or JPEG, at most 1 MB',
        required: false,
        widget: 'image',
        multiple: true,
        ...besideEntry,
      },
      {
        name: 'body',
        label: 'Text',
        hint: name === 'topics' ? 'Leave it empty: a topic is told in its fields' : bodyHelp,
        required: false,
        widget: 'text',
        use_emoji_autocomplete: false,
      },
    ],
  };
};

/** “owner/name” of a repository on GitHub; undefined where there is none. */
export const repositoryIn = (address = ''): string | undefined =>
  /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address)?.[1];

/** @param repository “owner/name” on GitHub. */
export const editorConfig = (repository: string) => ({
  load_config_file: false,
  backend: {
    name: 'github',
    repo: repository,
    branch: site.branch,
    // A person who may not write gets a fork, and the proposal comes from there.
    open_authoring: true,
    auth_scope: 'public_repo',
  },
  publish_mode: 'editorial_workflow',
  app_title: `${site.name}: editor`,
  site_url: site.address,
  show_preview_links: true,
  issue_reports: { url: `https://github.com/${repository}/issues/new` },
  media_folder: 'content',
  media_libraries: {
    default: { config: { max_file_size: maximumFile, slugify_filename: true } },
    stock_assets: { providers: [] },
  },
  slug: { encoding: 'ascii', clean_accents: true, maxlength: 80 },
  output: { omit_empty_optional_fields: false },
  collections: collectionNames.map(collectionOf),
});
