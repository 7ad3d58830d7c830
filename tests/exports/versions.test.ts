/** Withdrawn and replaced entries, an episode with audio, an entry without year and authors, odd titles: built for real. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { parseRssFeed } from 'feedsmith';
import sharp from 'sharp';
import { scratchSite } from '../support/scratch-site.ts';
import { goodEntries, profileFile, topicFile } from '../checks/good-entries.ts';
import { attributesOf, decoded, metaTags } from './built.ts';

const common = (title: string, summary = 'An entry of the tests.'): string => `title: ${JSON.stringify(title)}
summary: ${summary}
topics: []
sources:
  - title: A source
    publisher: CNA
reviewed: 2026-11-04
status: published`;

const oddTitle = 'Quotes "inside" & <b tags>, {braces}, 50% #1 — “é”';

const site = scratchSite();
before(() => {
  // None of the real addresses is in a site with other content.
  site.write('src/checks/published-addresses.txt', '');
  site.write(
    'content/resources/old-guide.mdx',
    `---\n${common('Old guide')}\nkind: guide\norigin: spi\nyear: 2011\nauthors:\n  - organization: Bureau of Justice Assistance, U.S. Department of Justice\n---\nOld words.\n`,
  );
  site.write(
    'content/resources/new-guide.mdx',
    `---\n${common('New guide')}\nkind: guide\norigin: spi\nyear: 2012\nsupersedes: old-guide\n---\nNew words.\n`,
  );
  site.write(
    'content/resources/wrong.mdx',
    `---\n${common('Wrong figures')}\nkind: report\norigin: spi\nwithdrawn:\n  date: 2026-11-05\n  reason: The figures were found to be wrong.\n---\nWords.\n`,
  );
  // Two projects of one finding, of which one is withdrawn.
  const profile = String(goodEntries.get(profileFile))
    .replace(/^topics:.*$/m, 'topics: [fixture-topic]')
    .replaceAll('](/', '](https://www.cna.org/');
  site.write(profileFile, profile);
  site.write(
    'content/program-profiles/taken-back-ohio-2015.mdx',
    profile
      .replaceAll('Fixture City', 'Taken Back')
      .replace('status: published', 'status: published\nwithdrawn:\n  date: 2026-11-05\n  reason: Wrong figures.'),
  );
  site.write(
    topicFile,
    String(goodEntries.get(topicFile)).replace(/^askExperts:.*$/m, 'askProjects: [fixture-city-ohio-2015]'),
  );
  site.write('content/resources/odd.mdx', `---\n${common(oddTitle)}\nkind: report\norigin: spi\n---\n`);
  site.write(
    'content/podcasts/episode.mdx',
    `---\n${common('An episode')}\ndate: 2013-05\naudio: https://www.cna.org/episode.mp3\naudioBytes: 12345\ndurationMinutes: 10\n---\nWords.\n`,
  );
  site.write(
    'content/podcasts/gone.mdx',
    `---\n${common('A lost episode').replace('status: published', 'status: published\nwithdrawn:\n  date: 2026-11-05\n  reason: Asked to.')}\ndate: 2013-06\naudio: https://www.cna.org/gone.mp3\naudioBytes: 12345\n---\nWords.\n`,
  );
  const { status, output } = site.run('build');
  assert.equal(status, 0, output);
});
after(() => site.remove());

const page = (path: string): string => decoded(site.read(`dist/${path}/index.html`));

test('a withdrawn entry keeps its address and says so on top, in Markdown, in the feed and in its record', () => {
  const html = page('library/wrong');
  const notice = html.indexOf('Withdrawn.');
  assert.ok(notice > 0 && notice < html.indexOf('<h1>'));
  assert.match(html, /November 5, 2026: The figures were found to be wrong\./);
  assert.match(
    site.read('dist/library/wrong.md'),
    /\*\*Withdrawn 2026-11-05\.\*\* The figures were found to be wrong\./,
  );
  const feed = JSON.parse(site.read('dist/feed.json')) as {
    items: { url: string; content_text: string; date_modified: string }[];
  };
  const item = feed.items.find(({ url }) => url.endsWith('/library/wrong/'));
  assert.match(item?.content_text ?? '', /^Withdrawn\. /);
  assert.ok(item && item.date_modified >= '2026-11-05');
  const record = JSON.parse(site.read('dist/library/wrong.json')) as { data: { withdrawn: { date: string } } };
  assert.equal(record.data.withdrawn.date, '2026-11-05');
});

test('a withdrawn entry says so wherever its name stands: lists, search, citations', () => {
  const row = /<li[ >](?:(?!<\/li>).)*href="\/library\/wrong\/".*?<\/li>/s.exec(page('library'))?.[0] ?? '';
  assert.match(row, /Withdrawn/);
  for (const file of ['library/wrong', 'data/v1/library']) {
    assert.match(site.read(`dist/${file}.ris`), /^N1  - .*Withdrawn 2026-11-05: The figures were found to be wrong\./m);
    assert.match(site.read(`dist/${file}.bib`), /note = \{Withdrawn 2026-11-05: The figures/);
    assert.match(site.read(`dist/${file}.csl.json`), /"note": ?"Withdrawn 2026-11-05: The figures/);
  }
  const { version } = JSON.parse(site.read('dist/search/manifest.json')) as { version: string };
  assert.match(
    globSync(`search/data/${version}/**/*.json`, { cwd: `${site.folder}/dist` })
      .map((file) => site.read(`dist/${file}`))
      .join(''),
    /Withdrawn · /,
  );
});

test('a withdrawn project has no vote: neither in tallies and tables nor among projects like another', () => {
  assert.match(site.read('dist/data/v1/studies.csv'), /fixture-city-ohio-2015/);
  for (const table of ['studies', 'outcomes', 'later-evidence'])
    assert.doesNotMatch(site.read(`dist/data/v1/${table}.csv`), /taken-back/);
  assert.match(page('evidence'), /fixture-city/);
  assert.doesNotMatch(page('evidence'), /taken-back/);
  assert.match(page('program-profiles/taken-back-ohio-2015'), /same tactic/i);
  assert.doesNotMatch(page('program-profiles/fixture-city-ohio-2015'), /same tactic/i);
  assert.match(
    page('topics/fixture-topic'),
    /Withdrawn(?:(?!<\/li>).)*taken-back|taken-back(?:(?!<\/li>).)*Withdrawn/s,
  );
  assert.match(page('program-profiles'), /taken-back(?:(?!<\/li>).)*Withdrawn/s);
  assert.match(page('program-profiles/taken-back-ohio-2015'), /Wrong figures\./);
});

test('what was withdrawn is offered to nobody, and programs are told', () => {
  const { projects } = JSON.parse(site.read('dist/technical-assistance/request/directory.json')) as {
    projects: { href: string }[];
  };
  assert.ok(projects.some(({ href }) => href.includes('fixture-city')));
  assert.ok(!projects.some(({ href }) => href.includes('taken-back')));
  const podcast = site.read('dist/podcasts/podcast.xml');
  assert.match(podcast, /episode\.mp3/);
  assert.doesNotMatch(podcast, /gone\.mp3/);
  assert.match(site.read('dist/llms.txt'), /taken-back-ohio-2015\.md\): Withdrawn\. Wrong figures\./);
});

test('a replaced entry points to the newer one, and back', () => {
  assert.match(page('library/old-guide'), /Replaced\..*<a href="\/library\/new-guide\/">New guide<\/a>/s);
  assert.match(page('library/new-guide'), /Replaces <a href="\/library\/old-guide\/">Old guide<\/a>/);
  assert.doesNotMatch(page('library/new-guide'), /Replaced\./);
});

test('without year and authors nothing is made up', () => {
  const ris = site.read('dist/library/wrong.ris');
  assert.doesNotMatch(ris, /^(PY|AU|DA) /m);
  assert.doesNotMatch(site.read('dist/library/wrong.bib'), /year|author|undefined/);
  assert.match(page('library/wrong'), /<i>Wrong figures<\/i>\. \(n\.d\.\)\./);
  assert.match(page('library/wrong'), /“Wrong figures\.” n\.d\./);
});

test('an organization with a comma stays in one piece in the page’s tags', () => {
  const tags = [
    ...site.read('dist/library/old-guide/index.html').matchAll(/<meta name="(DC\.creator|citation_author)"[^>]*>/g),
  ].map(([tag]) => attributesOf(tag));
  assert.deepEqual(tags, [{ name: 'DC.creator', content: 'Bureau of Justice Assistance U.S. Department of Justice,' }]);
});

test('an odd title is right in every format', () => {
  const html = site.read('dist/library/odd/index.html');
  assert.match(html, /<h1>Quotes (&quot;|")inside(&quot;|") &amp; &lt;b tags&gt;/);
  const tags = metaTags(html);
  assert.equal(tags.find(({ name }) => name === 'citation_title')?.['content'], oddTitle);
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  assert.equal((JSON.parse(data) as { '@graph': { name: string }[] })['@graph'][0]?.name, oddTitle);
  assert.ok(site.read('dist/library/odd.ris').includes(`TI  - ${oddTitle}\r\n`));
  assert.ok(site.read('dist/data/v1/resources.csv').includes(`"${oddTitle.replaceAll('"', '""')}"`));
});

test('with an audio file there is a podcast feed, and a square cover for it', async () => {
  const feed = parseRssFeed(site.read('dist/podcasts/podcast.xml'));
  assert.deepEqual(
    feed.items?.map(({ title, enclosures }) => [title, enclosures?.[0]?.url, enclosures?.[0]?.length]),
    [['An episode', 'https://www.cna.org/episode.mp3', 12345]],
  );
  const { width, height } = await sharp(`${site.folder}/dist${new URL(feed.itunes?.image ?? '').pathname}`).metadata();
  assert.ok(width === height && width >= 1400 && width <= 3000);
  assert.match(page('data'), /href="\/podcasts\/podcast\.xml"/);
});
