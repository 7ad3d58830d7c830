/** Rooms have doors: the arrows of the design, read from the imports themselves. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each room may import beside itself. */
const doors: Record<string, readonly string[]> = {
  'src/pages': [
    'src/search',
    'src/request',
    'src/layouts',
    'src/styles',
    'src/components',
    'src/data',
    'src/kinds',
    'src/lib',
    'src/site.ts',
  ],
  'src/layouts': ['src/components', 'src/lib', 'src/styles', 'src/site.ts'],
  'src/components': ['src/request', 'src/lib', 'src/styles', 'src/site.ts'],
  'src/data': ['src/request', 'src/kinds', 'src/lib', 'src/site.ts'],
  'src/checks': ['src/checks', 'src/kinds', 'src/lib', 'src/site.ts', 'src/options.ts'],
  'src/search': ['src/search', 'src/components', 'src/kinds', 'src/lib', 'src/styles'],
  'src/editors': ['src/editors', 'src/checks', 'src/kinds', 'src/lib', 'src/site.ts', 'src/options.ts'],
  'src/build': ['src/checks', 'src/components', 'src/kinds', 'src/lib'],
  'src/offline': ['src/lib', 'src/site.ts'],
  'src/kinds': ['src/lib'],
  'src/request': [],
  'src/lib': ['src/request'],
  'src/styles': [],
  'src/content.config.ts': ['src/build', 'src/kinds'],
  'src/site.ts': [],
  // The flags of a command.
  'src/options.ts': ['src/lib'],
  // A site of its own: the form is made from the kinds, in the editors’ words, and served here as Netlify would.
  editor: ['src/kinds', 'src/editors', 'src/lib', 'src/site.ts', 'src/options.ts', 'netlify'],
  netlify: ['src/request', 'src/lib', 'src/site.ts'],
};

const roomOf = (file: string): string | undefined =>
  Object.keys(doors).find((room) => file === room || file.startsWith(`${room}/`));

const sourceFiles = globSync(['src/**/*.{ts,astro}', 'netlify/**/*.ts', 'editor/*.ts'], { cwd: root }).filter(
  (file) => !file.endsWith('.test.ts'),
);

interface Import {
  file: string;
  target: string;
  isTypeOnly: boolean;
}

const importsOf = (file: string): Import[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|import\s*\(?\s*'([^']+)'/g,
    ),
  ].map(([, type, from, bare]) => {
    const specifier = from ?? bare ?? '';
    return {
      file,
      target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
      isTypeOnly: Boolean(type),
    };
  });

const imports = sourceFiles.flatMap(importsOf);

test('every source file is in a room of the design', () => {
  assert.ok(sourceFiles.length > 50);
  assert.deepEqual(
    sourceFiles.filter((file) => !roomOf(file)),
    [],
  );
});

test('imports follow the arrows of the design', () => {
  const within = imports.filter(({ target }) => /^(?:src|netlify|editor)\//.test(target));
  assert.ok(within.length > 100);
  const wrong = within.filter(({ file, target, isTypeOnly }) => {
    const room = roomOf(file);
    const to = roomOf(target);
    if (!room || !to) return true;
    // Components and layouts show plain data: they may name its types, never call for it. A browser gets no zod with them.
    if (['src/components', 'src/layouts'].includes(room) && ['src/data', 'src/kinds'].includes(to)) return !isTypeOnly;
    // The data layer makes the search’s records: it may name their types.
    if (room === 'src/data' && to === 'src/search') return !isTypeOnly;
    // The file of synonyms is read by the search alone; the checks say in their words what it says.
    if (room === 'src/checks' && target === 'src/search/synonyms.ts') return false;
    return !doors[room]?.includes(to) && to !== room;
  });
  assert.deepEqual(
    wrong.map(({ file, target }) => `${file} → ${target}`),
    [],
  );
});

test('only the data room calls for collections', () => {
  const callers = imports.filter(({ target }) => target === 'astro:content').map(({ file }) => file);
  assert.deepEqual(
    callers.filter((file) => !file.startsWith('src/data/') && file !== 'src/content.config.ts'),
    [],
  );
});

test('only src/kinds tells kinds apart in a switch', () => {
  const found = sourceFiles.filter(
    (file) =>
      !file.startsWith('src/kinds/') &&
      /\bswitch \([^)]*\b(?:collection|kind)\)|\bcase '(?:program-profiles|research-spotlights|resources|webinars|meetings|podcasts|experts)'/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
  );
  assert.deepEqual(found, []);
});

/** In browsers, in Node and at Netlify alike, though TypeScript knows them from the DOM. */
const everywhere = ['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'crypto', 'btoa'];

test('lib, kinds and request know no Node, no DOM and no Astro', () => {
  const files = sourceFiles.filter((file) => /^src\/(?:lib|kinds|request)\//.test(file));
  assert.deepEqual(
    imports
      .filter(({ file, target }) => files.includes(file) && /^(node:|astro)/.test(target))
      .map(({ file, target }) => `${file} → ${target}`),
    [],
  );
  // Read by the compiler with the language alone: a global of a browser or of Node is a name that it cannot find.
  const program = ts.createProgram(
    files.map((file) => join(root, file)),
    {
      lib: ['lib.esnext.d.ts'],
      types: [],
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
    },
  );
  const unknown = ts.getPreEmitDiagnostics(program).flatMap(({ file, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    const name = /^Cannot find name '(\w+)'|^Property '(\w+)' does not exist on type 'typeof globalThis'/.exec(message);
    return name ? [{ file: relative(root, file?.fileName ?? ''), name: name[1] ?? name[2] ?? '' }] : [];
  });
  assert.ok(unknown.some(({ name }) => name === 'URL'));
  assert.deepEqual(
    unknown.filter(({ file, name }) => files.includes(file) && !everywhere.includes(name)),
    [],
  );
});

test('no script turns text into markup: what people typed and what a file says stays text', () => {
  const sinks =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)\b|document\.write|\bset:html\b/;
  const inMarkup = sourceFiles.filter((file) => sinks.test(readFileSync(join(root, file), 'utf8')));
  // JSON for search engines, with “<” escaped by the one function that writes it.
  assert.deepEqual(inMarkup, ['src/layouts/Base.astro']);
});
