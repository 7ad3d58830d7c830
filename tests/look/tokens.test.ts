/** Colors, sizes of type and faces come from the tokens and from nowhere else. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtPages, root } from '../support/pages.ts';

interface Declaration {
  file: string;
  property: string;
  value: string;
}

const sheets = globSync('src/**/*.css', { cwd: root }).map((file) => ({
  file,
  css: readFileSync(join(root, file), 'utf8'),
}));
const scoped = globSync('src/**/*.astro', { cwd: root }).flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => ({ file, css }));
});

const declarations = [...sheets, ...scoped]
  // The tokens are where values are made; @font-face names the faces that the tokens use.
  .filter(({ file }) => !/styles\/(tokens|fonts)\.css$/.test(file))
  .flatMap(({ file, css }): Declaration[] =>
    [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
      ([, property = '', value = '']) => ({ file, property, value: value.trim() }),
    ),
  );

const isPrint = (file: string): boolean => file.endsWith('styles/print.css');
const shown = ({ file, property, value }: Declaration): string => `${file}: ${property}: ${value}`;

const literalColor =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(|\b(?:white|black|red|green|blue|gray|grey|yellow|orange|purple|navy|silver)\b/i;

test('no color outside the tokens', () => {
  assert.ok(declarations.length > 300, `read ${declarations.length} declarations only`);
  const wrong = declarations.filter(
    // Paper is white and ink is black: the print sheet sets the tokens themselves anew.
    ({ file, property, value }) => literalColor.test(value) && !(isPrint(file) && property.startsWith('--')),
  );
  assert.deepEqual(wrong.map(shown), []);
});

test('no size of type outside the tokens', () => {
  const sizes = declarations.filter(({ property }) => property === 'font-size' || property === 'font');
  assert.ok(sizes.length > 20);
  const wrong = sizes.filter(
    ({ value }) => !/var\(--t-\w+\)/.test(value) && value !== 'inherit' && !/^[\d.]+pt$/.test(value), // points are for paper
  );
  assert.deepEqual(wrong.map(shown), []);
});

test('no face outside the tokens', () => {
  const wrong = declarations.filter(
    ({ property, value }) =>
      (property === 'font-family' && !/^var\(--(?:sans|serif)\)$/.test(value)) ||
      (property === 'font' && value !== 'inherit' && !/var\(--(?:sans|serif)\)$/.test(value)),
  );
  assert.deepEqual(wrong.map(shown), []);
});

/** A radio button is round: it is known by that. */
test('weights are 400 and 600, corners are square, nothing casts a shadow', () => {
  const wrong = declarations.filter(
    ({ property, value }) =>
      (property === 'font-weight' && !['400', '600'].includes(value)) ||
      (property === 'border-radius' && !['0', '2px', '50%'].includes(value)) ||
      property === 'box-shadow' ||
      property === 'text-shadow' ||
      (property === 'text-transform' && value === 'uppercase'),
  );
  assert.deepEqual(wrong.map(shown), []);
});

test('every custom property in use is a token', () => {
  const tokens = new Set(
    [...readFileSync(join(root, 'src/styles/tokens.css'), 'utf8').matchAll(/(--[\w-]+):/g)].map(([, name]) => name),
  );
  const own = new Set(declarations.flatMap(({ property }) => (property.startsWith('--') ? property : [])));
  const used = declarations.flatMap(({ value }) =>
    [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name),
  );
  assert.deepEqual(
    [...new Set(used)].filter((name) => !tokens.has(name) && !own.has(name)),
    [],
  );
});

test('every token is in use', () => {
  const tokens = [...readFileSync(join(root, 'src/styles/tokens.css'), 'utf8').matchAll(/(--[\w-]+):/g)].map(
    ([, name = '']) => name,
  );
  assert.ok(tokens.length > 40);
  const everything = sheets.map(({ css }) => css).join('\n');
  assert.deepEqual(
    [...new Set(tokens)].filter((name) => !everything.includes(`var(${name})`)),
    [],
  );
});

/** What Markdown and MDX may bring, though no entry does today. */
const ofMarkdown = ['align-center', 'align-right', 'footnotes'];

test('every class in a sheet is on a page, and every class on a page is in a sheet or looked for by a script', () => {
  const styled = new Set(
    sheets.flatMap(({ css }) =>
      [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g)].flatMap(([, selector = '']) =>
        [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name),
      ),
    ),
  );
  const onPages = new Set(
    builtPages().flatMap(({ html }) =>
      [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/).filter(Boolean)),
    ),
  );
  assert.ok(styled.size > 50 && onPages.size > 50);
  const scripts = globSync(['src/components/**/*.ts', 'src/search/page/*.ts'], { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  // Parts of the form that only an answer shows are cut out of the page; the function has them.
  const cut = readFileSync(join(root, 'netlify/generated/site.json'), 'utf8');
  assert.deepEqual(
    [...styled].filter(
      (name) =>
        !onPages.has(name) &&
        !ofMarkdown.includes(name) &&
        !scripts.includes(`'${name}'`) &&
        !cut.includes(`class=\\"${name}\\"`),
    ),
    [],
  );
  assert.deepEqual(
    [...onPages].filter((name) => !styled.has(name) && !scripts.includes(`'.${name}'`)),
    [],
  );
});
