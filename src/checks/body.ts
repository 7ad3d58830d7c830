/**
 * The body of an entry as the checks need it: what stands where. A syntax error does not end the
 * reading: the character at fault is put aside and the rest is read on, so all errors show at once.
 */
import Slugger from 'github-slugger';
import { markdownToMdast, mdxToJs, mdxToMdast } from 'satteri';

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
  /** Of a component or tag: its properties as written; undefined where one is code. A name without a value is empty. */
  properties?: Map<string, string | undefined>;
  /** Of a component or tag: whether properties are spread from code. */
  isSpread?: boolean;
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
  /** Tables that were read as such. */
  tables: { offset: number; end: number }[];
  /** Paragraphs that are bold as a whole. */
  boldLines: { text: string; offset: number }[];
  footnotes: { id: string; offset: number; isNote: boolean }[];
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

/** What the compiler of MDX says against a body, if anything. */
const compileProblems = (text: string, start: number): Body['problems'] => {
  try {
    mdxToJs(text);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1'] = /(\d+):(\d+)/.exec(message) ?? [];
    return [{ offset: start + offsetAt(text, Number(line), Number(column)), message }];
  }
};

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
    tables: [],
    boldLines: [],
    footnotes: [],
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
      case 'table':
        body.tables.push({ offset, end });
        break;
      case 'paragraph': {
        const [only, ...more] = node.children ?? [];
        if (only?.type === 'strong' && more.length === 0) body.boldLines.push({ text: textOf(only), offset });
        break;
      }
      case 'footnoteReference':
      case 'footnoteDefinition':
        body.footnotes.push({ id: node.identifier ?? '', offset, isNote: node.type === 'footnoteDefinition' });
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
          properties: new Map(
            (node.attributes ?? []).flatMap(({ name: key, value }) =>
              key === undefined
                ? []
                : [[key, value === null || value === undefined ? '' : typeof value === 'string' ? value : undefined]],
            ),
          ),
          isSpread: (node.attributes ?? []).some((one) => one.name === undefined),
        });
        break;
      }
    }
    node.children?.forEach(walk);
  };
  walk(tree);
  body.words = words.join(' ');
  // What is read as code is compiled too: the build does, and would stop without a word on the place.
  if (body.parts.length > 0 && body.problems.length === 0) body.problems.push(...compileProblems(text, start));
  return body;
};
