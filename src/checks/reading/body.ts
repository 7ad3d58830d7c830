/** The body of an entry as the checks need it: what stands where. Offsets are in the file. */
import Slugger from 'github-slugger';
import { compileProblems, readMarkdown, type MarkdownNode, type SyntaxProblem } from './mdx.ts';

interface Span {
  offset: number;
  end: number;
}

export interface BodyLink extends Span {
  url: string;
  label: string;
}

interface BodyImage {
  url: string;
  alt: string;
  offset: number;
}

interface BodyHeading {
  depth: number;
  text: string;
  slug: string;
  offset: number;
}

export interface BodyList extends Span {
  /** The number of the first item; undefined where the items have none. */
  start: number | undefined;
  items: { offset: number; text: string; /** Whether a box to tick stands in front. */ isTask: boolean }[];
}

export interface BodyPart {
  kind: 'component' | 'tag' | 'expression' | 'module';
  name: string;
  offset: number;
  /** Of a component or tag: its properties as written; undefined where one is code. A name without a value is empty. */
  properties?: Map<string, string | undefined>;
  /** Of a component or tag: whether properties are spread from code. */
  isSpread?: boolean;
}

export interface Body {
  /** Offset in the file at which the body begins. */
  start: number;
  text: string;
  problems: SyntaxProblem[];
  links: BodyLink[];
  images: BodyImage[];
  headings: BodyHeading[];
  parts: BodyPart[];
  /** Tables that were read as such. */
  tables: Span[];
  /** Paragraphs that are bold as a whole. */
  boldLines: { text: string; offset: number }[];
  footnotes: { id: string; offset: number; isNote: boolean }[];
  lists: BodyList[];
  blockquotes: (Span & { text: string })[];
  /** Words in italics. */
  emphases: (Span & { text: string })[];
  /** Words struck out. */
  strikes: (Span & { text: string })[];
  /** Blocks of code. */
  codes: (Span & { value: string })[];
  /** Runs of plain text, without code. */
  texts: { value: string; offset: number }[];
  /** All words, for looking things up. */
  words: string;
}

const textOf = (node: MarkdownNode): string =>
  node.type === 'image' ? (node.alt ?? '') : (node.children?.map(textOf).join('') ?? node.value ?? '');

const attribute = (node: MarkdownNode, name: string): string => {
  const value = node.attributes?.find((one) => one.name === name)?.value;
  return typeof value === 'string' ? value : '';
};

/** A component or tag: `<Figure caption="…">`. */
const partOf = (node: MarkdownNode, offset: number): BodyPart => {
  const attributes = node.attributes ?? [];
  const name = node.name ?? '';
  return {
    kind: /^[A-Z]/.test(name) ? 'component' : 'tag',
    name,
    offset,
    properties: new Map(
      attributes.flatMap(({ name: key, value }) =>
        key === undefined ? [] : [[key, typeof value === 'string' ? value : (value ?? '') === '' ? '' : undefined]],
      ),
    ),
    isSpread: attributes.some((one) => one.name === undefined),
  };
};

/** Puts a node into the body; what is of no interest is passed over. */
type See = (node: MarkdownNode, at: Span, body: Body) => void;

/** By type of node. `slug` makes the address of a heading; `urlOf` finds the address of a reference. */
const readers = (slug: (text: string) => string, urlOf: (node: MarkdownNode) => string): Record<string, See> => {
  const footnote: See = (node, { offset }, body) =>
    body.footnotes.push({ id: node.identifier ?? '', offset, isNote: node.type === 'footnoteDefinition' });
  const link: See = (node, at, body) => body.links.push({ url: urlOf(node), label: textOf(node), ...at });
  const image: See = (node, { offset }, body) => body.images.push({ url: urlOf(node), alt: node.alt ?? '', offset });
  const expression: See = (node, { offset }, body) => {
    // `{/* a note to the next editor */}` is the comment of MDX.
    if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? ''))
      body.parts.push({ kind: 'expression', name: node.value ?? '', offset });
  };
  const tag: See = (node, at, body) => {
    if (node.name === 'a') body.links.push({ url: attribute(node, 'href'), label: textOf(node), ...at });
    if (node.name === 'img')
      body.images.push({ url: attribute(node, 'src'), alt: attribute(node, 'alt'), offset: at.offset });
    body.parts.push(partOf(node, at.offset));
  };
  return {
    heading: (node, { offset }, body) => {
      const text = textOf(node);
      body.headings.push({ depth: node.depth ?? 2, text, slug: slug(text), offset });
    },
    link,
    linkReference: link,
    image,
    imageReference: image,
    table: (_, at, body) => body.tables.push(at),
    paragraph: (node, { offset }, body) => {
      const [only, ...more] = node.children ?? [];
      if (only?.type === 'strong' && more.length === 0) body.boldLines.push({ text: textOf(only), offset });
    },
    footnoteReference: footnote,
    footnoteDefinition: footnote,
    list: (node, at, body) =>
      body.lists.push({
        ...at,
        start: node.ordered ? (node.start ?? 1) : undefined,
        items: (node.children ?? []).map((item) => ({
          offset: body.start + (item.position?.start.offset ?? 0),
          text: textOf(item),
          isTask: typeof item.checked === 'boolean',
        })),
      }),
    blockquote: (node, at, body) => body.blockquotes.push({ ...at, text: textOf(node) }),
    emphasis: (node, at, body) => body.emphases.push({ ...at, text: textOf(node) }),
    delete: (node, at, body) => body.strikes.push({ ...at, text: textOf(node) }),
    text: (node, { offset }, body) => body.texts.push({ value: node.value ?? '', offset }),
    code: (node, at, body) => body.codes.push({ ...at, value: node.value ?? '' }),
    mdxjsEsm: (node, { offset }, body) =>
      body.parts.push({ kind: 'module', name: (node.value ?? '').split('\n')[0] ?? '', offset }),
    mdxFlowExpression: expression,
    mdxTextExpression: expression,
    mdxJsxFlowElement: tag,
    mdxJsxTextElement: tag,
  };
};

/** Addresses that stand apart, by their name: `[1]: https://…`. */
const definitionsIn = (node: MarkdownNode): [string, string][] => [
  ...(node.type === 'definition' && node.identifier ? [[node.identifier, node.url ?? ''] as [string, string]] : []),
  ...(node.children ?? []).flatMap(definitionsIn),
];

export const readBody = (text: string, start: number): Body => {
  const { tree, problems } = readMarkdown(text);
  const body: Body = {
    start,
    text,
    problems: [],
    links: [],
    images: [],
    headings: [],
    parts: [],
    tables: [],
    boldLines: [],
    footnotes: [],
    lists: [],
    blockquotes: [],
    emphases: [],
    strikes: [],
    codes: [],
    texts: [],
    words: '',
  };
  const slugger = new Slugger();
  const definitions = new Map(definitionsIn(tree));
  const see = readers(
    (words) => slugger.slug(words),
    ({ type, url, identifier }) =>
      type.endsWith('Reference') ? (definitions.get(identifier ?? '') ?? '') : (url ?? ''),
  );
  const words: string[] = [];
  const walk = (node: MarkdownNode): void => {
    const { start: from, end } = node.position ?? {};
    see[node.type]?.(node, { offset: start + (from?.offset ?? 0), end: start + (end?.offset ?? 0) }, body);
    if (['text', 'inlineCode', 'code'].includes(node.type)) words.push(node.value ?? '');
    node.children?.forEach(walk);
  };
  walk(tree);
  body.words = words.join(' ');
  // What is read as code is compiled too: the build does, and would stop without a word on the place.
  const all = problems.length === 0 && body.parts.length > 0 ? compileProblems(text) : problems;
  body.problems = all.map(({ offset, message }) => ({ offset: offset + start, message }));
  return body;
};
