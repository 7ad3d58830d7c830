/** The weekly review finds what time has done, names who knows, and never asks the network unless told to. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { deadLinks } from '../../src/editors/dead-links.ts';
import { review, reviewText } from '../../src/editors/review-report.ts';
import { goodEntries, webinarFile } from '../checks/good-entries.ts';
import { readProject } from '../../src/checks/reading/project.ts';
import { withChanges } from '../support/with-changes.ts';

const project = withChanges(readProject(fileURLToPath(new URL('../..', import.meta.url))), goodEntries);
const webinar = String(goodEntries.get(webinarFile));
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(String(request.url));
  const status = { '/gone': 404, '/robots': 403 }[request.url ?? ''] ?? 200;
  response.writeHead(status).end();
});
let origin = '';
before(
  () =>
    new Promise<void>((resolve) =>
      server.listen(0, '127.0.0.1', () => {
        origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        resolve();
      }),
    ),
);
after(() => server.close());

/** The items of a section, by the beginning of its heading. */
const under = ({ sections }: ReturnType<typeof review>, heading: string) =>
  sections.find((one) => one.heading.startsWith(heading))?.items ?? [];

const history = (file: string) => ({ owner: file.includes('webinars') ? 'Pat' : 'Sam', since: '2026-05-01' });

test('a page is due a year after it was checked, under the name of who last changed it', () => {
  const of = (today: string) =>
    under(review(project, { today, history }), 'Due for review, last changed by Pat').map(({ file }) => file);
  assert.ok(!of('2027-11-04').includes(webinarFile));
  assert.ok(of('2027-11-05').includes(webinarFile));
});

test('webinars that were held and have no recording, and drafts of more than 90 days', () => {
  const changed = withChanges(project, new Map([[webinarFile, webinar.replace(/^recording:.*\n/m, '')]]));
  const files = (date: string, from = changed) =>
    under(review(from, { today: date, history }), 'Webinars without').map(({ file }) => file);
  assert.ok(files('2026-12-01').includes(webinarFile));
  assert.ok(!files('2026-12-01', project).includes(webinarFile));
  assert.ok(!files('2016-05-12').includes(webinarFile));
  const draft = withChanges(
    project,
    new Map([[webinarFile, webinar.replace('status: published', 'status: draft\ndraftReason: Waits for slides')]]),
  );
  const drafts = (today: string) =>
    under(review(draft, { today, history }), 'Drafts older').find(({ file }) => file === webinarFile)?.words;
  assert.equal(drafts('2026-07-30'), undefined);
  assert.equal(drafts('2026-07-31'), 'a draft since 2026-05-01: Waits for slides');
});

test('dead links are asked twice, refusals of robots are not deaths, and an archived copy is offered', async () => {
  const dead = await deadLinks(
    ['/gone', '/robots', '/fine'].map((path) => origin + path),
    { pause: 1 },
  );
  assert.deepEqual([...dead], [[`${origin}/gone`, '404']]);
  assert.equal(asked.filter((path) => path === '/gone').length, 2);
  const changed = withChanges(project, new Map([[webinarFile, webinar.replace('(/meetings/)', `(${origin}/gone)`)]]));
  const report = review(changed, { today: '2026-12-01', history, dead });
  assert.deepEqual(
    under(report, 'Links that no longer').map(({ file, words }) => [file, words]),
    [
      [
        webinarFile,
        `${origin}/gone (404). In its place, if the copy is right: https://web.archive.org/web/${origin}/gone`,
      ],
    ],
  );
  assert.match(reviewText(report), /## Links that no longer answer \(1\)/);
});

test('without being told, no link is asked, and the report says so', () => {
  const report = review(project, { today: '2026-12-01', history });
  assert.deepEqual(under(report, 'Links that no longer'), []);
  assert.match(reviewText(report), /were not asked/);
  assert.doesNotMatch(reviewText(report), /no longer answer/);
});
