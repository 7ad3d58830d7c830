/** JSON-LD of the built pages: what each is, and what its page says too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { site } from '../../src/site.ts';
import { builtPages } from '../support/pages.ts';
import { built, builtFiles, records, stemOf } from './built.ts';

interface Node {
  '@type': string;
  [property: string]: unknown;
}

const graphOf = (path: string): Node[] =>
  [...built(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, text = '']) => {
    const { '@context': context, '@graph': graph } = JSON.parse(text) as { '@context': string; '@graph': Node[] };
    assert.equal(context, 'https://schema.org');
    return graph;
  });

/** Every value in a node, however deep. */
const valuesIn = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [value];

// The vocabulary itself is the compiler’s: `thing` of lib/structured-data.ts knows each class and its properties.
test('every entry says what it is, and nothing empty', () => {
  const withData = builtFiles('**/index.html').filter((path) => built(path).includes('application/ld+json'));
  assert.ok(withData.length >= records().length);
  for (const path of withData)
    for (const node of graphOf(path)) {
      assert.ok(node['@type'], path);
      assert.ok(!valuesIn(node).some((value) => value === '' || value === null), `${path}: ${node['@type']}`);
    }
});

const typesAt = (collection: string): string[][] =>
  records()
    .filter((record) => record.collection === collection)
    .map((record) => graphOf(`${stemOf(record)}/index.html`).map((node) => node['@type']));

test('each kind is what it is, and each page has its breadcrumbs', () => {
  const expected: Record<string, readonly string[]> = {
    'program-profiles': ['Article'],
    'research-spotlights': ['WebPage'],
    resources: ['WebPage'],
    webinars: ['Event', 'Article'],
    meetings: ['Event'],
    podcasts: ['PodcastEpisode'],
    experts: ['ProfilePage'],
    'ta-types': ['GovernmentService'],
    pages: ['WebPage'],
  };
  for (const [collection, types] of Object.entries(expected))
    for (const [first = '', ...rest] of typesAt(collection)) {
      assert.ok(types.includes(first), `${collection}: ${first}`);
      assert.equal(rest.at(-1), 'BreadcrumbList');
    }
});

test('the page of a publication is of this site, and about the work', () => {
  for (const record of records().filter(({ collection }) =>
    ['research-spotlights', 'resources'].includes(collection),
  )) {
    const [page] = graphOf(`${stemOf(record)}/index.html`);
    const { publisher, mainEntity } = page as unknown as { publisher: { name: string }; mainEntity: Node };
    assert.equal(publisher.name, site.name, record.id);
    assert.ok(['Report', 'ScholarlyArticle', 'Book', 'Thesis', 'Article'].includes(mainEntity['@type']), record.id);
    assert.equal(mainEntity['name'], record.data['title']);
  }
});

test('a webinar that can be watched is a video too; events have their days', () => {
  for (const record of records().filter(({ collection }) => collection === 'webinars')) {
    const graph = graphOf(`${stemOf(record)}/index.html`);
    const video = graph.find((node) => node['@type'] === 'VideoObject');
    assert.equal(Boolean(video), Boolean(record.data['recording'] && record.data['date']), record.id);
    if (video) for (const needed of ['name', 'description', 'thumbnailUrl', 'uploadDate']) assert.ok(video[needed]);
    const event = graph.find((node) => node['@type'] === 'Event');
    if (event) assert.equal(event['startDate'], record.data['date']);
  }
});

test('the catalog lists every data file', () => {
  const [catalog] = graphOf('data/index.html');
  assert.equal(catalog?.['@type'], 'DataCatalog');
  const datasets = catalog['dataset'] as { distribution: { contentUrl: string }[] }[];
  const listed = datasets.flatMap(({ distribution }) =>
    distribution.map(({ contentUrl }) => new URL(contentUrl).pathname.slice(1)),
  );
  assert.deepEqual(listed.filter((path) => path.endsWith('.csv')).sort(), builtFiles('data/v1/*.csv'));
});

test('every page that shows where it stands says so in data too; no two pages have one title or one description', () => {
  const taken = new Map<string, string>();
  for (const { path, html } of builtPages()) {
    const trail = html.includes('class="breadcrumbs"') && /<main/.test(html) && path.startsWith('/program-profiles/');
    if (trail) assert.match(html, /"@type":"BreadcrumbList"/, path);
    for (const part of [/<title>[^<]*/, /<meta name="description" content="[^"]*"/]) {
      const [words = ''] = part.exec(html) ?? [];
      assert.equal(taken.get(words), undefined, `${path} says ${words}, like ${taken.get(words)}`);
      if (words) taken.set(words, path);
    }
  }
});
