/** The body of an entry as the checks need it: what stands where. Offsets are in the file. */
import Slugger from 'github-slugger';
import { compileProblems, readMarkdown, type MarkdownNode, type SyntaxProblem } from './mdx.ts';

interface Span {
  offset: number;
  end: number;
}

/** A node of the tree with its place. */
export interface BodyNode extends Span, Omit<MarkdownNode, 'children' | 'position'> {
  children: BodyNode[];
}

export interface BodyLink extends Span {
  url: string;
  label: string;
}

export interface BodyPart {
  kind: 'component' | 'tag' | 'expression' | 'module';
  name: string;
  offset: number;
  /** Of a component or tag: its properties as written; undefined where one is code. A name without a value is empty. */
  properties?: Map<string, string | undefined>;
  /** Of a component or tag: whether it holds nothing. */
  isEmpty?: boolean;
  /** Of a component or tag: whether properties are spread from code. */
  isSpread?: boolean;
}

export interface Body {
  /** Offset in the file at which the body begins. */
  start: number;
  text: string;
  problems: SyntaxProblem[];
  /** The nodes of a type, in the order of the text. */
  nodes: (...types: string[]) => BodyNode[];
  links: BodyLink[];
  images: { url: string; alt: string; offset: number }[];
  headings: { depth: number; text: string; slug: string; offset: number }[];
  parts: BodyPart[];
  /** Runs of plain text, without code. */
  texts: { value: string; offset: number }[];
}

/** The words in a node. */
export const textOf = ({ type, alt, value, children }: BodyNode): string =>
  type === 'image' ? (alt ?? '') : (value ?? children.map(textOf).join(''));

const placed = ({ position, children = [], ...node }: MarkdownNode, start: number): BodyNode => ({
  ...node,
  offset: start + (position?.start.offset ?? 0),
  end: start + (position?.end.offset ?? 0),
  children: children.map((child) => placed(child, start)),
});

/** A node and all that is in it, depth first. */
const nodesIn = (node: BodyNode): BodyNode[] => [node, ...node.children.flatMap(nodesIn)];

const attribute = (node: BodyNode, name: string): string => {
  const value = node.attributes?.find((one) => one.name === name)?.value;
  return typeof value === 'string' ? value : '';
};

/** A component or tag: `<Figure caption="…">`. */
const elementOf = ({ name, attributes = [], offset, children }: BodyNode): BodyPart => ({
  kind: /^[A-Z]/.test(name ?? '') ? 'component' : 'tag',
  name: name ?? '',
  offset,
  properties: new Map(
    attributes.flatMap(({ name: key, value }) =>
      key === undefined ? [] : [[key, typeof value === 'string' ? value : (value ?? '') === '' ? '' : undefined]],
    ),
  ),
  isEmpty: children.length === 0,
  isSpread: attributes.some((one) => one.name === undefined),
});

/** What is more than Markdown. */
const partOf = (node: BodyNode): BodyPart | [] => {
  const { type, offset } = node;
  const code = node.value ?? '';
  if (type === 'mdxjsEsm') return { kind: 'module', name: code.split('\n')[0] ?? '', offset };
  if (type.startsWith('mdxJsx')) return elementOf(node);
  // `{/* a note to the next editor */}` is the comment of MDX.
  if (!/^mdx(?:Flow|Text)Expression$/.test(type) || /^\s*\/\*[\s\S]*\*\/\s*$/.test(code)) return [];
  return { kind: 'expression', name: code, offset };
};

export const readBody = (text: string, start: number): Body => {
  const { tree, problems } = readMarkdown(text);
  const all = nodesIn(placed(tree, start));
  const nodes: Body['nodes'] = (...types) => all.filter(({ type }) => types.includes(type));
  const elements = (name: string) =>
    nodes('mdxJsxFlowElement', 'mdxJsxTextElement').filter((element) => element.name === name);

  const slugger = new Slugger();
  /** Addresses that stand apart, by their name: `[1]: https://…`. */
  const definitions = new Map(nodes('definition').map(({ identifier, url }) => [identifier, url]));
  const urlOf = ({ type, url, identifier }: BodyNode): string =>
    (type.endsWith('Reference') ? definitions.get(identifier) : url) ?? '';
  const linkOf = (node: BodyNode, url: string): BodyLink => ({
    url,
    label: textOf(node),
    offset: node.offset,
    end: node.end,
  });
  const parts = all.flatMap(partOf);
  // What is read as code is compiled too: the build does, and would stop without a word on the place.
  const found = problems.length === 0 && parts.length > 0 ? compileProblems(text) : problems;
  return {
    start,
    text,
    problems: found.map(({ offset, message }) => ({ offset: offset + start, message })),
    nodes,
    links: [
      ...nodes('link', 'linkReference').map((node) => linkOf(node, urlOf(node))),
      ...elements('a').map((node) => linkOf(node, attribute(node, 'href'))),
    ],
    images: [
      ...nodes('image', 'imageReference').map((node) => ({
        url: urlOf(node),
        alt: node.alt ?? '',
        offset: node.offset,
      })),
      ...elements('img').map((node) => ({
        url: attribute(node, 'src'),
        alt: attribute(node, 'alt'),
        offset: node.offset,
      })),
    ],
    headings: nodes('heading').map((node) => {
      const words = textOf(node);
      return { depth: node.depth ?? 2, text: words, slug: slugger.slug(words), offset: node.offset };
    }),
    parts,
    texts: nodes('text').map(({ value, offset }) => ({ value: value ?? '', offset })),
  };
};
