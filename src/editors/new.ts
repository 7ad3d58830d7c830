/**
 * `npm run new`: asks what the schema needs and writes a correct new entry, with the next steps in it as comments. The
 * answers are judged by the checks, in their words. Flags answer questions beforehand. A file that exists is never written over.
 */
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, extname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { input, select } from '@inquirer/prompts';
import { findFaults } from '../checks/find.ts';
import { messageOf } from '../checks/finding.ts';
import { readOptions } from '../options.ts';
import { readEntry } from '../checks/reading/entry.ts';
import { readProject } from '../checks/reading/project.ts';
import { saidOf } from '../checks/reporters/words.ts';
import { rules, type RuleId } from '../checks/rules/index.ts';
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { didYouMean } from '../lib/nearest.ts';
import { slugOf, slugPattern } from '../lib/text.ts';
import { readAnswer, type Known } from './answers.ts';
import { aboutNotes, entryText, fieldOrder, meaningOf } from './entry-text.ts';
import { ask, collectionMeant, collectionNamed, fieldsAsked } from './questions.ts';
import { collectionNames, type CollectionName, kinds } from '../kinds/index.ts';

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const fieldsOfAll = new Set(collectionNames.flatMap((name) => Object.keys(shapeOf(name).properties ?? {})));

const help = `npm run new asks a few questions and writes a new page, as a draft.

  npm run new
  npm run new -- webinar --title "Title" --date 2026-03-05 --presenters "hildy-saizow; Jordan Example | Moderator | CNA"

What can be added: ${collectionNames.join(', ')}. “npm run new -- webinar --help” lists the fields of a webinar.
Every field can be given as --field "value"; without --yes what is not given is asked for.
Several topics, persons or lines: a semicolon (;) between them. The parts of one: a bar (|), as in
--sources "Title | Publisher | https://address". Where a file belongs, give one of this computer: it is copied.

  --id name    the file name, which becomes the address; else it is made from the title
  --yes        asks nothing: what is not given stays blank, and the file says what to fill in
  --root       another copy of the project
  --help       this text
A file that exists is never written over.`;

const helpOf = (collection: CollectionName): string => {
  const shape = shapeOf(collection);
  const lines = fieldOrder(shape).map(
    (name) =>
      `  --${name}${shape.required?.includes(name) ? ' (needed)' : ''}\n      ${meaningOf(shape.properties?.[name], name, 'name-of-the-page')[0] ?? ''}`,
  );
  return `npm run new -- ${collection} writes a new page in content/${collection}/.\n\n${lines.join('\n')}`;
};

const options = {
  root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
  id: { type: 'string' },
  yes: { type: 'boolean', default: false },
  ...Object.fromEntries([...fieldsOfAll].map((name) => [name, { type: 'string' as const }])),
} as const;
// Read once as it comes: which fields there are, and what the help says, hangs on what is added.
const typed = parseArgs({ strict: false, allowPositionals: true, options });
const [collectionTyped] = typed.positionals;
const collectionAsked = collectionTyped === undefined ? undefined : collectionNamed(collectionTyped);
const names = collectionAsked ? fieldOrder(shapeOf(collectionAsked)) : [...fieldsOfAll];
for (const name of Object.keys(typed.values))
  if (!names.includes(name) && !['root', 'id', 'yes', 'help', 'h'].includes(name))
    stop(
      `“--${name}” is no field of ${collectionAsked ?? 'a page'}; ${didYouMean(name, names) || `the fields are ${names.join(', ')}.`} “npm run new -- ${collectionAsked ?? 'webinar'} --help” explains them.`,
    );
const { values: flags } = readOptions(collectionAsked ? `${help}\n\n${helpOf(collectionAsked)}` : help, options);
const flagOf = (name: string): string | undefined => {
  const value = (flags as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
};

const root = String(flags['root']);
const project = readProject(root);
const isAsking = Boolean(process.stdin.isTTY) && !flags['yes'];
const offered = collectionNames.map((name) => `${kinds[name].one} (${name})`).join(', ');

/** Where the editor stands: “npm run new” goes to the top of the repository and keeps the place in INIT_CWD. */
const here = (process.env['npm_lifecycle_event'] === 'new' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();

/** Rules that can judge a single answer; the rest need the whole file. */
const ofAnswers: ReadonlySet<RuleId> = new Set([
  'schema',
  'references',
  'sources',
  'placeholders',
  'web-addresses',
  'titles',
  'finding-lines',
  'characters',
  'contacts',
  'people',
]);
const answerRules = rules.filter(({ id }) => ofAnswers.has(id));

/** What is given, where nothing is wrong with it; else it is asked for, and where nobody can be asked the command ends. */
const settled = async (
  given: string,
  problemOf: (typed: string) => string | undefined,
  question: { message: string; default?: string },
): Promise<string> => {
  const problem = problemOf(given);
  if (problem === undefined) return given;
  return isAsking ? input({ ...question, validate: (typed) => problemOf(typed) ?? true }) : stop(problem);
};

const main = async (): Promise<void> => {
  if (collectionTyped !== undefined && !collectionAsked)
    stop(`There is no “${collectionTyped}” to add; ${collectionMeant(collectionTyped)}What can be added: ${offered}.`);
  if (!collectionAsked && !isAsking)
    stop(`Say what to add: npm run new -- webinar --title "…". What can be added: ${offered}.`);
  const collection =
    collectionAsked ??
    (await select<CollectionName>({
      message: 'What do you want to add?',
      choices: collectionNames.map((value) => ({ name: kinds[value].many, value })),
      pageSize: 12,
    }));
  const shape = shapeOf(collection);
  const values: Record<string, unknown> = {};
  const copies = new Map<string, string>();
  const known: Known & { id: string } = {
    id: 'new',
    choices: (name) => project.entries.filter((one) => one.collection === name),
    bring: (path) => {
      const full = resolve(here, path.replace(/^~(?=\/)/, homedir()));
      if (!existsSync(full) || !statSync(full).isFile()) return undefined;
      const ending = extname(full);
      const to = `./${known.id}/${slugOf(basename(full, ending))}${ending.toLowerCase()}`;
      copies.set(to, full);
      return to;
    },
  };

  /** What the checks say to a field with this value. */
  const wrongIn = (name: string, value: unknown): string[] => {
    const file = `content/${collection}/${known.id}.mdx`;
    const entry = readEntry(file, entryText({ collection, values: { ...values, [name]: value }, id: known.id }));
    if (!entry) return [];
    return findFaults({ ...project, entries: [entry], files: [] }, answerRules)
      .filter((fault) => fault.file === file && fault.path?.[0] === name)
      .map((fault) => (fault.path?.length === 1 ? messageOf(fault) : saidOf(fault)));
  };
  const titleProblem = (title: string): string | undefined => {
    if (/^(?:https?:\/\/|www\.)\S+$/i.test(title.trim()))
      return 'That is an address. Type the title; the address is asked for later.';
    const twin = project.entries.find(
      (one) => one.collection === collection && one.title.toLowerCase() === title.trim().toLowerCase(),
    );
    if (twin) return `${twin.file} has this title already. Change that file, or say in the title what is different.`;
    return title.trim() === '' ? 'A new entry needs a title: --title "…"' : wrongIn('title', title.trim())[0];
  };
  const idProblem = (id: string): string | undefined =>
    !slugPattern.test(id)
      ? 'A file name has small letters, figures and hyphens (a to z): give one, such as --id foot-patrol-2016'
      : existsSync(join(root, `content/${collection}/${id}.mdx`))
        ? `content/${collection}/${id}.mdx is there already, and was not changed. Give another name with --id, or edit that file.`
        : undefined;

  const title = await settled(flagOf('title') ?? '', titleProblem, {
    message: `Title (needed). ${shape.properties?.['title']?.description ?? ''}.\n>`,
  });
  values['title'] = title.trim();
  const proposed = slugOf(title).split('-').slice(0, 10).join('-');
  const idOf = (typed: string): string => slugOf(typed.trim().replace(/\.mdx?$/i, ''));
  known.id = idOf(
    await settled(flagOf('id') ?? (isAsking ? '' : proposed), (typed) => idProblem(idOf(typed)), {
      message: 'Name of the file, which becomes the address.\n>',
      default: proposed,
    }),
  );

  const asked = new Set(fieldsAsked(collection, shape));
  const wrong: string[] = [];
  for (const name of fieldOrder(shape)) {
    const field: Shape | undefined = shape.properties?.[name];
    if (!field || name === 'title') continue;
    const read = (typed: string): unknown => readAnswer(typed, field, known);
    const flag = flagOf(name);
    const problems = flag === undefined ? [] : wrongIn(name, read(flag));
    if (flag !== undefined && problems.length === 0) values[name] = read(flag);
    else if (!isAsking) wrong.push(...problems.map((words) => `--${name}: ${words}`));
    else if (flag !== undefined || asked.has(name)) {
      problems.forEach((words) => console.log(`--${name}: ${words}`));
      const isNeeded = shape.required?.includes(name) ?? false;
      const typed = await ask(name, field, isNeeded, known, (text) => wrongIn(name, read(text))[0]);
      if (typed.trim() !== '') values[name] = read(typed);
    }
  }
  if (wrong.length > 0) stop(`${wrong.join('\n')}\nNothing was written.`);
  write(collection, shape, known.id, values, copies);
};

const write = (
  collection: CollectionName,
  shape: Shape,
  id: string,
  values: Record<string, unknown>,
  copies: ReadonlyMap<string, string>,
): void => {
  // Today where the editor is.
  if (shape.required?.includes('reviewed')) values['reviewed'] ??= new Date().toLocaleDateString('en-CA');
  values['status'] ??= 'draft';
  const isDraft = values['status'] === 'draft';
  if (isDraft) values['draftReason'] ??= 'Being written';
  // Without a study the schema wants a word why: it stands open.
  if (collection === 'program-profiles' && values['studies'] === undefined) values['noResult'] ??= null;
  const hasText = collection !== 'topics';
  const closing = isDraft
    ? 'When the page is right, write “status: published” and take the draftReason line out.'
    : 'It is marked “status: published”: it is on the site as soon as the change is accepted.';
  const steps = [
    'Fill in what is blank: a name with "", [] or nothing behind it. Keep the quotes where there are quotes.',
    hasText &&
      'Write the text under the second line of ---, in Markdown; begin with “## ” and a heading that says what was found.',
    'Run “npm run check” (on GitHub it runs by itself); do what it says.',
    closing,
  ].filter((step) => step !== false);
  const text = entryText({
    collection,
    values,
    id,
    steps: ['Next steps:', ...steps.map((step, index) => `${index + 1}. ${step}`), ...aboutNotes],
  });
  const folder = `content/${collection}`;
  const file = `${folder}/${id}.mdx`;
  mkdirSync(join(root, folder), { recursive: true });
  // “wx”: never over a file that came in the meantime.
  writeFileSync(join(root, file), text, { flag: 'wx' });
  console.log(`\nWritten: ${file}`);
  for (const [to, from] of copies) {
    if (!text.includes(to)) continue;
    const target = posix.join(folder, to);
    if (existsSync(join(root, target))) console.log(`${target} is there already, and was not changed.`);
    else {
      mkdirSync(dirname(join(root, target)), { recursive: true });
      copyFileSync(from, join(root, target));
      console.log(`Copied: ${target}`);
    }
  }
  const faults = findFaults(readProject(root)).filter(
    (fault) => fault.file === file || fault.file.startsWith(`${folder}/${id}/`),
  );
  const open = [
    ...faults.map((fault) => `${fault.file === file ? `line ${fault.line}` : fault.file}: ${saidOf(fault)}`),
    ...(hasText ? [`line ${text.split('\n').length}: the text, under the second line of ---`] : []),
  ];
  if (faults.length === 0) console.log('It passes “npm run check”.');
  if (open.length > 0) console.log(`Still to do:\n${open.map((one) => `  ${one}`).join('\n')}`);
  console.log(closing);
};

await main().catch((error: unknown) => {
  // Ctrl+C at a question.
  if (error instanceof Error && error.name === 'ExitPromptError') stop('\nNothing was written.');
  throw error;
});
