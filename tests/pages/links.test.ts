/** Every internal link and fragment leads somewhere, and every page is near. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { startLocalSite } from '../../netlify/local/server.ts';
import { builtPages, dist, elementsOf, type BuiltPage } from '../support/pages.ts';

interface Link {
  from: string;
  to: URL;
}

const origin = 'https://site.test';
const pages = builtPages();
const elements = new Map(pages.map((page) => [page.path, elementsOf(page.html)]));
const ids = new Map(
  [...elements].map(([path, found]) => [path, new Set(found.flatMap(({ attributes }) => attributes['id'] ?? []))]),
);

/** Where each element points by these attributes: links, forms, pictures, sheets, fonts. */
const pointers = ['href', 'action', 'src'] as const;
const linksOf = ({ path }: BuiltPage): Link[] =>
  (elements.get(path) ?? []).flatMap(({ name, attributes }) =>
    name === 'base' || attributes['rel'] === 'canonical'
      ? []
      : pointers.flatMap((pointer) => {
          const value = attributes[pointer];
          const to = value === undefined ? undefined : new URL(value, origin + path);
          return to?.origin === origin ? [{ from: path, to }] : [];
        }),
  );

const links = pages.flatMap(linksOf);
const isPage = (path: string): boolean => ids.has(path);
const isFile = (path: string): boolean => existsSync(join(dist, decodeURIComponent(path))) && !path.endsWith('/');
/** Answered by a function instead of a file: the request form posts to it. */
const isFunction = (path: string): boolean => path.startsWith('/api/');

/** One line a target, with the first page that names it: a dead link in the footer is one fault, not three hundred. */
const byTarget = (broken: readonly Link[]): string[] =>
  [...Map.groupBy(broken, ({ to }) => to.pathname + to.hash)].map(
    ([target, group]) => `${target} from ${group[0]?.from}${group.length > 1 ? ` and ${group.length - 1} more` : ''}`,
  );

describe('links', () => {
  test('previous and next lead back to each other', () => {
    const turned = (path: string, rel: string): string[] =>
      (elements.get(path) ?? []).flatMap(({ name, attributes }) =>
        name === 'a' && attributes['rel'] === rel ? [new URL(attributes['href'] ?? '', origin + path).pathname] : [],
      );
    const ahead = pages.flatMap(({ path }) => turned(path, 'next').map((to) => [path, to] as const));
    assert.ok(ahead.length > 100, `${ahead.length} pages have a next one`);
    assert.deepEqual(
      ahead.filter(([path, to]) => !turned(to, 'prev').includes(path)),
      [],
    );
  });

  test('internal links lead to a page or a file', () => {
    assert.ok(links.length > 20 * pages.length, `looked at ${links.length} links only`);
    const broken = links.filter(({ to }) => !isPage(to.pathname) && !isFile(to.pathname) && !isFunction(to.pathname));
    assert.deepEqual(byTarget(broken), []);
  });

  test('fragments lead to an element', (t) => {
    const fragments = links.filter(({ to }) => to.hash.length > 1 && isPage(to.pathname));
    assert.ok(fragments.length > 2 * pages.length, `looked at ${fragments.length} fragments only`);
    t.diagnostic(`${links.length} internal links and ${fragments.length} fragments on ${pages.length} pages`);
    const broken = fragments.filter(({ to }) => !ids.get(to.pathname)?.has(decodeURIComponent(to.hash.slice(1))));
    assert.deepEqual(byTarget(broken), []);
  });

  test('no id stands twice on a page', () => {
    const doubled = pages.filter(({ path }) => {
      const all = (elements.get(path) ?? []).flatMap(({ attributes }) => attributes['id'] ?? []);
      return all.length !== new Set(all).size;
    });
    assert.deepEqual(
      doubled.map(({ path }) => path),
      [],
    );
  });

  test('every page is at most three clicks from home', () => {
    const next = Map.groupBy(links, ({ from }) => from);
    const clicks = new Map([['/', 0]]);
    for (const [path, count] of clicks)
      for (const { to } of next.get(path) ?? [])
        if (isPage(to.pathname) && !clicks.has(to.pathname)) clicks.set(to.pathname, count + 1);
    // Reached by a mistake alone, and by sending a request.
    const elsewhere = ['/404.html', '/offline/not-kept/', '/technical-assistance/request/received/'];
    const far = pages.filter(({ path }) => !elsewhere.includes(path) && !((clicks.get(path) ?? Infinity) <= 3));
    assert.deepEqual(
      far.map(({ path }) => `${path}: ${clicks.get(path) ?? 'an orphan'}`),
      [],
    );
  });

  test('every page names its own address as the canonical one', () => {
    const wrong = pages.filter(({ path }) => {
      const canonical = (elements.get(path) ?? []).find(({ attributes }) => attributes['rel'] === 'canonical')
        ?.attributes['href'];
      return path !== '/404.html' && (!canonical || new URL(canonical).pathname !== path);
    });
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });
});

describe('as served', () => {
  let answers: { path: string; status: number; type: string | null }[] = [];
  before(async () => {
    const site = await startLocalSite();
    try {
      answers = await Promise.all(
        pages.map(async ({ path }) => {
          const response = await fetch(site.address + path);
          await response.arrayBuffer();
          return { path, status: response.status, type: response.headers.get('content-type') };
        }),
      );
      const missing = await fetch(`${site.address}/no/such/page/`);
      answers.push({ path: 'an address without a page', status: missing.status, type: await missing.text() });
    } finally {
      await site.stop();
    }
  });

  test('every page answers 200 as HTML in UTF-8', () => {
    const wrong = answers
      .slice(0, -1)
      .filter(({ status, type }) => status !== 200 || type !== 'text/html; charset=utf-8');
    assert.equal(answers.length, pages.length + 1);
    assert.deepEqual(wrong, []);
  });

  test('an address without a page answers 404 with a page that helps', () => {
    const missing = answers.at(-1);
    assert.equal(missing?.status, 404);
    assert.match(missing?.type ?? '', /There is no page at this address/);
  });
});

test('no list folds a single line: its fold would be as tall', () => {
  const folds = pages.flatMap(({ html }) => html.match(/<summary>\d+ more<\/summary>/g) ?? []);
  assert.ok(folds.length > 1);
  assert.ok(!folds.includes('<summary>1 more</summary>'));
});

test('who finds no recording of a webinar is led to ask for it', () => {
  const without = pages.filter(({ html }) => html.includes('No public recording was found'));
  assert.ok(without.length > 1);
  for (const { path, html } of without)
    assert.ok(html.includes(`?about=${encodeURIComponent(path.slice(1, -1))}">ask for it</a>`), path);
});

/** Links that look alike, each beside what it belongs to. */
const alike: Record<string, RegExp> = {
  '/webinars/': />ask for them(.*?)<\/a>/gs,
  '/data/': />((?:CSV|JSON|Schema|Atom).*?)<\/a>/gs,
};
for (const [page, names] of Object.entries(alike))
  test(`links of ${page} that look alike are told apart by whoever hears a list of links`, () => {
    const { html = '' } = pages.find(({ path }) => path === page) ?? {};
    const heard = [...html.matchAll(names)].map(([, name]) => name);
    assert.ok(heard.length > 1);
    assert.equal(new Set(heard).size, heard.length);
  });
