/** The headers of every page and file, as Netlify’s own server code sends them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startLocalSite, type LocalSite } from '../../netlify/local/server.ts';
import { takenForFiles } from '../../src/lib/security-headers.ts';
import { builtPages, dist, elementsOf, root } from '../support/pages.ts';

let site: LocalSite | undefined;
before(async () => {
  site = await startLocalSite();
});
after(() => site?.stop());

const pages = builtPages();
const asked = new Map<string, Promise<Headers>>();
/** Each address is asked once. */
const headersOf = (path: string): Promise<Headers> => {
  const headers =
    asked.get(path) ?? fetch(`${site?.address}${path}`, { method: 'HEAD' }).then((answer) => answer.headers);
  asked.set(path, headers);
  return headers;
};

/** A Content-Security-Policy as a table: directive to its sources. */
const policyOf = (headers: Headers): Map<string, string[]> =>
  new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [directive = '', ...sources] = part.trim().split(/\s+/);
      return [directive, sources];
    }),
  );

/** May compile WebAssembly. */
const compiles = (path: string): boolean => path === '/search/';

describe('headers', () => {
  test('every page has the whole set', async () => {
    assert.ok(pages.length > 300);
    for (const { path } of [...pages, { path: '/no/such/page/' }]) {
      const headers = await headersOf(path);
      const policy = policyOf(headers);
      assert.deepEqual(policy.get('default-src'), ["'none'"], path);
      assert.deepEqual(policy.get('script-src'), compiles(path) ? ["'self'", "'wasm-unsafe-eval'"] : ["'self'"], path);
      for (const directive of ['img-src', 'font-src', 'connect-src', 'form-action'])
        assert.deepEqual(policy.get(directive), ["'self'"], `${directive} on ${path}`);
      for (const directive of ['base-uri', 'object-src', 'frame-ancestors'])
        assert.deepEqual(policy.get(directive), ["'none'"], `${directive} on ${path}`);
      assert.match(headers.get('strict-transport-security') ?? '', /^max-age=31536000; includeSubDomains/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('x-frame-options'), 'DENY', path);
      assert.equal(headers.get('referrer-policy'), 'strict-origin-when-cross-origin', path);
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path);
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
      assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp', path);
      assert.equal(headers.get('x-permitted-cross-domain-policies'), 'none', path);
      for (const feature of ['camera', 'geolocation', 'microphone', 'payment'])
        assert.match(headers.get('permissions-policy') ?? '', new RegExp(`\\b${feature}=\\(\\)`), path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
      assert.equal(headers.get('set-cookie'), null, path);
    }
  });

  test('the sheets come with the page, and the policy lets in these and no others', async () => {
    const used = new Set<string>();
    const listed = new Set<string>();
    for (const { path, html } of pages) {
      const elements = elementsOf(html);
      // A sheet of its own would be waited for: on a weak line it doubles the time to the first text.
      assert.ok(!elements.some(({ attributes }) => attributes['rel'] === 'stylesheet'), path);
      const sheets = elements.filter(({ name }) => name === 'style');
      assert.ok(sheets.length > 0, path);
      const sources = policyOf(await headersOf(path)).get('style-src') ?? [];
      for (const { text } of sheets) {
        const source = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
        assert.ok(sources.includes(source), `a sheet of ${path} is not in its policy`);
        used.add(source);
      }
      for (const source of sources) listed.add(source);
    }
    assert.deepEqual([...listed].sort(), [...used].sort());
  });

  test('no policy names another host or allows inline code', async () => {
    for (const { path } of pages)
      assert.doesNotMatch(
        (await headersOf(path)).get('content-security-policy') ?? '',
        /unsafe-inline|'unsafe-eval'|data:|https?:|\*/,
        path,
      );
  });

  test('pages are asked about each time; what is named by its contents is kept for ever', async () => {
    for (const { path } of pages)
      assert.equal((await headersOf(path)).get('cache-control'), 'public, max-age=0, must-revalidate', path);
    const hashed = globSync(['_astro/*', 'pagefind/{index,fragment}/*', 'search/data/*/*.json'], { cwd: dist });
    assert.ok(hashed.length > 0);
    for (const file of hashed.slice(0, 50))
      assert.equal((await headersOf(`/${file}`)).get('cache-control'), 'public, max-age=31536000, immutable', file);
    for (const file of globSync(['pagefind/pagefind-entry.json', 'pagefind/*.js', 'search/manifest.json'], {
      cwd: dist,
    }))
      assert.equal((await headersOf(`/${file}`)).get('cache-control'), 'public, max-age=0, must-revalidate', file);
    for (const file of globSync('fonts/*.woff2', { cwd: dist }))
      assert.match((await headersOf(`/${file}`)).get('cache-control') ?? '', /max-age=604800/, file);
  });

  test('the files beside pages say what they are, with a charset', async () => {
    for (const [ending, type] of [
      ['bib', 'application/x-bibtex'],
      ['ris', 'application/x-research-info-systems'],
    ]) {
      const [file] = globSync(`**/*.${ending}`, { cwd: dist });
      assert.equal((await headersOf(`/${file}`)).get('content-type'), `${type}; charset=utf-8`, file);
      assert.match(
        readFileSync(join(dist, '_headers'), 'utf8'),
        new RegExp(`^/\\*\\.${ending}\n  Content-Type: `, 'm'),
      );
    }
  });

  test('every page is a page, and none is taken for a file by the rule of an ending', async () => {
    for (const { path } of builtPages())
      assert.match((await headersOf(path)).get('content-type') ?? '', /^text\/html/, path);
    assert.deepEqual(takenForFiles(['topics/', 'library/a/', 'states/paris/']), ['states/paris/']);
  });

  test('what is published holds nothing that is no part of the site', () => {
    // OWASP ASVS 13.4: no repository, no source map, no draft or scratch file. A glob would pass over names with a dot.
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    assert.ok(files.length > 300);
    assert.deepEqual(
      files.filter((file) => /(^|\/)\.|\.map$|\.mdx$|\.ts$|\.bak$|~$/.test(file)),
      [],
    );
    const drafts = globSync('*/*.mdx', { cwd: join(root, 'content'), exclude: ['templates/**'] })
      .filter((file) => /^status: draft$/m.test(readFileSync(join(root, 'content', file), 'utf8')))
      .map((file) => basename(file, '.mdx'));
    for (const draft of drafts)
      assert.deepEqual(
        files.filter((file) => file.split(/[/.]/).includes(draft)),
        [],
        `${draft} is a draft`,
      );
  });
});
