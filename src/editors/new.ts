/**
 * `npm run new`: asks what the schema needs and writes a correct new entry, with the next steps in it as comments. The
 * answers are judged by the checks, in their words. Flags answer questions beforehand. A file that exists is never written over.
 */
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { input, select } from '@inquirer/prompts';
import { findFaults } from '../checks/find.ts';
import { saidOf, messageOf } from '../checks/finding.ts';
import { projectRoot, readOptions } from '../options.ts';
import { readEntry } from '../checks/reading/entry.ts';
import { readProject } from '../checks/reading/project.ts';
import { rules } from '../checks/rules/index.ts';
import { shapeOf, type Shape } from '../kinds/shape.ts';
import { fileNameOf, slugOf, slugPattern } from '../lib/text.ts';
import { readAnswer, type Known } from './answers.ts';
import { entryText, fieldOrder, meaningOf } from './entry-text.ts';
import { ask, collectionMeant, collectionNamed, fieldsAsked } from './questions.ts';
import { collectionNames, type CollectionName, kinds } from '../kinds/index.ts';

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

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

/** Every field is a flag: which there are, and what the help says, hangs on what is added. */
const optionsFor = (collections: readonly CollectionName[]) =>
  ({
    ...Object.fromEntries(
      collections.flatMap((name) => fieldOrder(shapeOf(name)).map((field) => [field, { type: 'string' as const }])),
    ),
    root: { type: 'string', default: projectRoot },
    id: { type: 'string' },
    yes: { type: 'boolean', default: false },
  }) as const;
const [collectionTyped] = parseArgs({
  strict: false,
  allowPositionals: true,
  options: optionsFor(collectionNames),
}).positionals;
const collectionAsked = collectionTyped === undefined ? undefined : collectionNamed(collectionTyped);
const { values: flags } = readOptions(
  collectionAsked ? `${helpOf(collectionAsked)}\n\n${help}` : help,
  optionsFor(collectionAsked ? [collectionAsked] : collectionNames),
);
const flagOf = (name: string): string | undefined => (flags as unknown as Record<string, string | undefined>)[name];

const { root } = flags;
const project = readProject(root);
const isAsking = process.stdin.isTTY && !flags.yes;
const offered = collectionNames.map((name) => `${kinds[name].one} (${name})`).join(', ');

/** Where the editor stands: “npm run new” goes to the top of the repository and keeps the place in INIT_CWD. */
const here = (process.env['npm_lifecycle_event'] === 'new' ? process.env['INIT_CWD'] : undefined) ?? process.cwd();

/** A figure is looked for in the whole page, and a file is copied last: these cannot judge a single answer. */
const answerRules = rules.filter(({ id }) => id !== 'figures' && id !== 'files');

const main = async (): Promise<void> => {
  if (!collectionAsked && (collectionTyped !== undefined || !isAsking))
    stop(
      `${collectionTyped === undefined ? 'Say what to add: npm run new -- webinar --title "…". ' : `There is no “${collectionTyped}” to add; ${collectionMeant(collectionTyped)} `}What can be added: ${offered}.`,
    );
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
      const to = `./${known.id}/${fileNameOf(basename(full))}`;
      copies.set(to, full);
      return to;
    },
  };

  /** What the checks say to a field with this value; git is not asked for the entries that are left out. */
  const wrongIn = (name: string, value: unknown): string[] => {
    if (shape.properties?.[name]?.kind === 'file' && typeof value === 'string' && !copies.has(value))
      return [`there is no file “${value}” on this computer; give its path, such as ~/Downloads/transcript.vtt`];
    const file = `content/${collection}/${known.id}.mdx`;
    // As a draft, which may lack what is asked for later.
    const text = entryText({ collection, values: { status: 'draft', ...values, [name]: value }, id: known.id });
    // A title among those of its like: two of one title are told.
    const others = name === 'title' ? project.entries.filter((one) => one.collection === collection) : [];
    const entries = [...others, readEntry(file, text) ?? []].flat();
    return findFaults({ ...project, entries, files: [], past: () => undefined }, answerRules)
      .filter((fault) => fault.file === file && fault.path?.[0] === name)
      .map((fault) => (fault.path?.length === 1 ? messageOf(fault) : saidOf(fault)));
  };

  const wrong: string[] = [];
  const asked = fieldsAsked(collection, shape);
  /** Takes the answer to a question from its flag, where the checks say nothing against it; else asks, where somebody is there. */
  const answer = async (name: string): Promise<void> => {
    const field = shape.properties?.[name] ?? {};
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
  };
  const stopIfWrong = () => wrong.length > 0 && stop(`${wrong.join('\n')}\nNothing was written.`);

  do await answer('title');
  while (isAsking && !values['title']);
  stopIfWrong();
  if (!values['title']) stop('A new entry needs a title: --title "…"');

  const idProblem = (id: string): string | undefined =>
    !slugPattern.test(id)
      ? 'A file name has small letters, figures and hyphens (a to z): give one, such as --id foot-patrol-2016'
      : existsSync(join(root, `content/${collection}/${id}.mdx`))
        ? `content/${collection}/${id}.mdx is there already, and was not changed. Give another name with --id, or edit that file.`
        : undefined;
  const idOf = (typed: string): string => slugOf(typed.trim().replace(/\.mdx?$/i, ''));
  const proposed = slugOf(String(values['title'])).split('-').slice(0, 10).join('-');
  const given = idOf(flagOf('id') ?? (isAsking ? '' : proposed));
  const problem = idProblem(given);
  if (problem && !isAsking) stop(problem);
  known.id = problem
    ? idOf(
        await input({
          message: 'Name of the file, which becomes the address.\n>',
          default: proposed,
          validate: (typed) => idProblem(idOf(typed)) ?? true,
        }),
      )
    : given;

  for (const name of fieldOrder(shape)) if (name !== 'title') await answer(name);
  stopIfWrong();
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
    steps: ['Next steps:', ...steps.map((step, index) => `${index + 1}. ${step}`)],
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
