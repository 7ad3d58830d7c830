/** Whoever does what each line says ends with what was meant, or is still told of a fault: never with something false and green. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/checks/edits.ts';
import { findFaults } from '../../src/checks/find.ts';
import type { Fault } from '../../src/checks/finding.ts';
import type { Entry } from '../../src/checks/reading/entry.ts';
import type { Project } from '../../src/checks/reading/project.ts';
import { withChanges } from '../support/with-changes.ts';
import { readRedirects } from '../../src/checks/reading/redirects.ts';
import { rules, type RuleId } from '../../src/checks/rules/index.ts';
import { parseEntry } from '../../src/lib/entry.ts';
import { goodEntries, webinarFile } from './good-entries.ts';
import { content, good } from './good-project.ts';
import { mistakes } from './mistakes.ts';
import { addressOf } from '../../src/kinds/index.ts';

/** What `npm run fix` makes of a text, and what is left to say of it. */
const fixed = (file: string, text: string): { text: string; left: Fault[] } => {
  let now = text;
  for (let round = 0; ; round += 1) {
    const faults = findFaults(withChanges(good, new Map([[file, now]]))).filter((fault) => fault.file === file);
    const edits = faults.flatMap((fault) => fault.edits ?? []);
    if (edits.length === 0 || round > 5) return { text: now, left: faults };
    now = applyEdits(now, edits);
  }
};

/** Mended rightly to something else than the good entry, which the mistake itself had changed. */
const otherwise = new Set([
  'a title that begins with a hashtag',
  'a list of none',
  'a link for an address',
  'a path of Windows between straight quotes',
]);

test('what is fixed without a question says what was meant: the same fields, the same text', () => {
  for (const mistake of mistakes.filter(({ files, name }) => !files && !otherwise.has(name))) {
    const file = mistake.file ?? webinarFile;
    const meant = String(goodEntries.get(file));
    const typed = (mistake.replace ?? []).reduce((text, [from, to]) => text.replace(from, to), meant);
    const { text, left } = fixed(file, typed);
    if (text === typed || left.length > 0) continue;
    const parts = (whole: string) => {
      const entry = parseEntry(whole);
      return { data: entry?.data, words: entry?.body.replace(/[\\\s]+/g, ' ').trim() };
    };
    const [is, was, wanted] = [parts(text), parts(typed), parts(meant)];
    // Of the words nothing is lost; where the mistake brought its own, they stay.
    if (JSON.stringify(is.data) !== JSON.stringify(wanted.data)) {
      const lost = JSON.stringify(was.data ?? '')
        .split(/\W+/)
        .filter((word) => word.length > 3 && !text.toLowerCase().includes(word.toLowerCase()));
      assert.deepEqual(lost, [], `${mistake.name}\n${text}`);
    }
  }
});

const ids: readonly RuleId[] = ['references', 'links', 'redirects', 'draft-references'];
const pointing = rules.filter(({ id }) => ids.includes(id));

/** Where every reference and link of a project leads: from file and place to the title of what is named. */
const leadsOf = (project: Project, file: string): string[] => {
  const entry = project.entries.find((one) => one.file === file);
  if (!entry) return [];
  const byAddress = new Map(project.entries.map((one) => [addressOf(one), one]));
  return [
    ...entry.marked.flatMap(({ shape: { references }, value }) =>
      references
        ? (project.byKey.get(references === 'any' ? String(value) : `${references}/${String(value)}`)?.title ?? [])
        : [],
    ),
    ...entry.body.links.flatMap(({ url }) => byAddress.get(url.replace(/#.*/, ''))?.title ?? []),
  ].sort();
};

/** Does what each line says, as a person would who does not think: edits, “did you mean”, a line to copy. */
const obey = (project: Project, faults: readonly Fault[], past: Project['past']): Project => {
  const changes = new Map<string, string>();
  const textOf = (file: string): string =>
    changes.get(file) ??
    (file === project.redirects.file
      ? project.redirects.text
      : (project.entries.find((entry) => entry.file === file)?.text ?? ''));
  for (const [file, list] of Map.groupBy(faults, (fault) => fault.file)) {
    const edits = list.flatMap((fault) => fault.edits ?? []);
    if (edits.length > 0) changes.set(file, applyEdits(textOf(file), edits));
    for (const { edits: done, cure, found } of list) {
      const line = /add a line to (\S+): (\/\S+ \/\S+ 301)/.exec(cure);
      if (line && !line[2]?.includes('/the-new-address/'))
        changes.set(project.redirects.file, `${textOf(project.redirects.file)}\n${line[2]}\n`);
      const [, from = '', to = ''] = /^write (\/\S+) (\/\S+) 301$/.exec(cure) ?? [];
      if (from)
        changes.set(
          file,
          textOf(file).replace(/^(\/\S+)\s.*$/gm, (row, one: string) => (one === from ? `${from} ${to} 301` : row)),
        );
      const [, wrong = ''] = /“([a-z0-9/-]+)”/.exec(found) ?? [];
      const [, guess = ''] = /^did you mean “([a-z0-9/-]+)”\?$/.exec(cure) ?? [];
      if (!done?.length && wrong && guess) changes.set(file, textOf(file).replaceAll(wrong, guess));
    }
  }
  return { ...withChanges(project, changes), past };
};

/** An even choice of entries that others point at, the same at every run. */
const targets: readonly Entry[] = content.entries
  .filter(({ collection, isDraft, id }) => collection === 'program-profiles' && !isDraft && id.length > 0)
  .filter((_, index) => index % 20 === 3);

const whole: Project = {
  ...content,
  published: {
    ...content.published,
    text: content.entries
      .filter(({ isDraft }) => !isDraft)
      .map(addressOf)
      .join('\n'),
  },
};

for (const kind of ['renamed', 'taken away', 'made a draft'] as const)
  test(`a file ${kind}: obeying every line ends with the same things named, or with a fault`, () => {
    assert.ok(targets.length > 3);
    for (const target of targets) {
      const past: Project['past'] = (path) => (path === target.file ? target.text : undefined);
      const renamed = target.file.replace(/[^/]+\.mdx$/, 'operation-not-so-convenient.mdx');
      const change: [string, string | undefined][] =
        kind === 'renamed'
          ? [
              [target.file, undefined],
              [renamed, target.text],
            ]
          : kind === 'taken away'
            ? [[target.file, undefined]]
            : [[target.file, target.text.replace('status: published', 'status: draft\ndraftReason: Waits')]];
      let project: Project = { ...withChanges(whole, new Map(change)), past };
      const isAbout = ({ file, found }: Fault): boolean =>
        file === whole.published.file || file === whole.redirects.file || found.includes(target.id);
      for (let round = 0; round < 4; round += 1) {
        const faults = findFaults(project, pointing).filter(isAbout);
        if (faults.length === 0) break;
        project = obey(project, faults, past);
      }
      const left = findFaults(project, pointing).filter(isAbout);
      for (const { file } of whole.entries.filter(
        ({ file, text }) => file !== target.file && text.includes(target.id),
      )) {
        const [before, now] = [leadsOf(whole, file), leadsOf(project, file)];
        // Never to another thing: what is named now was named before.
        assert.deepEqual(
          now.filter((title) => !before.includes(title)),
          [],
          `${file}, ${target.id} ${kind}`,
        );
        if (left.length === 0) assert.deepEqual(now, before, `${file}, ${target.id} ${kind}`);
      }
      for (const { from, to } of readRedirects(project.redirects.text))
        if (from === addressOf(target))
          assert.equal(project.entries.find((one) => addressOf(one) === to)?.title, target.title);
      if (kind === 'renamed') assert.deepEqual(left, [], target.id);
      else assert.ok(left.length > 0, target.id);
    }
  });

/** Does what one line says, in the text of its file; undefined where a person would have to think. */
const followed = (text: string, { line, found, cure }: Fault): string | undefined => {
  const lines = text.split('\n');
  const typed = lines[line - 1] ?? '';
  const [, better = ''] =
    /^(?:write |begin the line with a hyphen and a space: |did you mean |correct it to )“?((?:(?! or |…|[“”;?]).)+)”?\??(?:, or let .*|;.*)?$/.exec(
      cure,
    ) ?? [];
  const wrong = [...found.matchAll(/“([^”]+)”|: (.+)$/g)]
    .map(([, quoted, rest]) => quoted ?? rest ?? '')
    .find((one) => typed.includes(one));
  const [field] = /^\s*[\w-]+: /.exec(typed) ?? [];
  // A whole line, or what was wrong in it.
  if (field && better.startsWith(field.trimStart()))
    lines[line - 1] = better.padStart(better.length + field.length - field.trimStart().length);
  else if (better && wrong) lines[line - 1] = typed.replace(wrong, () => better);
  else if (/^(?:take|leave) (?:the (?:line|note) |it )out/.test(cure)) lines.splice(line - 1, 1);
  else return undefined;
  return lines.join('\n');
};

/** Obeys every line of a tree, file by file: what the command mends, a new name, and one thing of a file by hand. */
const obeyed = (project: Project, faults: readonly Fault[]): Project => {
  const changes = new Map<string, string | undefined>();
  for (const [file, list] of Map.groupBy(faults, (fault) => fault.file)) {
    const entry = project.entries.find((one) => one.file === file);
    if (!entry) continue;
    const edits = list.flatMap((fault) => fault.edits ?? []);
    const mended =
      edits.length > 0 ? applyEdits(entry.text, edits) : list.map((fault) => followed(entry.text, fault)).find(Boolean);
    const rename = list.find((fault) => fault.rename)?.rename;
    if (rename) changes.set(file, undefined);
    if (rename ?? mended) changes.set(rename ?? file, mended ?? entry.text);
  }
  return withChanges(project, changes);
};

const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

test('several mistakes in one tree: who obeys every line says nothing that was neither meant nor typed', () => {
  let seed = 20_261_128;
  const random = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * limit);
  };
  const usable = mistakes.filter(({ files }) => !files);
  let green = 0;
  for (let tree = 0; tree < 25; tree += 1) {
    const names: string[] = [];
    const texts = new Map<string, string>();
    for (let count = 0; count < 2; count += 1) {
      const mistake = usable[random(usable.length)];
      if (!mistake) continue;
      const file = mistake.file ?? webinarFile;
      const before = texts.get(file) ?? String(goodEntries.get(file));
      texts.set(
        file,
        (mistake.replace ?? []).reduce((text, [from, to]) => text.replace(from, to), before),
      );
      names.push(mistake.name);
    }
    let project = withChanges(good, texts);
    let left: Fault[] = [];
    for (let round = 0; round < 8; round += 1) {
      left = findFaults(project).filter(({ file }) => goodEntries.has(file) || texts.has(file));
      const next = obeyed(project, left);
      if (
        next.entries.every((entry) =>
          project.entries.some(({ file, text }) => file === entry.file && text === entry.text),
        )
      )
        break;
      project = next;
    }
    for (const [file, typed] of texts) {
      const meant = String(goodEntries.get(file));
      const now = project.entries.find((entry) => entry.file === file)?.text ?? '';
      const isGreen = !left.some((fault) => fault.file === file && fault.severity === 'error');
      const about = `${names.join(' + ')}\n${file}\n${now}`;
      const known = plain([meant, ...texts.values()].join(' '));
      /** Meant or typed; of a date each of its figures, since “5.2.2016” is one too. */
      const isKnown = (words: string): boolean =>
        known.includes(plain(words)) ||
        (/^[\d-]+$/.test(words) && words.split('-').every((figure) => known.includes(String(Number(figure)))));
      const values: unknown[] = [parseEntry(now)?.data];
      while (values.length > 0) {
        const value = values.pop();
        if (typeof value === 'object' && value !== null) values.push(...Object.values(value as object));
        else if (value !== undefined && value !== null && value !== true && isGreen)
          assert.ok(
            isKnown(value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
            `“${String(value)}” of ${about}`,
          );
      }
      if (isGreen) {
        green += 1;
        /** An old address of a page has its name in it: `/resources/fixture-guide/`. */
        const isNamed = (title: string): boolean =>
          project.entries.some((entry) => entry.title === title && known.includes(plain(entry.id)));
        const before = [...leadsOf(good, file), ...leadsOf(withChanges(good, new Map([[file, typed]])), file)];
        assert.deepEqual(
          leadsOf(project, file).filter(
            (title) => !before.includes(title) && !known.includes(plain(title)) && !isNamed(title),
          ),
          [],
          about,
        );
      }
    }
  }
  assert.ok(green > 2, `only ${green} files came to be green`);
});
