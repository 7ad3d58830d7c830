/**
 * A body as a syntax tree of Markdown. A syntax error of MDX does not end the reading: the character at fault is put
 * aside and the rest is read on, so that all errors show at once.
 */
import { linesOf } from '../../lib/text.ts';
import { markdownToMdast, mdxToJs, mdxToMdast } from 'satteri';

/** As much of a node as is read here. */
export interface MarkdownNode {
  type: string;
  value?: string | null;
  url?: string;
  alt?: string | null;
  depth?: number;
  name?: string | null;
  identifier?: string;
  /** Of a list. */
  ordered?: boolean;
  start?: number | null;
  /** Of an item of a task list. */
  checked?: boolean | null;
  attributes?: { name?: string; value?: unknown }[];
  children?: MarkdownNode[];
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } };
}

export interface SyntaxProblem {
  offset: number;
  message: string;
}

const maximumProblems = 20;

/** Offset of a 1-based line and column. */
const offsetAt = (text: string, line: number, column: number): number => {
  const before = linesOf(text)
    .slice(0, line - 1)
    .join('');
  return Math.min(before.length + column - 1, Math.max(0, text.length - 1));
};

/** The `<` or `{` that an error at an offset is about: there, or the nearest one before. */
const culprit = (text: string, offset: number): number => {
  const before = Math.max(text.lastIndexOf('<', offset), text.lastIndexOf('{', offset));
  return before >= 0 ? before : text.search(/[<{]/);
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const readMarkdown = (text: string): { tree: MarkdownNode; problems: SyntaxProblem[] } => {
  const problems: SyntaxProblem[] = [];
  let patched = text;
  while (problems.length < maximumProblems) {
    try {
      return { tree: mdxToMdast(patched) as MarkdownNode, problems };
    } catch (error) {
      const message = messageOf(error);
      const [, line = '1', column = '1', words = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
      const reported = offsetAt(patched, Number(line), Number(column));
      let at = culprit(patched, reported);
      // A line that begins with “import” or “export” is read as code.
      if (at < 0) at = /^(?:import|export)\s/m.exec(patched)?.index ?? -1;
      problems.push({ offset: at < 0 ? reported : at, message: words });
      if (at < 0) break;
      // The same length, so that every later offset stays true.
      const closed = patched.slice(at).replace(/^(<(?:https?:|www\.)[^\s<>]*)>/, '$1 ');
      patched = `${patched.slice(0, at)}·${closed.slice(1)}`;
    }
  }
  return { tree: markdownToMdast(text) as MarkdownNode, problems };
};

/** What the compiler of MDX says against a text that was read without a problem. */
export const compileProblems = (text: string): SyntaxProblem[] => {
  try {
    mdxToJs(text);
    return [];
  } catch (error) {
    const message = messageOf(error);
    const [, line = '1', column = '1'] = /(\d+):(\d+)/.exec(message) ?? [];
    return [{ offset: offsetAt(text, Number(line), Number(column)), message }];
  }
};
