/** An entry file: YAML frontmatter between `---` lines, then the body in MDX. */
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';

interface EntryFile {
  /** The frontmatter as plain values; undefined where the YAML does not parse. */
  data: unknown;
  body: string;
}

const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** The body alone, where the frontmatter is not wanted: quicker than parsing its YAML. */
export const bodyOfFile = (contents: string): string => {
  const text = contents.startsWith('\uFEFF') ? contents.slice(1) : contents;
  const match = fence.exec(text);
  return match?.index === 0 ? text.slice(match[0].length) : text;
};

/**
 * The values of a YAML text, or why there are none, in the parser’s words and with the offset in the text.
 * The core schema keeps dates as the text that was typed: 2013-02 must not become a number or a time.
 */
export const readYaml = (yaml: string): { values: unknown; error?: { reason: string; offset: number } } => {
  try {
    return { values: load(yaml, { schema: CORE_SCHEMA }) };
  } catch (error) {
    return error instanceof YAMLException
      ? { values: undefined, error: { reason: error.reason, offset: error.mark?.position ?? 0 } }
      : { values: undefined, error: { reason: String(error), offset: 0 } };
  }
};

/**
 * Undefined where the file does not begin with a frontmatter block.
 *
 * The checks read the same YAML with another parser, which knows lines and columns and is six times slower;
 * a test holds that the two read every entry alike.
 */
export const parseEntry = (contents: string): EntryFile | undefined => {
  const text = contents.startsWith('\uFEFF') ? contents.slice(1) : contents;
  const match = fence.exec(text);
  if (match?.index !== 0) return undefined;
  return { data: readYaml(match[1] ?? '').values, body: text.slice(match[0].length) };
};

/**
 * Whether a body needs the MDX compiler: it holds a component, an expression or an import.
 * Everything else is plain Markdown, which the same processor renders to the same HTML at a
 * quarter of the cost, because it never enters the bundler.
 */
export const usesMdx = (body: string): boolean => /[<{]|^(?:import|export)\s|^(?: {4}|\t)/m.test(body);
