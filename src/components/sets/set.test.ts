import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, listFrom } from './my-list.ts';
import { compareAddressOf, entriesInQuery, missingInWords, queryOfEntries, setCitation, setInWords } from './set.ts';

const entry = (path: string, title = path) => ({ path, title });
const boston = entry('/program-profiles/boston-massachusetts-2009/', 'Boston');
const lowell = entry('/program-profiles/lowell-massachusetts-2010/', 'Lowell');
const report = entry('/library/a-report/', 'A report');

test('projects of a set are compared, the rest is not', () => {
  assert.equal(
    compareAddressOf([boston, report, lowell]),
    '/program-profiles/compare/?ids=boston-massachusetts-2009,lowell-massachusetts-2010',
  );
  assert.equal(compareAddressOf([boston, report]), undefined);
});

test('what the tools of a list are for is said as a person would, of one too', () => {
  assert.equal(setInWords('All', 87), 'All 87');
  assert.equal(setInWords('These', 2), 'These 2');
  assert.equal(setInWords('These', 1), 'This one');
  assert.equal(setInWords('The chosen', 1), 'The chosen one');
});

test('a set is cited with its number, the day and the address', () => {
  assert.equal(
    setCitation({ count: 11, site: 'Smart Policing', address: 'https://x.example/?a=b', day: '2026-11-28' }),
    '11 entries of Smart Policing. Retrieved November 28, 2026, from https://x.example/?a=b',
  );
  assert.match(setCitation({ count: 1, site: 'S', address: 'A', day: '2026-11-28' }), /^1 entry of S/);
});

test('an address that names entries is read back alike; what is no entry is left out', () => {
  assert.deepEqual(
    entriesInQuery(queryOfEntries([boston, report]))?.map(({ path }) => path),
    [boston.path, report.path],
  );
  assert.equal(entriesInQuery('?other=1'), undefined);
  assert.deepEqual(entriesInQuery('?ids=javascript:alert(1),//evil.example,a/b/c,../x'), []);
  assert.equal(queryOfEntries([]), '');
});

test('what a file lacks is named', () => {
  assert.equal(missingInWords([]), '');
  assert.equal(missingInWords(['A']), '1 entry has no such file and is left out: A.');
  assert.match(missingInWords(['A', 'B', 'C', 'D', 'E', 'F', 'G']), /^7 entries have .*: A, B, C, D, E and 2 more\.$/);
});

test('my list keeps each entry once, the older first, and survives whatever stands in the storage', () => {
  assert.deepEqual(joined([boston], [report, boston]), [boston, report]);
  assert.deepEqual(listFrom(JSON.stringify([boston, { path: 'javascript:x', title: 'x' }, 7, null])), [boston]);
  for (const text of [null, '', '{', '7', '{"a":1}']) assert.deepEqual(listFrom(text), []);
});
