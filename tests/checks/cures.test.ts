/** Whoever does what each line says ends with what was meant, or is still told of a fault: never with something false and green. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/checks/edits.ts';
import { findFaults } from '../../src/checks/find.ts';
import type { Fault } from '../../src/checks/finding.ts';
import type { Entry } from '../../src/checks/reading/entry.ts';
import { withChanges, type Project } from '../../src/checks/reading/project.ts';
import { readRedirects } from '../../src/checks/reading/redirects.ts';
import { markedValuesOf } from '../../src/checks/reading/values.ts';
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
    ...markedValuesOf(entry).flatMap(({ shape: { references }, value }) =>
      references
        ? (project.byKey.get(references === 'any' ? String(value) : `${references}/${String(value)}`)?.title ?? [])
        : [],
    ),
    ...(entry.body?.links ?? []).flatMap(({ url }) => byAddress.get(url.replace(/#.*/, ''))?.title ?? []),
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
