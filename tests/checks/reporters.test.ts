import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { annotations, summary } from '../../src/checks/reporters/github.ts';
import { jsonReport } from '../../src/checks/reporters/json.ts';
import { terminalReport } from '../../src/checks/reporters/terminal.ts';
import { root } from '../support/pages.ts';
import type { Fault } from '../../src/checks/finding.ts';

const fault = (over: Partial<Fault>): Fault => ({
  rule: 'schema',
  severity: 'error',
  file: 'content/a.mdx',
  line: 4,
  column: 7,
  path: ['date'],
  found: 'found “1/8, 2024: 5%”',
  allowed: 'allowed so',
  cure: 'write *this* | that',
  ...over,
});
const faults = [
  fault({ file: 'content/b.mdx', severity: 'warning' }),
  fault({}),
  fault({ line: 9, path: undefined, edits: [{ start: 0, end: 1, text: '' }] }),
];

test('the terminal groups by file, worst first, and counts', () => {
  const report = terminalReport(faults, { color: false, entries: 12, seconds: 0.42 });
  assert.ok(report.indexOf('content/a.mdx') < report.indexOf('content/b.mdx'));
  assert.match(report, /content\/a\.mdx:4:7 error date: found “1\/8, 2024: 5%”; allowed so; write \*this\* \| that/);
  assert.match(
    report,
    /2 errors and 1 warning in 2 files; 12 entries read in 0\.4 s\.\n“npm run fix” mends 1 of them\.$/,
  );
  assert.doesNotMatch(report, /\u001b/);
  assert.match(terminalReport([], { color: false, entries: 12, seconds: 0 }), /^No faults\./);
});

test('GitHub gets one annotation a fault, errors first, with its signs escaped', () => {
  const [first, second, third] = annotations(faults).split('\n');
  assert.equal(
    first,
    '::error file=content/a.mdx,line=4,col=7,title=date::found “1/8, 2024: 5%25”; allowed so; write *this* | that',
  );
  assert.match(second ?? '', /^::error file=content\/a\.mdx,line=9/);
  assert.match(third ?? '', /^::warning file=content\/b\.mdx/);
});

test('the summary has every fault in a table and tells a newcomer what to do', () => {
  const text = summary(faults, 12);
  assert.match(text, /## Content: 2 errors and 1 warning/);
  assert.match(text, /Edit file/);
  assert.match(text, /\| 4 \| date \| found “1\/8, 2024: 5%”; allowed so \| write \\\*this\\\* \\\| that \|/);
  assert.match(summary([], 12), /no faults/);
});

test('JSON has the parts and the whole', () => {
  const { faults: list } = JSON.parse(jsonReport(faults, 12)) as { faults: { message: string; fixable: boolean }[] };
  assert.equal(list.length, 3);
  assert.equal(list[1]?.message, 'found “1/8, 2024: 5%”; allowed so; write *this* | that');
  assert.deepEqual(
    list.map(({ fixable }) => fixable),
    [false, false, true],
  );
});

test('a path that is not there is no page without faults', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/checks/check.ts', 'content/webinar'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /There is no “content\/webinar”/);
});
