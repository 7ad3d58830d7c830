/** Asks for one field until the answer holds, or is left blank. */
import type { Shape } from '../kinds/shape.ts';
import { capitalized } from '../lib/text.ts';
import { answerKind, optionLabel, sourceParts, type AnswerKind, type Choice, type Reading } from './answers.ts';
import { questionOf } from './questions.ts';
import { Back, type Terminal } from './terminal.ts';

interface Question {
  name: string;
  shape: Shape;
  isNeeded: boolean;
  /** What Enter alone means. */
  otherwise?: string | undefined;
  read: (text: string) => Reading;
  /** What the check says to the field with this reading. */
  complaints: (reading: Reading) => string[];
}

const say = (words: string): void => console.log(words);

/** Options or entries to pick from by number. */
const showList = (list: readonly { id: string; title: string }[]): void =>
  list.forEach(({ id, title }, index) =>
    say(`  ${String(index + 1).padStart(2)}  ${title}${title === id ? '' : `  (${id})`}`),
  );

/** Asks for what a source still lacks; the whole as “Title | Publisher | address”. */
const completeSource = async (terminal: Terminal, text: string): Promise<string> => {
  if (text.includes(';')) return text;
  let { title, publisher, url } = sourceParts(text);
  while (!title) title = await terminal.ask('  Title of that page or document > ');
  while (!publisher) publisher = await terminal.ask('  Who published it > ');
  url ??= await terminal.ask('  Its address at the publisher (Enter if only someone else’s copy is known) > ');
  return [title, publisher, ...(url ? [url] : [])].join(' | ');
};

/** Questions within a question: “back” in them returns to its beginning, as undefined. */
const inner = async <Value>(ask: () => Promise<Value>): Promise<Value | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Back) return undefined;
    throw error;
  }
};

const isRecord = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null;

/** Asks for the role of each person who came without one. */
const askRoles = async (terminal: Terminal, value: unknown): Promise<unknown> => {
  const persons: unknown[] = [];
  for (const person of Array.isArray(value) ? value : []) {
    if (!isRecord(person) || person['role']) {
      persons.push(person);
      continue;
    }
    const role = await terminal.ask(
      `  Role of ${person['name'] ?? (person['expert'] ?? '').split('-').map(capitalized).join(' ')} at the time, such as Moderator (Enter to leave out) > `,
    );
    const { name, expert, affiliation } = person;
    persons.push({
      ...(expert ? { expert } : {}),
      ...(name ? { name } : {}),
      ...(role ? { role } : {}),
      ...(affiliation ? { affiliation } : {}),
    });
  }
  return persons;
};

/** In these, each part between semicolons is an answer of its own: one that is unclear does not undo the others. */
const inParts: ReadonlySet<AnswerKind> = new Set(['references', 'options', 'persons', 'authors', 'partners']);

/** One answer; undefined for Enter. Numbers pick from what was last shown. */
const askOnce = async (
  terminal: Terminal,
  question: Question,
  prompt: string,
  isFirst: boolean,
  before: readonly unknown[],
): Promise<Reading | undefined> => {
  const { shape, read, complaints, otherwise } = question;
  const kind = answerKind(shape);
  const options = (kind === 'design' ? shape.properties?.['kind'] : kind === 'options' ? shape.items : shape)?.enum;
  const fixed: Choice[] | undefined =
    options && options.length < 20
      ? options.map((option) => ({ id: option, title: optionLabel(option), also: '' }))
      : undefined;
  if (fixed && isFirst) showList(fixed);
  const all: Reading = { value: undefined, also: {}, notes: [], problems: [], copies: [] };
  const parts: string[] = [];
  let choices: readonly Choice[] = fixed ?? [];
  let here = prompt;
  for (;;) {
    let typed = parts.shift();
    if (typed === undefined) {
      const line = (await terminal.ask(here)) || (here === prompt && isFirst ? (otherwise ?? '') : '');
      // Enter leaves out what was unclear, and what was clear stays.
      if (line === '') return all.value === undefined ? undefined : all;
      const [first = line, ...rest] = inParts.has(kind) ? line.split(/\s*;\s*/).filter(Boolean) : [line];
      parts.push(...rest);
      typed = first;
    }
    typed = (/^\d+$/.test(typed) ? choices[Number(typed) - 1]?.id : undefined) ?? typed;
    const reading = await inner(async () => {
      const one = read(kind === 'sources' ? await completeSource(terminal, typed) : typed);
      if (kind !== 'persons' || one.problems.length > 0) return one;
      one.notes.forEach((note) => say(`  ${note}`));
      return { ...one, notes: [], value: await askRoles(terminal, one.value) };
    });
    if (!reading) {
      here = prompt;
      continue;
    }
    const soFar = Array.isArray(all.value) ? (all.value as unknown[]) : [];
    const value = Array.isArray(reading.value) ? [...soFar, ...(reading.value as unknown[])] : reading.value;
    const whole = Array.isArray(value) ? [...before, ...(value as unknown[])] : value;
    const wrong =
      reading.problems.length > 0
        ? reading.problems.map(({ words }) => words)
        : complaints({ ...reading, value: whole });
    if (wrong.length > 0) {
      wrong.forEach((words) => say(`  ${words}`));
      const found = reading.problems.find((problem) => problem.choices)?.choices;
      if (found) showList(found);
      choices = found ?? fixed ?? [];
      here = found ? '  Its number, or another word > ' : '  Again > ';
      // The unclear part is asked for at once; the parts behind it wait.
      const waiting = parts.splice(0);
      if (waiting.length > 0) {
        const again = await terminal.ask(here);
        parts.push(...(again === '' ? [] : [again]), ...waiting);
      }
      continue;
    }
    reading.notes.forEach((note) => say(`  ${note}`));
    all.value = value;
    all.copies.push(...reading.copies);
    Object.assign(all.also, reading.also);
    choices = fixed ?? [];
    if (parts.length === 0) return all;
  }
};

/** The field’s value; undefined where it is left blank. Throws Back for the question before. */
export const askField = async (terminal: Terminal, question: Question): Promise<Reading | undefined> => {
  const { name, shape, isNeeded, otherwise } = question;
  for (;;) {
    say(`\n${questionOf(name, shape, isNeeded)}${otherwise === undefined ? '' : ` Enter for “${otherwise}”.`}`);
    const all: Reading = { value: undefined, also: {}, notes: [], problems: [], copies: [] };
    const items: unknown[] = [];
    try {
      for (;;) {
        const isFirst = all.value === undefined;
        const reading = await askOnce(
          terminal,
          question,
          isFirst ? '> ' : '  Another, or Enter to go on > ',
          isFirst,
          items,
        );
        if (!reading) break;
        all.copies.push(...reading.copies);
        Object.assign(all.also, reading.also);
        if (!Array.isArray(reading.value)) return { ...all, value: reading.value };
        for (const item of reading.value as unknown[])
          if (!items.some((one) => JSON.stringify(one) === JSON.stringify(item))) items.push(item);
        all.value = items;
      }
    } catch (error) {
      // “back” inside a list begins the list anew; at its beginning it is the question before.
      if (error instanceof Back && all.value !== undefined) continue;
      throw error;
    }
    if (all.value === undefined && isNeeded) say('  Left blank; you find it in the list at the end.');
    return all.value === undefined ? undefined : all;
  }
};
