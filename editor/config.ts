/**
 * What the form asks, made from the schemas in `src/kinds/` each time the editor is built: it cannot grow stale. Sveltia’s
 * words for it: https://sveltiacms.app/en/docs/config-basics.
 */
import { fieldOrder } from '../src/editors/entry-text.ts';
import { collectionNames, kinds, type CollectionName } from '../src/kinds/index.ts';
import { shapeOf } from '../src/kinds/shape.ts';
import { site } from '../src/site.ts';
import { besideEntry, fieldOf } from './field.ts';

/** Bytes; what the checks allow of slides. */
const maximumFile = 2_000_000;

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
