/** An entry file: YAML frontmatter between `---` lines, then the body in MDX. */
import { LineCounter, parseDocument, type Document } from 'yaml';

export interface EntryFile {
  /** The frontmatter as plain values; undefined where the YAML does not parse. */
  data: unknown;
  document: Document;
  /** Line and column, 1-based and counted in the whole file, of an offset in the frontmatter. */
  positionOf: (offset: number) => { line: number; column: number };
  body: string;
  /** Line of the file on which the body begins, 1-based. */
  bodyLine: number;
}

const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** The body alone, where the frontmatter is not wanted: quicker than parsing its YAML. */
export const bodyOfFile = (contents: string): string => {
  const text = contents.startsWith('\uFEFF') ? contents.slice(1) : contents;
  const match = fence.exec(text);
  return match?.index === 0 ? text.slice(match[0].length) : text;
};

/** Undefined where the file does not begin with a frontmatter block. */
export const parseEntry = (contents: string): EntryFile | undefined => {
  const text = contents.startsWith('\uFEFF') ? contents.slice(1) : contents;
  const match = fence.exec(text);
  if (match?.index !== 0) return undefined;
  const yaml = match[1] ?? '';
  const lineCounter = new LineCounter();
  // The core schema keeps dates as the text that was typed: 2013-02 must not become a number or a time.
  const document = parseDocument(yaml, { lineCounter, schema: 'core' });
  const body = text.slice(match[0].length);
  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    document,
    positionOf: (offset) => {
      const { line, col } = lineCounter.linePos(offset);
      return { line: line + 1, column: col };
    },
    body,
    bodyLine: match[0].split('\n').length,
  };
};

/**
 * Whether a body needs the MDX compiler: it holds a component, an expression or an import.
 * Everything else is plain Markdown, which the same processor renders to the same HTML at a
 * quarter of the cost, because it never enters the bundler.
 */
export const usesMdx = (body: string): boolean => /[<{]|^(?:import|export)\s|^(?: {4}|\t)/m.test(body);
