/** Words are for people: a topic with another title keeps its address, and everything that leads to it still does. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchSite } from '../support/scratch-site.ts';

interface Manifest {
  facets: { topic: { id: string; label: string }[] };
}

test('a renamed topic keeps every link to it, in pages and in the search', () => {
  const site = scratchSite({ content: true });
  try {
    const path = 'content/topics/gun-violence.mdx';
    site.write(path, site.read(path).replace(/^title: .*$/m, 'title: Harm done with firearms'));
    const { status, output } = site.run('build');
    assert.equal(status, 0, output);
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
  } finally {
    site.remove();
  }
});
