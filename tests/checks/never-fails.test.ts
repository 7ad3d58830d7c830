/** Whatever stands in one file, the check ends, tells of it, and says “no faults” only where the build can read it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { findFaults, findingsOf } from '../../src/checks/find.ts';
import { parseEntry, usesMdx } from '../../src/lib/entry.ts';
import { kinds, type CollectionName } from '../../src/kinds/index.ts';
import {
  goodEntries,
  meetingFile,
  pageFile,
  profileFile,
  resourceFile,
  topicFile,
  webinarFile,
} from './good-entries.ts';
import { good } from './good-project.ts';
import { withChanges } from '../support/with-changes.ts';
import type { Find } from '../../src/checks/rule.ts';

const files = [webinarFile, profileFile, resourceFile, meetingFile, topicFile, pageFile];
const signs = [
  ...' \t\u00a0\u200b\u2028\'"“”‘’-–—#*&!|>@%`?:;,.[](){}<\\/~=_+$^•\u000b',
  '  ',
  '    ',
  '- ',
  '# ',
  '? ',
  ': ',
  ' #',
  '<<',
  '---',
  '...',
  '***',
  '{}',
  '<b>',
  '</b>',
  '[]',
  '()',
  '![]()',
  '&nbsp;',
  '<<<<<<< HEAD\n',
  '\n=======\n',
  '\n>>>>>>> x\n',
  'null',
  '~',
  '!!str ',
  '&a ',
  '*a',
  '<!-- ',
  '{/* ',
  '0x1F',
  '.nan',
];

/** One change of a text, as a hand makes it: something typed, lost, moved or doubled. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom(
    'type',
    'type',
    'type',
    'lose',
    'lose line',
    'double line',
    'break',
    'join',
    'indent',
    'dedent',
    'swap',
  ),
  sign: fc.constantFrom(...signs),
});

const changed = (text: string, { at, kind, sign }: { at: number; kind: string; sign: string }): string => {
  const offset = Math.floor(at * text.length);
  const lines = text.split('\n');
  const line = text.slice(0, offset).split('\n').length - 1;
  const put = (...words: string[]) => [...lines.slice(0, line), ...words, ...lines.slice(line + 1)].join('\n');
  const here = lines[line] ?? '';
  switch (kind) {
    case 'type':
      return text.slice(0, offset) + sign + text.slice(offset);
    case 'lose':
      return text.slice(0, offset) + text.slice(offset + 1);
    case 'lose line':
      return put();
    case 'double line':
      return put(here, here);
    case 'break':
      return `${text.slice(0, offset)}\n${text.slice(offset)}`;
    case 'join':
      return [...lines.slice(0, line), `${here} ${lines[line + 1] ?? ''}`, ...lines.slice(line + 2)].join('\n');
    case 'indent':
      return put(` ${here}`);
    case 'dedent':
      return put(here.replace(/^ /, ''));
    default:
      return [...lines.slice(0, line), lines[line + 1] ?? '', here, ...lines.slice(line + 2)].join('\n');
  }
};

/** Why the build would stop at a file, or undefined. */
const buildFault = (file: string, text: string): string | undefined => {
  const entry = parseEntry(text);
  if (!entry?.data) return 'no readable frontmatter';
  const collection = file.split('/')[1] as CollectionName;
  const result = kinds[collection].schema.safeParse(entry.data);
  if (!result.success) return result.error.message;
  if (!usesMdx(entry.body)) return undefined;
  try {
    mdxToJs(entry.body);
    return undefined;
  } catch (error) {
    return String(error);
  }
};

test('1,000 changes of good entries: never an exception, and “no faults” only where the build can read the file', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), change, (file, how) => {
      const text = changed(String(goodEntries.get(file)), how);
      const project = withChanges(good, new Map([[file, text]]));
      const faults = findFaults(project).filter((fault) => fault.file === file);
      const fault = buildFault(file, text);
      if (fault !== undefined)
        assert.ok(
          faults.some(({ severity }) => severity === 'error'),
          `${fault}\n${text}`,
        );
      for (const { line, found, cure } of faults) {
        assert.ok(line >= 1 && line <= text.split('\n').length);
        assert.doesNotMatch(`${found} ${cure}`, /undefined|\[object|NaN|cannot read this file/);
      }
      // Where nothing is wrong, both readers see the same.
      const seen = project.byKey.get(file.slice('content/'.length, -'.mdx'.length))?.frontmatter.values;
      if (faults.length === 0)
        assert.ok(isDeepStrictEqual({ ...seen }, { ...(parseEntry(text)?.data as object) }), text);
    }),
    { numRuns: 1000, seed: 20261123 },
  );
});

test('a rule that fails at one file tells of that file, and of the others what it finds', () => {
  const find: Find = (project) =>
    project.entries.map(({ file }) => {
      if (file === webinarFile) throw new Error('out of words');
      return { file, line: 1, column: 1, found: 'seen', cure: '' };
    });
  const found = findingsOf({ id: 'titles', find }, good);
  assert.equal(found.filter((one) => one.found === 'seen').length, good.entries.length - 1);
  const [fault, ...more] = found.filter(({ file }) => file === webinarFile);
  assert.match(fault?.found ?? '', /“titles” cannot read this file \(out of words\)/);
  assert.deepEqual(more, []);
});

test('a file that made the reading fail is told', () => {
  const entries = good.entries.map((entry) =>
    entry.file === webinarFile ? { ...entry, failure: 'no more words' } : entry,
  );
  const found = findFaults({ ...good, entries }).filter(({ rule }) => rule === 'unreadable');
  assert.deepEqual(
    found.map(({ file }) => file),
    [webinarFile],
  );
  assert.match(found[0]?.found ?? '', /no more words/);
});
