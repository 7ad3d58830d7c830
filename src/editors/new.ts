/**
 * `npm run new`: asks a few questions and writes a correct new entry, with the next steps in it as comments.
 * Flags answer questions beforehand: they are read by the same code. `npm run new -- --help` lists them.
 * A file that exists is never written over.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findFaults } from '../checks/find.ts';
import { collectionLabels } from '../lib/labels.ts';
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { fieldLabel, slugOf } from '../lib/text.ts';
import { collectionNames, slugPattern, type CollectionName } from '../kinds/fields.ts';
import { isAddress, readAnswer, type Choice, type Known, type Reading } from './answers.ts';
import { askField } from './ask.ts';
import { readArguments, stop } from './arguments.ts';
import { aboutNotes, entryText, fieldOrder } from './entry-text.ts';
import { help } from './help.ts';
import type { Expert } from './people.ts';
import { collectionMeant, collectionNamed, defaultOf, fieldsAsked } from './questions.ts';
import { Back, openTerminal } from './terminal.ts';
import { messageOf, type Fault } from '../checks/finding.ts';
import { readEntry } from '../checks/reading/entry.ts';
import { readProject, withChanges } from '../checks/reading/project.ts';
import { rules, type RuleId } from '../checks/rules/index.ts';
import { saidOf } from '../checks/reporters/words.ts';
import { didYouMean } from '../lib/nearest.ts';

const given = readArguments(process.argv.slice(2));
const word = given.collection;
const collectionGiven = word === undefined ? undefined : collectionNamed(word);
if (given.isHelp) {
  console.log(help(collectionGiven));
  process.exit();
}

const project = readProject(given.root);
const collectionList = collectionNames.map((name) => `${collectionLabels[name].one} (${name})`).join(', ');

const choicesOf = (collection: CollectionName): Choice[] =>
  project.entries
    .filter((entry) => entry.collection === collection)
    .map(({ id, title, frontmatter }) => ({
      id,
      title,
      also: [frontmatter?.values['synonyms'], frontmatter?.values['expertise'], frontmatter?.values['agency']]
        .flat()
        .join(' '),
    }));

const experts: Expert[] = project.entries
  .filter((entry) => entry.collection === 'experts')
  .map(({ id, title, frontmatter }) => ({
    id,
    name: String(frontmatter?.values['name'] ?? title),
    familyName: String(frontmatter?.values['familyName'] ?? ''),
  }));

/** Where the editor stands: “npm run new” goes to the top of the repository and keeps the place in INIT_CWD. */
const here = (process.env['npm_lifecycle_event'] === 'new' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();

const fileAt = (path: string): string | undefined => {
  const full = resolve(here, path.replace(/^~(?=\/)/, homedir()));
  return existsSync(full) && statSync(full).isFile() ? full : undefined;
};

/** What is known so far. */
const draft: {
  collection: CollectionName | undefined;
  id: string;
  values: Record<string, unknown>;
  /** Fields that another answer gave, with the name of the field that was asked. */
  implied: Map<string, string>;
  copies: Map<string, Reading['copies']>;
} = { collection: collectionGiven, id: '', values: {}, implied: new Map(), copies: new Map() };

const known: Known = {
  choices: choicesOf,
  experts,
  get id() {
    return draft.id;
  },
  fileAt,
};

/** Rules that can judge a single answer; the rest need the whole file. */
const ofAnswers: ReadonlySet<RuleId> = new Set([
  'schema',
  'references',
  'sources',
  'placeholders',
  'links',
  'titles',
  'characters',
]);

/** What the check would say to these fields, in its own words. */
const complaintsOn = (collection: CollectionName, values: Record<string, unknown>): string[] => {
  const file = `content/${collection}/${draft.id || 'new'}.mdx`;
  const entry = readEntry(file, entryText({ collection, values: { ...draft.values, ...values }, id: draft.id }));
  if (!entry) return [];
  const names = Object.keys(values);
  return findFaults(
    { ...project, entries: [entry], files: [] },
    rules.filter(({ id }) => ofAnswers.has(id)),
  )
    .filter((fault) => fault.file === file && names.includes(String(fault.path?.[0])))
    .map(messageOf);
};

const titleProblem = (collection: CollectionName, title: string): string | undefined => {
  if (isAddress(title)) return 'That is an address. Type the title; the address is asked for later.';
  const twin = project.entries.find(
    (entry) => entry.collection === collection && entry.title.toLowerCase() === title.toLowerCase(),
  );
  if (twin) return `${twin.file} has this title already. Change that file, or say in the title what is different.`;
  return complaintsOn(collection, { title })[0];
};

const idProblem = (collection: CollectionName, id: string): string | undefined =>
  !slugPattern.test(id)
    ? 'A file name has small letters, figures and hyphens.'
    : existsSync(join(given.root, `content/${collection}/${id}.mdx`))
      ? `content/${collection}/${id}.mdx is there already, and was not changed. Give another name${terminal ? '' : ' with --id'}, or edit that file.`
      : undefined;

const idFrom = (typed: string): string => slugOf(typed.trim().replace(/\.mdx?$/i, ''));

const isAsking = Boolean(process.stdin.isTTY) && !given.isQuiet;
const terminal = isAsking ? openTerminal(() => stop('\nNothing was written.')) : undefined;

/** A question: true where something was asked, so that “back” can return to it. */
type Step = () => Promise<boolean>;

const askCollection: Step = async () => {
  if (word !== undefined && !collectionGiven) {
    const guess = collectionMeant(word);
    stop(`There is no “${word}” to add; ${guess || 'see the list.'} What can be added: ${collectionList}.`);
  }
  if (collectionGiven) return false;
  if (!terminal)
    return stop(`Say what to add: npm run new -- webinar --title "…". What can be added: ${collectionList}.`);
  console.log('\nWhat do you want to add?');
  collectionNames.forEach((name, index) =>
    console.log(`  ${String(index + 1).padStart(2)}  ${collectionLabels[name].many}  (${name})`),
  );
  for (;;) {
    const typed = await terminal.ask('Number or word > ');
    const chosen = /^\d+$/.test(typed) ? collectionNames[Number(typed) - 1] : collectionNamed(typed);
    if (chosen) {
      if (chosen !== draft.collection) draft.values = {};
      draft.collection = chosen;
      return true;
    }
    console.log(`  ${collectionMeant(typed) || `Type a number from 1 to ${collectionNames.length}.`}`);
  }
};

const askTitle = async (collection: CollectionName, shape: Shape): Promise<boolean> => {
  const flag = given.fields.get('title')?.trim();
  const wrong = flag ? titleProblem(collection, flag) : undefined;
  if (flag && !wrong) {
    draft.values['title'] = flag;
    return false;
  }
  if (!terminal) return stop(wrong ?? 'A new entry needs a title: --title "…"');
  if (wrong) console.log(wrong);
  console.log(`\nTitle (needed). ${shape.properties?.['title']?.description ?? ''}.`);
  for (;;) {
    const typed = await terminal.ask('> ');
    const problem =
      typed === '' ? 'A title is needed; “back” returns to the question before.' : titleProblem(collection, typed);
    if (!problem) {
      draft.values['title'] = typed;
      return true;
    }
    console.log(`  ${problem}`);
  }
};

const askName = async (collection: CollectionName): Promise<boolean> => {
  const proposed = slugOf(String(draft.values['title'])).split('-').slice(0, 10).join('-');
  const flag = given.id === undefined && !terminal ? proposed : given.id;
  const wrong = flag === undefined ? undefined : idProblem(collection, idFrom(flag));
  if (flag !== undefined && !wrong) {
    draft.id = idFrom(flag);
    return false;
  }
  if (!terminal) return stop(wrong ?? '');
  if (wrong) console.log(wrong);
  console.log(`\nName of the file, which becomes the address. Enter for “${proposed}”.`);
  for (;;) {
    const id = idFrom((await terminal.ask('> ')) || proposed);
    const problem = idProblem(collection, id);
    if (!problem) {
      draft.id = id;
      console.log(`  content/${collection}/${id}.mdx`);
      return true;
    }
    console.log(`  ${problem}`);
  }
};

/** What flags were wrong in, told all at once. */
const flagProblems: string[] = [];

const take = (name: string, reading: Reading): void => {
  draft.values[name] = reading.value;
  for (const [other, value] of Object.entries(reading.also)) {
    if (given.fields.has(other)) continue;
    draft.values[other] = value;
    draft.implied.set(other, name);
  }
  draft.copies.set(name, reading.copies);
};

const forget = (name: string): void => {
  Reflect.deleteProperty(draft.values, name);
  draft.copies.delete(name);
  for (const [other, from] of draft.implied)
    if (from === name) {
      Reflect.deleteProperty(draft.values, other);
      draft.implied.delete(other);
    }
};

const askForField = async (
  collection: CollectionName,
  name: string,
  field: Shape,
  isAsked: boolean,
  isNeeded: boolean,
): Promise<boolean> => {
  if (draft.implied.has(name)) return false;
  forget(name);
  const complaints = (reading: Reading): string[] =>
    complaintsOn(collection, { [name]: reading.value, ...reading.also });
  const otherwise = defaultOf(collection, name, draft.values);
  const flag = given.fields.get(name) ?? (terminal ? undefined : otherwise);
  if (flag !== undefined) {
    const reading = readAnswer(field, name, flag, known);
    const problems = reading.problems.map(
      ({ words, choices }) => `${words}${choices ? ` ${choices.map(({ id }) => id).join(', ')}` : ''}`,
    );
    const wrong = problems.length > 0 ? problems : complaints(reading);
    if (wrong.length === 0) {
      reading.notes.forEach((note) => console.log(`--${name}: ${note}`));
      take(name, reading);
      return false;
    }
    if (terminal) wrong.forEach((words) => console.log(`--${name}: ${words}`));
    else flagProblems.push(...wrong.map((words) => `--${name}: ${words}`));
  }
  if (!terminal || !(isAsked || flag !== undefined)) return false;
  const reading = await askField(terminal, {
    name,
    shape: field,
    isNeeded,
    otherwise,
    read: (text) => readAnswer(field, name, text, known),
    complaints,
  });
  if (reading) take(name, reading);
  return true;
};

/** The questions as they follow from what is known so far. */
const stepsNow = (): Step[] => {
  const { collection } = draft;
  if (!collection) return [askCollection];
  const shape = shapeOf(collection);
  const names = fieldOrder(shape);
  for (const name of given.fields.keys())
    if (!names.includes(name))
      stop(
        `“--${name}” is no field of ${collection}; ${didYouMean(name, names) || `the fields are ${names.join(', ')}.`} “npm run new -- ${collection} --help” explains them.`,
      );
  const asked = new Set(fieldsAsked(collection, shape));
  return [
    askCollection,
    () => askTitle(collection, shape),
    () => askName(collection),
    ...names.flatMap((name): Step[] => {
      const field = shape.properties?.[name];
      if (!field || name === 'title') return [];
      return [() => askForField(collection, name, field, asked.has(name), shape.required?.includes(name) ?? false)];
    }),
  ];
};

const askAll = async (): Promise<CollectionName> => {
  if (terminal)
    console.log(
      'Enter alone leaves an answer blank. “back” returns to the question before. Ctrl+C stops; nothing is written before the end.',
    );
  const asked: number[] = [];
  for (let index = 0; ;) {
    const step = stepsNow()[index];
    if (!step) break;
    try {
      if (await step()) asked.push(index);
      index += 1;
    } catch (error) {
      if (!(error instanceof Back)) throw error;
      const before = asked.pop();
      if (before === undefined) console.log('  This is the first question.');
      index = before ?? index;
    }
  }
  terminal?.close();
  if (flagProblems.length > 0) stop(`${flagProblems.join('\n')}\nNothing was written.`);
  return draft.collection ?? stop('Nothing was written.');
};

/** Today where the editor is, as a date of the site. */
const today = (): string => new Date().toLocaleDateString('en-CA');

/** The closing words of the file and of the command. */
const closingOf = (shape: Shape, isDraft: boolean): string =>
  !shape.required?.includes('status')
    ? 'It has no status: it is on the site as soon as the change is accepted.'
    : isDraft
      ? 'When the page is right, write “status: published” and take the draftReason line out.'
      : 'It is marked “status: published”: it is on the site as soon as the change is accepted.';

const main = async (): Promise<void> => {
  const collection = await askAll();
  const { id, values } = draft;
  const shape = shapeOf(collection);
  const required = new Set(shape.required ?? []);
  if (required.has('reviewed')) values['reviewed'] ??= today();
  if (required.has('status')) values['status'] ??= 'draft';
  const isDraft = values['status'] === 'draft';
  if (isDraft) values['draftReason'] ??= 'Being written';
  const hasText = collection !== 'topics';
  const closing = closingOf(shape, isDraft);

  const steps = [
    'Fill in what is blank: a name with "", [] or nothing behind it. Keep the quotes where there are quotes.',
    ...(hasText
      ? [
          'Write the text under the second line of ---, in Markdown; begin with “## ” and a heading that says what was found.',
        ]
      : []),
    'Run “npm run check” (on GitHub it runs by itself); do what it says.',
    closing,
  ];
  const text = entryText({
    collection,
    values,
    id,
    steps: ['Next steps:', ...steps.map((step, index) => `${index + 1}. ${step}`), ...aboutNotes],
  });
  const folder = `content/${collection}`;
  const file = `${folder}/${id}.mdx`;
  const copies = [...draft.copies.values()].flat().map(({ from, to }) => ({ from, to: join(folder, to) }));
  mkdirSync(join(given.root, folder), { recursive: true });
  // “wx”: never over a file that came in the meantime.
  writeFileSync(join(given.root, file), text, { flag: 'wx' });
  console.log(`\nWritten: ${file}`);
  for (const { from, to } of copies) {
    const target = join(given.root, to);
    if (existsSync(target)) {
      console.log(`${to} is there already, and was not changed.`);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(from, target);
    console.log(`Copied: ${to}`);
  }

  const changes = new Map<string, string | { size: number }>([[file, text]]);
  for (const { to } of copies)
    changes.set(
      to,
      to.endsWith('.vtt') ? readFileSync(join(given.root, to), 'utf8') : { size: statSync(join(given.root, to)).size },
    );
  const faults = findFaults(withChanges(project, changes)).filter((fault) => changes.has(fault.file));
  const lines = text.split('\n');
  const placeOf = (fault: Fault): string => (fault.file === file ? `line ${fault.line}` : fault.file);
  const isTold = (name: string) => faults.some((fault) => fault.path?.[0] === name);
  const open = [
    ...faults.map((fault) => `${placeOf(fault)}: ${saidOf(fault)}`),
    ...[...required].flatMap((name) => {
      const line = lines.indexOf(`${name}: []`) + 1;
      return line === 0 || isTold(name) || collection === 'pages'
        ? []
        : [`line ${line}: ${name}: none yet; ${shape.properties?.[name]?.description ?? fieldLabel(name)}`];
    }),
    ...(hasText ? [`line ${lines.length}: the text, under the second line of ---`] : []),
  ];
  if (faults.length === 0) console.log('It passes “npm run check”.');
  if (open.length > 0) console.log(`Still to do:\n${open.map((one) => `  ${one}`).join('\n')}`);
  console.log(closing);
};

await main();
