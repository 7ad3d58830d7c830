/**
 * `npm run new`: asks a few questions and writes a correct new entry, with the next steps in it as comments.
 *
 *     npm run new
 *     npm run new -- webinars --title "Title" --date 2026-03-05 --topics gun-violence --presenters "hildy-saizow; Jordan Example, CNA"
 *
 * Every field of the collection can be given as --field; lists by comma (names of files) or semicolon (texts, persons).
 * --id gives the file name; --yes asks nothing. A file that exists is never written over.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../checks/fault.ts';
import { findFaults } from '../checks/find.ts';
import { didYouMean } from '../checks/nearest.ts';
import { guessDates } from '../checks/dates.ts';
import { readProject, withChanges, type Project } from '../checks/project.ts';
import { collectionLabels } from '../lib/labels.ts';
import { shapeOf, type Shape } from '../lib/shape.ts';
import { fieldLabel, slugOf } from '../lib/text.ts';
import { collectionNames, slugPattern, type CollectionName } from '../schemas/fields.ts';
import { search, valueOf } from './answers.ts';
import { entryText, fieldOrder } from './entry-text.ts';

interface Arguments {
  collection: string | undefined;
  root: string;
  id: string | undefined;
  isQuiet: boolean;
  fields: Map<string, string>;
}

const readArguments = (words: readonly string[]): Arguments => {
  const result: Arguments = {
    collection: undefined,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    id: undefined,
    isQuiet: false,
    fields: new Map(),
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('--')) {
      result.collection ??= word;
      continue;
    }
    const [name = '', ...rest] = word.slice(2).split('=');
    if (name === 'yes') {
      result.isQuiet = true;
      continue;
    }
    const value = rest.length > 0 ? rest.join('=') : (words[(index += 1)] ?? '');
    if (name === 'root') result.root = value;
    else if (name === 'id') result.id = value;
    else result.fields.set(name, value);
  }
  return result;
};

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const labelOf = (collection: CollectionName): string => collectionLabels[collection].one.toLowerCase();

/** Today where the editor is, as a date of the site. */
const today = (): string => new Date().toLocaleDateString('en-CA');

const listing = (project: Project, collection: CollectionName) =>
  project.entries
    .filter((entry) => entry.collection === collection)
    .map(({ id, title, frontmatter }) => ({
      id,
      title,
      also: [frontmatter?.values['synonyms'], frontmatter?.values['expertise'], frontmatter?.values['agency']]
        .flat()
        .join(' '),
    }));

const idsOf =
  (project: Project) =>
  (collection: string): readonly string[] =>
    project.idsOf.get(collection as CollectionName) ?? [];

/** One entry, picked by number from those that match what is typed; undefined for “none”. */
const pick = async (
  terminal: Interface,
  project: Project,
  collection: CollectionName,
  prompt: string,
): Promise<string | undefined> => {
  for (;;) {
    const typed = (await terminal.question(`${prompt} `)).trim();
    if (typed === '') return undefined;
    const entries = listing(project, collection);
    if (entries.some(({ id }) => id === typed)) return typed;
    const found = search(typed, entries);
    if (found.length === 0) {
      console.log(
        `  Nothing in content/${collection}/ has “${typed}” in its name. Try another word, or press Enter for none.`,
      );
      continue;
    }
    found.forEach(({ id, title }, index) => console.log(`  ${index + 1}  ${title}  (${id})`));
    const number = (await terminal.question('  Number (Enter to search again): ')).trim();
    const chosen = found[Number(number) - 1];
    if (chosen) return chosen.id;
  }
};

const pickSeveral = async (
  terminal: Interface,
  project: Project,
  collection: CollectionName,
  words: string,
): Promise<string[]> => {
  const chosen: string[] = [];
  for (;;) {
    const prompt =
      chosen.length === 0
        ? `${words}: type part of a name (Enter for none):`
        : `  Chosen: ${chosen.join(', ')}. Another (Enter to go on):`;
    const id = await pick(terminal, project, collection, prompt);
    if (id === undefined) return chosen;
    if (!chosen.includes(id)) chosen.push(id);
  }
};

const pickWord = async (terminal: Interface, words: string, options: readonly string[]): Promise<string> => {
  console.log(`${words}:`);
  options.forEach((option, index) => console.log(`  ${index + 1}  ${option}`));
  for (;;) {
    const typed = (await terminal.question('  Number or word: ')).trim();
    const chosen = options[Number(typed) - 1] ?? options.find((option) => option.toLowerCase() === typed.toLowerCase());
    if (chosen) return chosen;
    console.log(`  ${didYouMean(typed, options) || `Type a number from 1 to ${options.length}.`}`);
  }
};

const askDate = async (terminal: Interface, words: string): Promise<string | undefined> => {
  for (;;) {
    const typed = (
      await terminal.question(`${words} (such as 2026-03-05, 2026-03 or 2026; Enter if not known): `)
    ).trim();
    if (typed === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed)) return typed || undefined;
    const guesses = guessDates(typed);
    if (guesses.length === 1 && guesses[0]) {
      console.log(`  Taken as ${guesses[0].iso}, ${guesses[0].words}.`);
      return guesses[0].iso;
    }
    console.log(
      guesses.length > 1
        ? `  Type ${guesses.map(({ iso, words: meaning }) => `${iso} for ${meaning}`).join(', or ')}.`
        : '  Type it as year-month-day.',
    );
  }
};

/** Asks for one field; undefined where the editor leaves it blank. */
const ask = async (
  terminal: Interface,
  project: Project,
  name: string,
  shape: Shape,
  isNeeded: boolean,
): Promise<unknown> => {
  const words = `${fieldLabel(name)}. ${shape.description?.split(': ')[0] ?? ''}`.trim();
  if (shape.enum && shape.enum.length < 20) return pickWord(terminal, words, shape.enum);
  if (shape.kind === 'day' || shape.kind === 'partial-date') return askDate(terminal, words);
  if (shape.type === 'array' && shape.items?.references)
    return pickSeveral(terminal, project, shape.items.references, words);
  if (shape.type === 'array' && shape.items?.anyOf?.some((one) => one.properties?.['expert'])) {
    const experts = await pickSeveral(terminal, project, 'experts', 'Experts of ours who spoke');
    const others = (
      await terminal.question('Others who spoke, as “Name, Agency; Name, Agency” (Enter for none): ')
    ).trim();
    return [
      ...experts.map((expert) => ({ expert })),
      ...(others ? (valueOf(shape, others, idsOf(project)) as unknown[]) : []),
    ];
  }
  const hint = shape.properties?.['latitude']
    ? 'latitude, longitude of the city, such as 42.36, -71.06'
    : shape.items?.properties?.['publisher']
      ? 'Where the facts were read, as “Title | Publisher | https://address”'
      : shape.properties?.['kind']
        ? `${words}: ${shape.properties['kind'].enum?.join(', ')}`
        : words;
  const typed = (
    await terminal.question(`${hint}${isNeeded ? ' (Enter to fill in later)' : ' (Enter for none)'}: `)
  ).trim();
  return typed === '' ? undefined : valueOf(shape, typed, idsOf(project));
};

/** Asked besides what the schema needs. */
const alsoAsked: Partial<Record<CollectionName, readonly string[]>> = {
  webinars: ['date', 'presenters', 'page', 'recording', 'profiles'],
  podcasts: ['date', 'guests', 'page', 'profiles'],
  meetings: ['profiles'],
  assistance: ['date', 'profiles'],
  'program-profiles': ['cohort', 'experts'],
  'research-spotlights': ['year', 'url', 'profiles'],
  resources: ['year', 'url', 'profiles'],
};

/** Filled in by the command itself. */
const ownFields = new Set(['title', 'reviewed', 'status', 'draftReason']);

const main = async (): Promise<void> => {
  const { collection: word, root, id: idGiven, isQuiet, fields } = readArguments(process.argv.slice(2));
  const project = readProject(root);
  const isAsking = Boolean(process.stdin.isTTY) && !isQuiet;
  const terminal = isAsking ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  terminal?.on('SIGINT', () => stop('\nNothing was written.'));
  terminal?.on('close', () => undefined);

  const named =
    word &&
    collectionNames.find((name) => name === word || labelOf(name) === word.toLowerCase() || name === `${word}s`);
  if (word && !named)
    stop(
      `There is no collection “${word}”; ${didYouMean(word, collectionNames) || ''} The collections are ${collectionNames.join(', ')}.`,
    );
  const collection = (named ||
    (terminal
      ? await pickWord(terminal, 'What do you want to add', collectionNames)
      : stop(
          `Say what to add: npm run new -- webinars --title "…". The collections are ${collectionNames.join(', ')}.`,
        ))) as CollectionName;

  const shape = shapeOf(collection);
  const names = fieldOrder(shape);
  for (const name of fields.keys())
    if (!names.includes(name))
      stop(
        `“--${name}” is no field of ${collection}; ${didYouMean(name, names) || `the fields are ${names.join(', ')}`}`,
      );

  const title =
    fields.get('title') ??
    (terminal ? (await terminal.question(`Title. ${shape.properties?.['title']?.description ?? ''}: `)).trim() : '');
  if (title === '') stop('A new entry needs a title: --title "…"');
  const twin = project.entries.find(
    (entry) => entry.collection === collection && entry.title.toLowerCase() === title.toLowerCase(),
  );
  if (twin) stop(`${twin.file} has this title already. Change that file, or say in the title what is different.`);

  const proposed = slugOf(title).split('-').slice(0, 10).join('-');
  let id = idGiven ?? proposed;
  if (terminal && !idGiven)
    id = slugOf(
      (await terminal.question(`File name, which becomes the address (Enter for “${proposed}”): `)).trim() || proposed,
    );
  if (!slugPattern.test(id))
    stop(`“${id}” cannot be a file name: use small letters, figures and hyphens, such as ${slugOf(id) || proposed}.`);
  const file = `content/${collection}/${id}.mdx`;
  if (existsSync(join(root, file)))
    stop(`${file} is there already, and was not changed. Give another name with --id, or edit that file.`);

  const values: Record<string, unknown> = { title };
  const required = new Set(shape.required ?? []);
  const asked = new Set([...required, ...(alsoAsked[collection] ?? [])]);
  for (const name of names) {
    const field = shape.properties?.[name];
    if (!field || name === 'title') continue;
    const given = fields.get(name);
    if (given !== undefined) values[name] = valueOf(field, given, idsOf(project));
    else if (terminal && asked.has(name) && !ownFields.has(name)) {
      const answer = await ask(terminal, project, name, field, required.has(name));
      if (answer !== undefined && !(Array.isArray(answer) && answer.length === 0)) values[name] = answer;
    }
  }
  terminal?.close();
  if (required.has('reviewed')) values['reviewed'] ??= today();
  if (required.has('status')) values['status'] ??= 'draft';
  if (values['status'] === 'draft') values['draftReason'] ??= 'Being written';

  const steps = [
    'Next steps:',
    '1. Fill in what is blank ("" or []). Lines that begin with # are notes: take them out, or take the # away to use the field.',
    '2. Write the text under the second line of ---, in Markdown; begin with “## ” and a heading that says what was found.',
    '3. Run “npm run check” (on GitHub it runs by itself); do what it says.',
    ...(values['status'] === 'draft'
      ? ['4. When the page is right, write “status: published” and take the draftReason line out.']
      : []),
  ];
  const text = entryText({ collection, values, steps });
  mkdirSync(dirname(join(root, file)), { recursive: true });
  // “wx”: never over a file that came in the meantime.
  writeFileSync(join(root, file), text, { flag: 'wx' });

  const open = findFaults(withChanges(project, new Map([[file, text]]))).filter((fault) => fault.file === file);
  console.log(`\nWritten: ${file}`);
  if (open.length === 0) console.log('It passes “npm run check”. Write the text, then set the status to published.');
  else
    console.log(
      `Still to do:\n${open.map((fault) => `  line ${fault.line}: ${fault.field ? `${fault.field}: ` : ''}${messageOf(fault)}`).join('\n')}`,
    );
};

await main();
