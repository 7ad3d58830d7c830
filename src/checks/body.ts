/**
 * The body of an entry as the checks need it: what stands where. A syntax error does not end the
 * reading: the character at fault is put aside and the rest is read on, so all errors show at once.
 */
import Slugger from 'github-slugger';
import { markdownToMdast, mdxToMdast } from 'satteri';

interface BodyLink {
  url: string;
  label: string;
  offset: number;
  end: number;
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

export interface BodyPart {
  kind: 'component' | 'tag' | 'expression' | 'module';
  name: string;
  offset: number;
  /** Of a component or tag: the names of its properties; undefined where they are spread from code. */
  properties?: string[];
}

export interface Body {
  /** Offset in the file at which the body begins. */
  start: number;
  text: string;
  problems: { offset: number; message: string }[];
  links: BodyLink[];
  images: BodyImage[];
  headings: BodyHeading[];
  parts: BodyPart[];
  /** Runs of plain text, without code. */
  texts: { value: string; offset: number }[];
  /** All words, for looking things up. */
  words: string;
}

/** As much of a syntax tree node as is read here. */
interface MarkdownNode {
  type: string;
  value?: string | null;
  url?: string;
  alt?: string | null;
  depth?: number;
  name?: string | null;
  identifier?: string;
  attributes?: { name?: string; value?: unknown }[];
  children?: MarkdownNode[];
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } };
}

const maximumProblems = 20;

/** Offset of a 1-based line and column. */
const offsetAt = (text: string, line: number, column: number): number => {
  let offset = 0;
  for (let index = 1; index < line; index += 1) {
    const next = text.indexOf('\n', offset);
    if (next < 0) break;
    offset = next + 1;
  }
  return Math.min(offset + column - 1, Math.max(0, text.length - 1));
};

/** The `<` or `{` that an error at an offset is about: there, or the nearest one before. */
const culprit = (text: string, offset: number): number => {
  for (let at = offset; at >= 0; at -= 1) if (text[at] === '<' || text[at] === '{') return at;
  for (let at = offset; at < text.length; at += 1) if (text[at] === '<' || text[at] === '{') return at;
  return -1;
};

const parse = (text: string): { tree: MarkdownNode; problems: Body['problems'] } => {
  const problems: Body['problems'] = [];
  let patched = text;
  while (problems.length < maximumProblems) {
    try {
      return { tree: mdxToMdast(patched) as MarkdownNode, problems };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const [, line = '1', column = '1', words = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
      const reported = offsetAt(patched, Number(line), Number(column));
      let at = culprit(patched, reported);
      if (/^import\s|^export\s/m.test(patched) && at < 0) {
        // A line that begins with “import” or “export” is read as code.
        at = /^(?:import|export)\s/m.exec(patched)?.index ?? -1;
      }
      problems.push({ offset: at < 0 ? reported : at, message: words });
      if (at < 0) break;
      // The same length, so that every later offset stays true.
      patched = `${patched.slice(0, at)}·${patched.slice(at + 1)}`;
    }
  }
  return { tree: markdownToMdast(text) as MarkdownNode, problems };
};

const textOf = (node: MarkdownNode): string =>
  node.type === 'image' ? (node.alt ?? '') : (node.children?.map(textOf).join('') ?? node.value ?? '');

export const readBody = (text: string, start: number): Body => {
  const { tree, problems } = parse(text);
  const body: Body = {
    start,
    text,
    problems: problems.map(({ offset, message }) => ({ offset: offset + start, message })),
    links: [],
    images: [],
    headings: [],
    parts: [],
    texts: [],
    words: '',
  };
  const slugger = new Slugger();
  const definitions = new Map<string, string>();
  const collect = (node: MarkdownNode): void => {
    if (node.type === 'definition' && node.identifier) definitions.set(node.identifier, node.url ?? '');
    node.children?.forEach(collect);
  };
  collect(tree);

  const attribute = (node: MarkdownNode, name: string): string => {
    const value = node.attributes?.find((one) => one.name === name)?.value;
    return typeof value === 'string' ? value : '';
  };
  const words: string[] = [];

  const walk = (node: MarkdownNode): void => {
    const offset = start + (node.position?.start.offset ?? 0);
    const end = start + (node.position?.end.offset ?? 0);
    switch (node.type) {
      case 'heading': {
        const label = textOf(node);
        body.headings.push({ depth: node.depth ?? 2, text: label, slug: slugger.slug(label), offset });
        break;
      }
      case 'link':
        body.links.push({ url: node.url ?? '', label: textOf(node), offset, end });
        break;
      case 'linkReference':
        body.links.push({ url: definitions.get(node.identifier ?? '') ?? '', label: textOf(node), offset, end });
        break;
      case 'image':
        body.images.push({ url: node.url ?? '', alt: node.alt ?? '', offset });
        break;
      case 'imageReference':
        body.images.push({ url: definitions.get(node.identifier ?? '') ?? '', alt: node.alt ?? '', offset });
        break;
      case 'text':
        body.texts.push({ value: node.value ?? '', offset });
        words.push(node.value ?? '');
        break;
      case 'inlineCode':
      case 'code':
        words.push(node.value ?? '');
        break;
      case 'mdxjsEsm':
        body.parts.push({ kind: 'module', name: (node.value ?? '').split('\n')[0] ?? '', offset });
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        // `{/* a note to the next editor */}` is the comment of MDX.
        if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? ''))
          body.parts.push({ kind: 'expression', name: node.value ?? '', offset });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const name = node.name ?? '';
        if (name === 'a') body.links.push({ url: attribute(node, 'href'), label: textOf(node), offset, end });
        else if (name === 'img') body.images.push({ url: attribute(node, 'src'), alt: attribute(node, 'alt'), offset });
        body.parts.push({
          kind: /^[A-Z]/.test(name) ? 'component' : 'tag',
          name,
          offset,
          properties: (node.attributes ?? []).flatMap((one) => one.name ?? []),
        });
        break;
      }
    }
    node.children?.forEach(walk);
  };
  walk(tree);
  body.words = words.join(' ');
  return body;
};
