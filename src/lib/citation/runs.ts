/** A citation as text of which some parts are set in italics. */
type Run = string | { italic: string };
export type Runs = Run[];

export const plainText = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.italic)).join('');

/** Ends a sentence with a period, unless it ends with a mark of its own; American usage puts it before a closing quotation mark. */
export const closed = (text: string): string => {
  if (/[.?!]['”’"]*$/.test(text)) return text;
  return text.endsWith('”') ? `${text.slice(0, -1)}.”` : `${text}.`;
};

/** The same for a part in italics: a period of ours stands outside them, unless a quotation mark takes it in. */
export const closedItalic = (text: string): Runs => {
  const full = closed(text);
  return full === `${text}.` ? [{ italic: text }, '.'] : [{ italic: full }];
};

/** Neighbors of one kind made one, the end without spaces. */
export const joined = (runs: readonly Run[]): Runs => {
  const result: Runs = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (typeof run === 'string' && typeof last === 'string') result[result.length - 1] = last + run;
    else if (run !== '') result.push(run);
  }
  const last = result.at(-1);
  if (typeof last === 'string') result[result.length - 1] = last.trimEnd();
  return result;
};
