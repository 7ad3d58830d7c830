/** A site with other words, built once: a topic of another title, and the program’s own provider as operator. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { scratchSite, type ScratchSite } from '../support/scratch-site.ts';

interface Manifest {
  facets: { topic: { id: string; label: string }[] };
}

let site: ScratchSite;
const built = (path: string): string => readFileSync(join(site.folder, 'dist', path, 'index.html'), 'utf8');

before(() => {
  site = scratchSite({ content: true });
  const topic = 'content/topics/gun-violence.mdx';
  site.write(topic, site.read(topic).replace(/^title: .*$/m, 'title: Harm done with firearms'));
  const settings = site.read('src/site.ts');
  site.write(
    'src/site.ts',
    settings
      .replace("name: 'whoever runs this copy of the site'", "name: 'CNA'")
      .replace('isProvider: false', 'isProvider: true')
      .replace(/program: \{\s+name: '[^']*'/, "program: { name: 'Rural Courts Program'"),
  );
  const { status, output } = site.run('build');
  assert.equal(status, 0, output);
});
after(() => site.remove());

test('a renamed topic keeps every link to it, in pages and in the search', () => {
  const dist = join(site.folder, 'dist');
  const pages = globSync('**/index.html', { cwd: dist });
  assert.ok(pages.length > 300);
  const links = pages.flatMap((page) =>
    [...readFileSync(join(dist, page), 'utf8').matchAll(/href="(\/topics\/[^"#?]*)/g)].map(([, to = '']) => to),
  );
  assert.ok(links.includes('/topics/gun-violence/'));
  assert.deepEqual(
    [...new Set(links)].filter((to) => !existsSync(join(dist, to, to.endsWith('/') ? 'index.html' : ''))),
    [],
  );
  const { facets } = JSON.parse(readFileSync(join(dist, 'search/manifest.json'), 'utf8')) as Manifest;
  assert.ok(facets.topic.length > 20);
  assert.equal(facets.topic.find(({ label }) => label === 'Harm done with firearms')?.id, 'gun-violence');
  assert.deepEqual(
    facets.topic.map(({ id }) => `/topics/${id}/`).filter((to) => !existsSync(join(dist, to, 'index.html'))),
    [],
  );
});

test('run by the program’s provider, the site reads as the program’s own page', () => {
  for (const path of ['', 'technical-assistance', 'technical-assistance/request']) {
    const page = built(path).replace(/\s+/g, ' ');
    assert.match(
      page,
      /Requests go directly to CNA, the technical assistance provider of the Rural Courts Program/,
      path,
    );
    assert.doesNotMatch(page, /not an official site|To ask the program itself/, path);
  }
  const assistance = built('technical-assistance');
  assert.match(assistance, /Help for agencies in the Rural Courts Program/);
  assert.match(assistance, /It goes directly to CNA\./);
  assert.doesNotMatch(assistance, /This site has another/);
});
